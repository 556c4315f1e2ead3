//! How much work a message takes, counted: names are folded once, whatever the message is made of.

use super::{Choices, ticket};
use crate::chars::fold::work;
use crate::options::Options;
use crate::report::Handed;
use crate::session;
use std::fmt::Write as _;

/// However many attributes a message has, and whatever they are called: each name is folded a few times, not once for
/// each field and each way of missing it.
#[test]
fn a_name_is_folded_a_few_times_however_many_fields_are_missing() {
    let one = |name: &str| format!(r#"<Attribute Name="{name}"/>"#);
    let valued = |name: &str| {
        format!(r#"<Attribute Name="{name}"><AttributeValue>x</AttributeValue></Attribute>"#)
    };
    let counted = |make: &dyn Fn(usize) -> String| {
        (0..2000).fold(String::new(), |mut out, n| {
            let _ = write!(out, "{}", make(n));
            out
        })
    };
    let required: Vec<String> = (0..20).map(|n| format!("site-field-{n}")).collect();
    let options = Options {
        required: required.clone(),
        ..Options::default()
    };
    let tables = 10_000;
    // Once as it is, once with every field filled in, and once without each of them.
    let judged = 2 + required.len() + 4;
    work::of(|| drop(session::check("<a/>".into(), &options)));
    for (shape, attributes, distinct) in [
        ("one name", one("a").repeat(2000), 1),
        ("the same name", valued("MemberStatus").repeat(2000), 12),
        (
            "names that differ",
            counted(&|n| valued(&format!("warehouse{n}"))),
            13 * 2000,
        ),
        (
            "slips",
            counted(&|n| valued(&format!("firstnam{n}"))),
            12 * 2000,
        ),
        ("one long name", valued(&"aB-".repeat(20_000)), 60_000),
    ] {
        let xml = format!(
            r#"<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" ID="a"><AttributeStatement>{attributes}</AttributeStatement></Assertion>"#
        );
        let mut report = None;
        let checked = work::of(|| report = Some(session::check(xml.as_str().into(), &options)));
        let message = report.unwrap().messages.remove(0);
        let handed: Handed =
            serde_json::from_value(serde_json::to_value(&message).unwrap()).unwrap();
        let ticketed = work::of(|| drop(ticket(&handed, &options, &Choices::default())));
        let limit = judged * (4 * distinct + tables);
        assert!(checked <= limit, "{shape}: {checked} of {limit}");
        // A value's name is looked at once more, to learn whom it names.
        let limit = limit + 6 * distinct + attributes.len() / 4 + tables;
        assert!(ticketed <= limit, "{shape}: {ticketed} of {limit}");
    }
}
