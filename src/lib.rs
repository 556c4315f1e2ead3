//! Explains why Webex answers a SAML sign-in with “Auto account creation failed (31)”.
//!
//! ```text
//! bytes -> decode -> xml -> saml -> facts -> rules -> diagnosis -> report -> wasm -> www
//! ```
//!
//! Each module uses only those that stand before it. Nothing reads a clock, a locale or the network: [`Options`]
//! brings them in.

pub mod decode;
pub mod diagnosis;
pub mod diagnostic;
pub mod facts;
pub mod instant;
pub mod options;
pub mod report;
pub mod rules;
pub mod saml;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
pub mod webex;
pub mod xml;

pub use decode::Input;
pub use options::Options;
pub use report::Report;

use decode::{Candidate, CharsetConflict, Decoded};
use facts::Facts;
use rules::Context;
use std::collections::HashMap;
use text::Texts;

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
    let texts = Texts::new(&options.language);
    let Decoded {
        candidates,
        errors,
        failure,
        more,
    } = decode::decode_with(input.into(), options.charsets);
    let reader = Reader {
        options,
        texts: &texts,
        code: options
            .code
            .or(errors.first().map(|error| error.code))
            .unwrap_or(31),
        messenger: errors.iter().any(|error| error.messenger),
    };
    let messages = reader.messages(&candidates);
    let is_sentence_alone = messages.is_empty() && errors.iter().any(|error| error.code == 31);
    Report {
        schema: 1,
        engine: concat!("error31 ", env!("CARGO_PKG_VERSION")).to_owned(),
        language: texts.language().to_owned(),
        observed: errors
            .iter()
            .filter_map(|error| report::observed(error, &texts))
            .collect(),
        checks: if is_sentence_alone {
            report::checks(&reader.context(None))
        } else {
            vec![]
        },
        messages,
        more,
        problem: failure
            .as_ref()
            .map(|failure| report::problem(failure, &texts)),
    }
}

/// What holds for all messages of one input.
struct Reader<'a> {
    options: &'a Options,
    texts: &'a Texts,
    code: u8,
    messenger: bool,
}

impl Reader<'_> {
    fn context<'a>(&'a self, charset_conflict: Option<&'a CharsetConflict>) -> Context<'a> {
        Context {
            refused: None,
            facts: None,
            charset_conflict,
            options: self.options,
            code: self.code,
            texts: self.texts,
        }
    }

    /// Each message once; `seen` counts how often it came.
    fn messages(&self, candidates: &[Candidate]) -> Vec<report::Message> {
        let mut messages: Vec<report::Message> = vec![];
        let mut places: HashMap<&str, usize> = HashMap::new();
        for candidate in candidates {
            let place = *places.entry(&candidate.text).or_insert(messages.len());
            match messages.get_mut(place) {
                Some(message) => message.seen = Some(message.seen.unwrap_or(1) + 1),
                None => messages.push(self.message(candidate)),
            }
        }
        messages
    }

    fn message(&self, candidate: &Candidate) -> report::Message {
        let mut context = self.context(candidate.charset_conflict.as_ref());
        match xml::parse(&candidate.text) {
            Ok(document) => {
                let message = saml::read(&document);
                let facts = Facts::new(&message, self.options, self.messenger);
                context.facts = Some(&facts);
                explain(candidate, &context)
            }
            Err(error) => {
                context.refused = Some(&error);
                explain(candidate, &context)
            }
        }
    }
}

fn explain(candidate: &Candidate, context: &Context) -> report::Message {
    let diagnostics = rules::run(context);
    let diagnosis = diagnosis::diagnose(context, &diagnostics);
    report::message(candidate, context, &diagnostics, &diagnosis)
}
