//! What an input may cost is counted once, in bytes that are looked at, over all its strings, layers and files.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use error31::decode::Search;
use error31::decode::decoded::{Decoded, Limits};
use miniz_oxide::deflate::compress_to_vec;

/// Small enough that each of the inputs is over it.
const LIMITS: Limits = Limits {
    string: 1 << 20,
    piece: 1 << 20,
    work: 4 << 20,
    times: 8,
    times_unpacked: 2,
    message: 1 << 20,
    candidates: 1_000,
    kept: 4 << 20,
    inflated: 4 << 20,
    ratio: 400,
};

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn base64(bytes: &[u8]) -> String {
    let group = |three: &[u8]| {
        let at = |index: usize| u32::from(three.get(index).copied().unwrap_or_default());
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        let digit = |place: usize| {
            let index = usize::try_from(bits >> (18 - 6 * place) & 63).unwrap();
            char::from(*ALPHABET.get(index).unwrap())
        };
        (0..4)
            .map(|place| {
                if place <= three.len() {
                    digit(place)
                } else {
                    '='
                }
            })
            .collect::<String>()
    };
    bytes.chunks(3).map(group).collect()
}

/// Something that grows to so many bytes and no message is in it.
fn stream(bytes: usize) -> String {
    base64(&compress_to_vec(&vec![b'a'; bytes], 6))
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut out = b"\x1F\x8B\x08\0\0\0\0\0\0\x03".to_vec();
    out.extend(compress_to_vec(bytes, 6));
    out.extend([0; 8]);
    out
}

fn search(input: &[u8]) -> Decoded {
    let mut search = Search::new(LIMITS, None);
    for piece in input.chunks(10_007) {
        search.feed(piece);
    }
    search.finish()
}

fn har(value: &str, count: usize) -> String {
    let url = "https://adriasoft.webex.com/dispatcher/SAML2AuthService";
    let entry = format!(
        "{{\"request\":{{\"method\":\"POST\",\"url\":\"{url}\",\"postData\":{{\"text\":\"SAMLResponse={value}\"}}}},\"response\":{{}}}}"
    );
    let entries = vec![entry; count].join(",");
    format!("{{\"log\":{{\"version\":\"1.2\",\"entries\":[{entries}]}}}}")
}

/// What may be spent, with what the last layer may take at once beyond it.
fn allowed(length: usize, unpacked: u64) -> u64 {
    LIMITS.work + LIMITS.times * length as u64 + LIMITS.times_unpacked * unpacked
}

#[test]
fn many_streams_spend_one_budget() {
    let within = stream(1 << 19);
    let beyond = stream(2 << 20);
    let json = |value: &str| {
        format!(
            "[{}]",
            vec![format!("\"SAMLResponse={value}\""); 60].join(",")
        )
    };
    let lines = |value: &str| format!("SAMLResponse={value}\n").repeat(60);
    for value in [&within, &beyond] {
        for input in [har(value, 60), json(value), lines(value)] {
            let decoded = search(input.as_bytes());
            let allowed = allowed(input.len(), 0);
            assert!(decoded.work <= allowed, "{} of {allowed}", decoded.work);
            assert!(decoded.more, "what is left out is told: {}", decoded.work);
            let packed = search(&gzip(input.as_bytes()));
            assert!(packed.work <= self::allowed(input.len(), input.len() as u64));
            assert!(packed.more);
        }
    }
}

#[test]
fn twice_as_many_cost_no_more() {
    let value = stream(1 << 19);
    let few = har(&value, 40);
    let many = har(&value, 80);
    let (few, many) = (search(few.as_bytes()).work, search(many.as_bytes()).work);
    let longer = LIMITS.times * 40 * (value.len() + 200) as u64;
    assert!(many <= few + longer, "{few} and {many}");
}

#[test]
fn gzip_of_many_members_is_one_text() {
    let text = har("PHNhbWxwOlJlc3BvbnNlPjwvc2FtbHA6UmVzcG9uc2U%2B", 1);
    let member = |part: &[u8]| {
        let mut out =
            b"\x1F\x8B\x08\x18\0\0\0\0\0\x03name\0a comment that is longer than the rest\0"
                .to_vec();
        out.extend(compress_to_vec(part, 1));
        out.extend([0; 8]);
        out
    };
    let named: Vec<u8> = text.as_bytes().chunks(1).flat_map(member).collect();
    let plain: Vec<u8> = text.as_bytes().chunks(1).flat_map(gzip).collect();
    for packed in [named, plain] {
        for step in [1, 7, 4_096, packed.len()] {
            let mut search = Search::new(LIMITS, None);
            for piece in packed.chunks(step) {
                search.feed(piece);
            }
            let decoded = search.finish();
            assert_eq!(decoded.candidates.len(), 1, "{:?}", decoded.failure);
        }
    }
}
