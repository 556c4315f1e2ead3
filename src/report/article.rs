//! What Cisco's article on error 31 says, for a reader who has no message yet: the causes and what to look up.

use super::{Cause, Check, WhichConsole, build};
use crate::options::Options;
use crate::rules::Context;
use crate::text::Texts;
use crate::webex::causes::IF_IT_STAYS;
use crate::webex::codes;
use crate::webex::idps::{self, IdentityProvider};
use crate::webex::pages::{self, Page};
use serde::Serialize;
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

/// Error 31 without a message: every cause, note and step. Texts follow the marks of [`crate::text::Words`].
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Error31Guide {
    /// Language of the texts, as a BCP 47 tag.
    pub language: String,
    /// Every code, in order.
    pub codes: Vec<CodeName>,
    /// Every product that a message can be read as of.
    pub products: Vec<ProductName>,
    /// How Webex words the error, in every language that is known.
    pub spellings: Vec<String>,
    /// Every page that is cited anywhere, with the day on which it was last looked at.
    pub pages: Vec<CitedPage>,
    /// The five causes, none of them decided.
    pub causes: Vec<Cause>,
    /// What to look up at Webex, in the order of work.
    pub checks: Vec<Check>,
    /// What to do where error 31 stays after that.
    pub if_it_stays: String,
    /// How to tell which console it is.
    pub which_console: WhichConsole,
}

/// A code by its number and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct CodeName {
    /// The number, 1 to 32.
    pub code: u8,
    /// How Webex words it.
    pub wording: String,
}

/// A product of an identity provider by its id and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct ProductName {
    /// As [`Options`] take it.
    pub id: String,
    /// What its vendor calls it.
    pub name: String,
}

/// A page that says something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct CitedPage {
    /// Its address.
    pub url: String,
    /// The day on which what is cited was last held against it, as `2026-11-21`.
    pub checked: String,
}

/// The code that the article is about.
const CODE: u8 = 31;

/// The guide in the language of a BCP 47 tag.
pub fn guide(language: &str) -> Error31Guide {
    let options = Options {
        language: language.to_owned(),
        ..Options::default()
    };
    let texts = Texts::new(language);
    let context = Context::without_message(&options, CODE);
    let code = codes::code(CODE);
    let spellings = code.map_or(&[][..], |code| code.spellings);
    let name = |row: &codes::Code| CodeName {
        code: row.number,
        wording: row.name().to_owned(),
    };
    let product = |row: &IdentityProvider| ProductName {
        id: row.id.as_str().to_owned(),
        name: row.name.to_owned(),
    };
    let cited = |page: &&Page| CitedPage {
        url: page.url.to_owned(),
        checked: page.checked.to_owned(),
    };
    Error31Guide {
        pages: pages::ALL.iter().map(cited).collect(),
        codes: codes::ALL.iter().map(name).collect(),
        products: idps::ALL.iter().map(product).collect(),
        language: texts.language().to_owned(),
        spellings: spellings.iter().map(|one| (*one).to_owned()).collect(),
        causes: build::causes(&context, &texts),
        checks: build::checks(&context, &texts),
        if_it_stays: texts.say(&IF_IT_STAYS, &[]),
        which_console: build::which_console(&texts),
    }
}
