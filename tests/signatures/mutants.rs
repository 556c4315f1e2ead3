//! Damaged signatures: nothing stops, and no change to what is signed goes unseen.

use super::holds;
use error31::signature::{self, Certificate, SignatureVerdict};
use error31::xml;
use std::path::Path;
use std::{env, fs};

/// A sequence of numbers that is the same each time, another one for each `E31_SEED`.
struct Numbers(u64);

impl Numbers {
    fn new(own: u64) -> Self {
        let seed = env::var("E31_SEED").map_or(0, |seed| seed.parse().unwrap());
        Self(own.wrapping_add(seed))
    }

    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit.max(1)
    }
}

const PIECES: &[&str] = &[
    "",
    "<",
    "/>",
    "\u{FFFD}",
    "=",
    "AAAA",
    "#",
    "<!-- -->",
    "<ds:Reference URI=\"\"/>",
    "xmlns:x=\"x\"",
    " xmlns=\"\"",
    " xml:base=\"urn:b\" xml:lang=\"sr\"",
    "&#13;",
    "<?x  y ?>",
    "<![CDATA[<]]>",
    " ID=\"_a\"",
    "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256",
    "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"/>",
    "http://www.w3.org/2001/10/xml-exc-c14n#",
];

fn sample() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/signatures/sample");
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = files
        .filter(|path| path.extension().is_some_and(|e| e == "xml"))
        .collect();
    files.sort();
    files
        .iter()
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

/// How many mutants; more on request.
fn count() -> usize {
    env::var("E31_MUTANTS")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(1_000)
}

#[test]
fn damaged_messages() {
    let (texts, mut numbers, mut read) = (sample(), Numbers::new(31), 0);
    for i in 0..count() {
        let mut text = texts[numbers.below(texts.len())].clone();
        for _ in 0..=numbers.below(3) {
            let places: Vec<usize> = text.char_indices().map(|(i, _)| i).collect();
            let start = places[numbers.below(places.len())];
            let end = places.get(places.partition_point(|i| *i < start) + numbers.below(12));
            let piece = PIECES[numbers.below(PIECES.len())];
            text.replace_range(start..end.copied().unwrap_or(text.len()), piece);
        }
        holds::canonical(&text);
        if i % 8 == 0 {
            holds::checked(text.as_bytes());
        }
        if let Ok(document) = xml::parse(&text) {
            read += 1;
            for found in signature::read(&document, &[], true) {
                assert!(
                    text.get(found.span.unwrap().range())
                        .is_some_and(|tag| tag.starts_with('<'))
                );
                assert_eq!(found.why.verdict(), found.verdict);
            }
        }
    }
    println!("damaged messages: {read} read");
    assert!(read > 100);
}

/// Each character of the text that a signature covers, changed by itself.
#[test]
fn each_signed_character_counts() {
    let mut changed = 0;
    for text in sample() {
        let document = xml::parse(&text).unwrap();
        let [found] = &signature::read(&document, &[], true)[..] else {
            continue;
        };
        let name = text.find("Ana").or(text.find("Љуб"));
        if found.verdict != SignatureVerdict::Intact || name.is_none() {
            continue;
        }
        let start = name.unwrap();
        let mut other = text.clone();
        other.replace_range(
            start..start + text[start..].chars().next().unwrap().len_utf8(),
            "X",
        );
        let document = xml::parse(&other).unwrap();
        let judged = signature::read(&document, &[], true);
        assert_eq!(judged[0].verdict, SignatureVerdict::Broken, "{other}");
        changed += 1;
    }
    assert!(changed > 10);
}

#[test]
fn damaged_certificates() {
    let text = &sample()[0];
    let (_, rest) = text.split_once("<ds:X509Certificate>").unwrap();
    let (base64, _) = rest.split_once('<').unwrap();
    let document = xml::parse(text).unwrap();
    let found = signature::read(&document, &[], true)
        .remove(0)
        .certificate
        .unwrap();
    assert_eq!(
        (found.subject.as_str(), found.key.bits()),
        ("CN=rsa2048", Some(2_048))
    );
    let bytes = decoded(base64);
    assert_eq!(Certificate::read(&bytes).unwrap(), found);
    let mut numbers = Numbers::new(7);
    for _ in 0..count() {
        let mut bytes = bytes.clone();
        for _ in 0..=numbers.below(3) {
            let place = numbers.below(bytes.len());
            bytes[place] = u8::try_from(numbers.below(256)).unwrap();
        }
        bytes.truncate(bytes.len() - numbers.below(8) * numbers.below(40));
        let _ = Certificate::read(&bytes);
    }
    for end in 0..bytes.len() {
        assert_eq!(Certificate::read(&bytes[..end]), None);
    }
}

fn decoded(base64: &str) -> Vec<u8> {
    let digit = |c: u8| match c {
        b'A'..=b'Z' => Some(c - 65),
        b'a'..=b'z' => Some(c - 71),
        b'0'..=b'9' => Some(c + 4),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let digits: Vec<u32> = base64.bytes().filter_map(digit).map(u32::from).collect();
    let mut bytes = vec![];
    for four in digits.chunks(4) {
        let number = four.iter().fold(0, |n, digit| n << 6 | digit) << (6 * (4 - four.len()));
        bytes.extend(number.to_be_bytes().iter().skip(1).take(four.len() - 1));
    }
    bytes
}

/// Shapes that would cost more than their length if anything were done twice; none but the last is intact.
#[test]
fn long_shapes() {
    let ds = "xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"";
    let uri = format!("urn:{}", "u".repeat(20_000));
    let signed = &sample()[0];
    let with = |tag: &str, more: &str| signed.replacen(tag, &format!("{more}{tag}"), 1);
    let references = "<ds:Reference/>".repeat(50_000);
    let shapes = [
        format!("<a {ds}>{}</a>", "<ds:Signature/>".repeat(50_000)),
        format!(
            "<a {ds}><ds:Signature><ds:SignedInfo>{references}</ds:SignedInfo></ds:Signature></a>"
        ),
        format!(
            "<a {ds}>{}<ds:Signature/></a>",
            "<b ID=\"x\"/>".repeat(100_000)
        ),
        with("<saml:Subject>", &"<x ID=\"_x\"/>".repeat(100_000)),
        with(
            "<saml:Subject>",
            &format!("<l xmlns:l=\"{uri}\">{}</l>", "<l:x/>".repeat(10_000)),
        ),
        with(
            "<saml:Subject>",
            &format!("{}{}", "<d>".repeat(200), "</d>".repeat(200)),
        ),
        with(
            "<ds:X509Certificate>",
            &format!(
                "<ds:X509Certificate>{}</ds:X509Certificate>",
                "A".repeat(1_000_000)
            ),
        ),
    ];
    for (i, text) in shapes.iter().enumerate() {
        let document = xml::parse(text).unwrap();
        let found = signature::read(&document, &[], true);
        assert!((1..=16).contains(&found.len()));
        let intact = found
            .iter()
            .any(|found| found.verdict == SignatureVerdict::Intact);
        assert_eq!(intact, i + 1 == shapes.len(), "{i}");
    }
}
