//! Words: English stands where it is used; a translation overlays it by id.

mod date;
mod fill;
mod kinds;
mod languages;
mod latin;
mod overlay;
mod spoken;
mod words;

pub(crate) use date::TEXTS as DATES;
pub use fill::{Arg, Args, without_marks};
pub(crate) use kinds::kinds;
pub use languages::{LANGUAGES, Language, Script, Singular};
pub use latin::latin;
pub use overlay::Overlay;
pub(crate) use spoken::TEXTS;
#[cfg(not(target_arch = "wasm32"))]
pub use spoken::try_out;
pub use spoken::{AND, OR, Texts};
pub(crate) use words::texts;
pub use words::{Phrase, Text, Words};
