//! Each shape that attacks on signatures have gives its finding, and what only looks like one gives none.

use error31::{Options, check};
use std::fs;

const SIGNED: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/fixtures/signatures/intact.xml"
);
const SUBJECT: &str = "<saml:Subject>";
const OWN_ISSUER: &str = "\"2026-11-21T09:14:07Z\"><saml:Issuer>";
const NAME: &str = ">Ana<";
const ENVELOPED: &str = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
const SIGNATURE_END: &str = "</ds:Signature>";

/// A shape, the rule that tells of it, and what is put in the place of what in a sound message.
const SHAPES: &[(&str, &str, &str, &str)] = &[
    (
        "XPath",
        "irregular-signature",
        ENVELOPED,
        "http://www.w3.org/TR/1999/REC-xpath-19991116",
    ),
    (
        "XPath filter",
        "irregular-signature",
        ENVELOPED,
        "http://www.w3.org/2002/06/xmldsig-filter2",
    ),
    (
        "HMAC",
        "irregular-signature",
        "xmldsig-more#rsa-sha256",
        "xmldsig-more#hmac-sha256",
    ),
    (
        "Manifest in an Object",
        "irregular-signature",
        SIGNATURE_END,
        "<ds:Object><ds:Manifest/></ds:Object></ds:Signature>",
    ),
    (
        "Manifest alone",
        "irregular-signature",
        SIGNATURE_END,
        "<ds:Manifest/></ds:Signature>",
    ),
    (
        "second KeyInfo",
        "irregular-signature",
        SIGNATURE_END,
        "<ds:KeyInfo/></ds:Signature>",
    ),
    (
        "second SignedInfo",
        "irregular-signature",
        SIGNATURE_END,
        "<ds:SignedInfo/></ds:Signature>",
    ),
    (
        "second CanonicalizationMethod",
        "irregular-signature",
        "<ds:SignatureMethod ",
        "<ds:CanonicalizationMethod Algorithm=\"\"/><ds:SignatureMethod ",
    ),
    (
        "second DigestMethod",
        "irregular-signature",
        "<ds:DigestMethod ",
        "<ds:DigestMethod Algorithm=\"\"/><ds:DigestMethod ",
    ),
    (
        "second DigestValue",
        "irregular-signature",
        "<ds:DigestValue>",
        "<ds:DigestValue/><ds:DigestValue>",
    ),
    (
        "reference to the response",
        "duplicate-id",
        "ID=\"_r41f\"",
        "ID=\"_a41f\"",
    ),
    (
        "an element of another with the ID, behind",
        "duplicate-id",
        SUBJECT,
        "<x:y xmlns:x=\"urn:x\" ID=\"_a41f\"/><saml:Subject>",
    ),
    (
        "an element of another with the ID, in front",
        "duplicate-id",
        "<saml:Assertion ",
        "<x:y xmlns:x=\"urn:x\" Id=\"_a41f\"/><saml:Assertion ",
    ),
    (
        "the signature with the ID",
        "duplicate-id",
        "<ds:Signature ",
        "<ds:Signature Id=\"_a41f\" ",
    ),
    (
        "xml:id beside ID",
        "duplicate-id",
        "ID=\"_a41f\"",
        "ID=\"_a41f\" xml:id=\"_b\"",
    ),
    (
        "reference elsewhere",
        "misplaced-signature",
        "URI=\"#_a41f\"",
        "URI=\"#_none\"",
    ),
    (
        "reference without URI",
        "misplaced-signature",
        " URI=\"#_a41f\"",
        "",
    ),
    (
        "Issuer of another",
        "foreign-namespace",
        OWN_ISSUER,
        "\"2026-11-21T09:14:07Z\"><x:Issuer xmlns:x=\"urn:x\">a</x:Issuer><saml:Issuer>",
    ),
    (
        "Audience of another",
        "foreign-namespace",
        "<saml:Audience>",
        "<x:Audience xmlns:x=\"urn:x\">a</x:Audience><saml:Audience>",
    ),
    (
        "NameID of another",
        "foreign-namespace",
        "<saml:NameID ",
        "<NameID>a</NameID><saml:NameID ",
    ),
    (
        "Signature of another",
        "foreign-namespace",
        SUBJECT,
        "<x:Signature xmlns:x=\"urn:x\"/><saml:Subject>",
    ),
    (
        "Assertion of another",
        "foreign-namespace",
        SUBJECT,
        "<saml:Advice><x:Assertion xmlns:x=\"urn:x\"/></saml:Advice><saml:Subject>",
    ),
    (
        "comment in Issuer",
        "split-value",
        OWN_ISSUER,
        "\"2026-11-21T09:14:07Z\"><saml:Issuer><!--a-->",
    ),
    (
        "CDATA in Audience",
        "split-value",
        "<saml:Audience>http",
        "<saml:Audience><![CDATA[http]]>",
    ),
    ("instruction in a value", "split-value", NAME, ">An<?x?>a<"),
    (
        "comment in a value",
        "comment-in-value",
        NAME,
        ">An<!--x-->a<",
    ),
    (
        "comment in a value that no one reads",
        "comment-in-value",
        "<saml:Attribute Name=\"uid\">",
        "<saml:Attribute Name=\"team\"><saml:AttributeValue>a<!--x-->b</saml:AttributeValue></saml:Attribute>\
         <saml:Attribute Name=\"uid\">",
    ),
    (
        "comment in DigestValue",
        "split-value",
        "<ds:DigestValue>",
        "<ds:DigestValue><!--x-->",
    ),
    (
        "instruction in SignatureValue",
        "split-value",
        "<ds:SignatureValue>",
        "<ds:SignatureValue><?x?>",
    ),
    (
        "relative namespace",
        "relative-namespace",
        SUBJECT,
        "<saml:Subject xmlns:x=\"x/y\">",
    ),
    (
        "Version",
        "saml-version",
        "ID=\"_a41f\" Version=\"2.0\"",
        "ID=\"_a41f\" Version=\"1.1\"",
    ),
    (
        "second assertion",
        "several-assertions",
        "<saml:Assertion ",
        "<saml:Assertion/><saml:Assertion ",
    ),
];

