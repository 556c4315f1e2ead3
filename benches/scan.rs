//! Speed of the scan on a made-up HAR: `cargo bench --bench scan`, or `-- write PATH MEGABYTES` for the browser.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a measurement may stop"
)]

use error31::{Check, Options};
use std::fmt::Write as _;
use std::io::Write as _;
use std::time::Instant;

/// So many sign-ins are spread over the file.
const SIGN_INS: usize = 40;

const RESPONSE: &str = include_str!("../tests/fixtures/entra/default-claims.xml");

/// A HAR of about `size` bytes, a request at a time; the same for the same size.
struct Har {
    size: usize,
    written: usize,
    signed_in: usize,
    seed: u64,
}

impl Har {
    fn new(size: usize) -> Self {
        Self {
            size,
            written: 0,
            signed_in: 0,
            seed: 31,
        }
    }

    fn next(&mut self) -> Option<String> {
        if self.written >= self.size {
            return None;
        }
        let mut out = String::new();
        if self.written == 0 {
            out.push_str("{\n  \"log\": {\n    \"version\": \"1.2\",\n    \"entries\": [\n");
        } else {
            out.push_str(",\n");
        }
        let is_due = self.written * SIGN_INS >= self.size * self.signed_in;
        if is_due && self.signed_in < SIGN_INS {
            self.signed_in += 1;
            self.sign_in(&mut out);
        } else {
            self.noise(&mut out);
        }
        self.written += out.len();
        if self.written >= self.size {
            out.push_str("\n    ]\n  }\n}\n");
        }
        Some(out)
    }

    fn random(&mut self, below: usize) -> usize {
        self.seed ^= self.seed << 13;
        self.seed ^= self.seed >> 7;
        self.seed ^= self.seed << 17;
        usize::try_from(self.seed % below as u64).unwrap()
    }

    fn sign_in(&mut self, out: &mut String) {
        let id = format!("_c2d84d10-{:012}", self.signed_in);
        let xml = RESPONSE.replace("_c2d84d10-41aa-4f4e-b3ef-0b7d0d1f9a00", &id);
        let body = format!("SAMLResponse={}&RelayState=x", base64(xml.as_bytes()));
        let text = body.replace('+', "%2B").replace('/', "%2F");
        self.entry(
            out,
            "POST",
            "https://adriasoft.webex.com/dispatcher/SAML2AuthService",
            &text,
            "text/html",
            "<p>Reason: Auto Account Creation failed (31)</p>",
        );
    }

    fn noise(&mut self, out: &mut String) {
        const MIMES: [&str; 6] = [
            "application/javascript",
            "text/css",
            "image/png",
            "text/html",
            "application/json",
            "text/html",
        ];
        const WORDS: [&str; 12] = [
            "<div class=\\\"row\\\">",
            "function(e){return e}",
            "\\n    ",
            "margin:0;",
            "{\\\"id\\\":17}",
            "Prijava",
            "</div>",
            "\\u003cspan>",
            "account",
            "result=",
            "iVBORw0KGgoAAAANSUhEUgAA",
            "var x=\\\"y\\\";",
        ];
        let mime = MIMES[self.random(MIMES.len())];
        let length = (1 << (8 + self.random(11))).min(self.size / 200);
        let mut body = String::with_capacity(length + 64);
        while body.len() < length {
            body.push_str(WORDS[self.random(WORDS.len())]);
        }
        let url = format!(
            "https://cdn{}.adriasoft.example/asset/{}",
            self.random(9),
            self.random(1 << 30)
        );
        self.entry(out, "GET", &url, "", mime, &body);
    }

    fn entry(
        &mut self,
        out: &mut String,
        method: &str,
        url: &str,
        post: &str,
        mime: &str,
        body: &str,
    ) {
        let second = self.random(60);
        let _ = write!(
            out,
            "      {{\n        \"_initiator\": {{ \"type\": \"script\", \"stack\": {{ \"callFrames\": [ {{ \"functionName\": \"a\", \"url\": \"{url}\", \"lineNumber\": 1 }} ] }} }},\n        \"request\": {{\n          \"method\": \"{method}\",\n          \"url\": \"{url}\",\n          \"httpVersion\": \"http/2.0\",\n          \"headers\": ["
        );
        for index in 0..16 {
            let comma = if index == 0 { "" } else { "," };
            let _ = write!(
                out,
                "{comma}\n            {{\n              \"name\": \"sec-header-{index}\",\n              \"value\": \"some value of a header {index}\"\n            }}"
            );
        }
        out.push_str(" ],\n          \"queryString\": [],\n          \"cookies\": []");
        if !post.is_empty() {
            let _ = write!(
                out,
                ",\n          \"postData\": {{\n            \"mimeType\": \"application/x-www-form-urlencoded\",\n            \"text\": \"{post}\"\n          }}"
            );
        }
        let _ = write!(
            out,
            "\n        }},\n        \"response\": {{\n          \"status\": 200,\n          \"headers\": [],\n          \"content\": {{\n            \"size\": {},\n            \"mimeType\": \"{mime}\",\n            \"text\": \"{body}\"\n          }}\n        }},\n        \"startedDateTime\": \"2026-11-21T09:14:{second:02}.000Z\",\n        \"time\": 12.5\n      }}",
            body.len()
        );
    }
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let mut number = three
            .iter()
            .fold(0, |sum, byte| sum << 8 | usize::from(*byte));
        number <<= 8 * (3 - three.len());
        for digit in 0..4 {
            let index = number >> (18 - 6 * digit) & 63;
            out.push(if digit <= three.len() {
                char::from(DIGITS[index])
            } else {
                '='
            });
        }
    }
    out
}

fn measure(megabytes: usize) {
    let options = Options::default();
    let mut har = Har::new(megabytes << 20);
    let mut scan = Check::new(&options);
    let (mut time, mut length, mut found) = (0.0, 0, 0);
    let mut slice = String::new();
    let mut feed = |slice: &mut String| {
        let start = Instant::now();
        found += scan.feed(slice.as_bytes()).len();
        time += start.elapsed().as_secs_f64();
        length += slice.len();
        slice.clear();
    };
    while let Some(entry) = har.next() {
        slice.push_str(&entry);
        if slice.len() >= 2 << 20 {
            feed(&mut slice);
        }
    }
    feed(&mut slice);
    let start = Instant::now();
    let report = scan.finish();
    time += start.elapsed().as_secs_f64();
    assert_eq!((found, report.messages.len()), (SIGN_INS, SIGN_INS));
    let megabytes = length as f64 / 1e6;
    println!(
        "{megabytes:>7.1} MB  {:>8.1} ms  {:>6.0} MB/s",
        time * 1e3,
        megabytes / time
    );
}

fn main() {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|a| a != "--bench")
        .collect();
    if let [_, path, megabytes] = arguments.as_slice()
        && arguments[0] == "write"
    {
        let mut har = Har::new(megabytes.parse::<usize>().unwrap() << 20);
        let mut file = std::io::BufWriter::new(std::fs::File::create(path).unwrap());
        while let Some(entry) = har.next() {
            file.write_all(entry.as_bytes()).unwrap();
        }
        return;
    }
    for megabytes in [1, 10, 100, 1000] {
        measure(megabytes);
    }
}
