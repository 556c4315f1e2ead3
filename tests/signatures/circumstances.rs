//! What the text, the known certificates and the place of a signature change in the verdict.

use error31::signature::{
    self, Against, Copied, Covers, Signature, SignatureVerdict, SignatureWhy,
};
use error31::xml;
use std::fs;
use std::path::Path;

fn sample(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/signatures/sample");
    let table = fs::read_to_string(folder.join("verdicts.tsv")).unwrap();
    let row = table
        .lines()
        .find(|row| row.split('\t').nth(2) == Some(name))
        .unwrap();
    fs::read_to_string(folder.join(row.split('\t').next().unwrap())).unwrap()
}

fn judge(text: &str) -> Signature {
    signature::read(&xml::parse(text).unwrap(), &[], true).remove(0)
}

const PLAIN: &str = "plain exc exc []";

#[test]
fn copies_are_recognised() {
    for (change, copied) in [
        ("indented", Some(Copied::Surely)),
        ("signed-info", Some(Copied::Surely)),
        ("text", None),
        ("attribute", None),
        ("digest", None),
        ("value", None),
        ("value-empty", Some(Copied::Perhaps)),
    ] {
        let found = judge(&sample(&format!("{PLAIN}: {change}")));
        assert_ne!(found.verdict, SignatureVerdict::Intact, "{change}");
        assert_eq!(found.copied, copied, "{change}");
    }
    let indented = sample(&format!("{PLAIN}: indented"));
    let edited = judge(&indented.replace("idp.example", "idp.example.org"));
    assert_eq!(
        (edited.verdict, edited.copied),
        (SignatureVerdict::Broken, Some(Copied::Perhaps))
    );
    let around = sample(PLAIN).replace("ana@example.com", "\n  ana@example.com\n");
    assert_eq!(judge(&around).copied, Some(Copied::Surely));
    let lines = sample("lines exc exc []");
    let edited = judge(&lines.replace("idp.example", "idp.example.org"));
    assert_eq!(
        (edited.verdict, edited.copied),
        (SignatureVerdict::Broken, None),
        "its own lines were signed"
    );
}

#[test]
fn known_certificates_come_first() {
    let text = sample(PLAIN);
    let document = xml::parse(&text).unwrap();
    let own = judge(&text).certificate.unwrap();
    let other = judge(&sample("p256 ecdsa-sha256")).certificate.unwrap();
    let table = [
        (vec![], SignatureWhy::Verified, Against::Message),
        (vec![own.clone()], SignatureWhy::Verified, Against::Known),
        (
            vec![other.clone(), own.clone()],
            SignatureWhy::Verified,
            Against::Known,
        ),
        (vec![other], SignatureWhy::OtherKey, Against::Message),
    ];
    for (known, why, against) in table {
        let found = signature::read(&document, &known, true).remove(0);
        assert_eq!(
            (found.verdict, found.why, found.against),
            (SignatureVerdict::Intact, why, against)
        );
        assert_eq!(found.certificate.as_ref(), Some(&own));
    }
}

#[test]
fn only_the_original_is_judged() {
    let document = xml::parse(&sample(PLAIN)).unwrap();
    let found = signature::read(&document, &[], false).remove(0);
    assert_eq!(
        (found.verdict, found.why),
        (SignatureVerdict::Unsupported, SignatureWhy::NotOriginal)
    );
    assert!(found.certificate.is_some() && found.method.is_some());
}

/// What is not judged, and what does not cover its place.
#[test]
fn reasons() {
    let text = sample(PLAIN);
    let (signature, end) = ("<ds:Signature ", "</ds:Signature>");
    let start = text.find(signature).unwrap();
    let whole = &text[start..text.find(end).unwrap() + end.len()];
    let moved = text
        .replace(whole, "")
        .replace("<saml:Assertion ", &format!("{whole}<saml:Assertion "));
    assert_eq!(
        judge(&moved).covers,
        Covers::Assertion,
        "the one that the response has"
    );
    let first = "<saml:Assertion ID=\"_x\"/><saml:Assertion ";
    let moved = moved.replacen("<saml:Assertion ", first, 1);
    let reference = text.find("<ds:Reference").unwrap();
    let one = &text[reference..text.find("</ds:SignedInfo>").unwrap()];
    for (name, text, why) in [
        ("elsewhere", moved, SignatureWhy::Elsewhere),
        (
            "duplicate",
            text.replace("<saml:Subject>", "<saml:Subject id=\"_a\">"),
            SignatureWhy::DuplicateId,
        ),
        (
            "outside",
            text.replace("URI=\"#_a\"", "URI=\"https://idp.example/\""),
            SignatureWhy::OutsideReference,
        ),
        (
            "no URI",
            text.replace(" URI=\"#_a\"", ""),
            SignatureWhy::NoUri,
        ),
        (
            "not found",
            text.replace("ID=\"_a\"", "ID=\"_b\""),
            SignatureWhy::NotFound,
        ),
        (
            "XSLT",
            text.replace(
                "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
                "http://www.w3.org/TR/1999/REC-xslt-19991116",
            ),
            SignatureWhy::Transform,
        ),
        (
            "HMAC",
            text.replace("xmldsig-more#rsa-sha256", "xmldsig-more#hmac-sha256"),
            SignatureWhy::Hmac,
        ),
        (
            "MD5",
            text.replace("xmldsig-more#rsa-sha256", "xmldsig-more#rsa-md5"),
            SignatureWhy::SignatureMethod,
        ),
        (
            "MD5",
            text.replace("xmlenc#sha256", "xmldsig-more#md5"),
            SignatureWhy::DigestMethod,
        ),
        (
            "two SignedInfo",
            text.replace("<ds:SignedInfo>", "<ds:SignedInfo/><ds:SignedInfo>"),
            SignatureWhy::Malformed,
        ),
        (
            "relative",
            text.replace("<saml:Subject>", "<saml:Subject xmlns:r=\"r\">"),
            SignatureWhy::RelativeNamespace,
        ),
        (
            "many",
            text.replace(one, &one.repeat(9)),
            SignatureWhy::TooMuch,
        ),
        (
            "no key",
            text.replace("X509Certificate", "X509Other"),
            SignatureWhy::NoCertificate,
        ),
        (
            "unreadable key",
            text.replace("<ds:X509Certificate>\n", "<ds:X509Certificate>AAAA"),
            SignatureWhy::UnreadableCertificate,
        ),
        (
            "other kind",
            text.replace("xmldsig-more#rsa-sha256", "xmldsig-more#ecdsa-sha256"),
            SignatureWhy::UnusableKey,
        ),
    ] {
        assert_eq!(judge(&text).why, why, "{name}");
    }
    assert_eq!(judge(&text).covers, Covers::Assertion);
    assert_eq!(judge(&text).id.as_deref(), Some("_a"));
    assert_eq!(judge(&sample("response exc")).covers, Covers::Response);
}
