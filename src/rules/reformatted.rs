//! Line breaks around values: an editor or a viewer put them there.

use super::{Context, Findings, Rule};
use crate::diagnostic::Severity;
use crate::facts::Carrier;
use crate::saml::Text;
use crate::text::texts;
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "reformatted",
    severity: Severity::Info,
    source: &pages::SAML_CORE,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "reformatted" {
        title: "Something has formatted this copy: values are on lines of their own",
        why: "Line breaks and spaces around values were left out for judging: nobody has them in a name or an address. The \
              signature can’t match a copy that was formatted.",
        fix: "Nothing has to be changed at the identity provider. For an exact copy take the value of `SAMLResponse` itself.",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(facts) = cx.readable() else { return };
    let values = facts.fields.iter().filter_map(|field| match field.from? {
        Carrier::Attribute(attribute) => attribute.values.first().filter(|value| !value.nil),
        Carrier::NameId(_) => None,
    });
    let name_id = facts.name_id().map(|name_id| &name_id.text);
    let mut texts = name_id.into_iter().chain(values.map(|value| &value.text));
    let is_formatted = |text: &&Text| text.reformatted && !text.has_elements;
    if let Some(text) = texts.find(is_formatted) {
        out.push(rule.finding(&WORDS, Some(text.span), vec![]));
    }
}