/// What is harmless, although it looks alike.
const TWINS: &[(&str, &str, &str)] = &[
    ("nothing", SUBJECT, SUBJECT),
    (
        "comment between elements",
        SUBJECT,
        "<!--x--><saml:Subject>",
    ),
    ("a value in CDATA as a whole", NAME, "><![CDATA[Ana]]><"),
    (
        "elements of another in a value",
        NAME,
        "><x:Issuer xmlns:x=\"urn:x\" ID=\"q\"/><x:Conditions xmlns:x=\"urn:x\" ID=\"q\" Version=\"1.1\"/><",
    ),
    (
        "elements of another in an extension",
        "<samlp:Status>",
        "<samlp:Extensions><x:Issuer xmlns:x=\"urn:x\"/></samlp:Extensions><samlp:Status>",
    ),
    (
        "a namespace by a name",
        SUBJECT,
        "<saml:Subject xmlns:x=\"urn:x\">",
    ),
    (
        "the signature with an ID of its own",
        "<ds:Signature ",
        "<ds:Signature Id=\"_s\" ",
    ),
    (
        "canonical form with comments",
        "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\">",
        "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#WithComments\">",
    ),
];

/// The rules that find something in the signed message with `new` in the place of `old`.
fn found(name: &str, old: &str, new: &str) -> Vec<String> {
    let text = fs::read_to_string(SIGNED).unwrap();
    assert!(text.contains(old), "{name}: {old}");
    let report = check(text.replacen(old, new, 1).as_str(), &Options::default());
    let findings = report.messages.into_iter().flat_map(|m| m.diagnostics);
    findings.map(|finding| finding.rule.to_string()).collect()
}

#[test]
fn each_shape_is_told() {
    for (name, rule, old, new) in SHAPES {
        let found = found(name, old, new);
        assert!(found.iter().any(|id| id == rule), "{name}: {found:?}");
    }
}

#[test]
fn what_looks_alike_is_not() {
    for (name, old, new) in TWINS {
        let found = found(name, old, new);
        let told = |rule: &str| found.iter().any(|id| id == rule);
        let wrong = SHAPES.iter().find(|(_, rule, ..)| told(rule));
        assert_eq!(wrong.map(|(shape, ..)| shape), None, "{name}: {found:?}");
    }
}
