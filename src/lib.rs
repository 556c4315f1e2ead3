//! Explains why Webex answers a SAML sign-in with “Auto account creation failed (31)”.
//!
//! ```text
//! bytes -> xml -> decode -> saml -> metadata -> signature -> facts -> sign_ins -> redact -> rules -> remedy -> diagnosis -> report -> overview -> ticket -> wasm -> www
//!                                    ^ webex (tables)  ^ accounts (a user list)
//! ```
//!
//! Each module uses only those that stand before it. Nothing reads a clock, a locale or the network: [`Options`]
//! brings them in.
//!
//! What is shown here is for everybody; the other modules are public for this project's own tests and may change.

pub mod compare;
pub mod options;
pub mod overview;
pub mod report;
pub mod ticket;

mod session;

#[doc(hidden)]
pub mod accounts;
#[doc(hidden)]
pub mod address;
#[doc(hidden)]
pub mod catalogue;
#[doc(hidden)]
pub mod chars;
#[doc(hidden)]
pub mod charset;
#[doc(hidden)]
pub mod charsets;
#[doc(hidden)]
pub mod contexts;
#[doc(hidden)]
pub mod decode;
#[doc(hidden)]
pub mod diagnosis;
#[doc(hidden)]
pub mod diagnostic;
#[doc(hidden)]
pub mod facts;
mod hash;
mod ids;
#[doc(hidden)]
pub mod instant;
#[doc(hidden)]
pub mod metadata;
#[doc(hidden)]
pub mod namespaces;
mod order;
#[doc(hidden)]
pub mod redact;
#[doc(hidden)]
pub mod remedy;
#[doc(hidden)]
pub mod rules;
#[doc(hidden)]
pub mod saml;
#[doc(hidden)]
pub mod sign_ins;
#[doc(hidden)]
pub mod signature;
#[doc(hidden)]
pub mod text;
#[doc(hidden)]
#[cfg(target_arch = "wasm32")]
pub mod wasm;
#[doc(hidden)]
pub mod webex;
#[doc(hidden)]
pub mod xml;

pub use decode::Input;
pub use options::Options;
pub use report::Report;
pub use session::Check;

/// Reads `input` and explains error 31 for each message in it. Bad input is a finding, never an error.
///
/// ```
/// use error31::report::Verdict;
///
/// let assertion = r#"<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" Version="2.0" ID="_1">
///   <AttributeStatement><Attribute Name="Member Status"/></AttributeStatement>
/// </Assertion>"#;
/// let report = error31::check(assertion, &error31::Options::default());
/// assert_eq!(report.messages[0].error31.verdict, Verdict::Explained);
/// assert_eq!(report.messages[0].diagnostics[0].rule, "member-status");
/// ```
pub fn check<'a>(input: impl Into<Input<'a>>, options: &Options) -> Report {
    session::check(input.into(), options)
}

/// Judges a message of a report under other options, as if they had been there from the start: all that was known of it
/// besides its text stays, where it stood, how it was answered, and the charset of its bytes.
pub fn judge(handed: &report::Handed, options: &Options) -> report::Message {
    session::judge(handed, options)
}

/// Judges the answers of Webex in an input that holds no message under other options, as if they had been there from the
/// start; `None` where none of them is error 31.
pub fn judge_alone(replies: &[report::Reply], options: &Options) -> Option<report::Alone> {
    session::judge_alone(replies, options)
}
