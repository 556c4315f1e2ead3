//! What was found so far in an input, and what the search remembers.

use super::layer::Layer;
use super::peel::{Path, Peel};
use super::problem::Kind;
use super::scan::{End, Limits, Notice, Place, Sensitive};
use super::{Candidate, Decoded, ErrorText, Failure, inflate, locate};
use crate::options::CharsetReader;
use crate::text::Args;
use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// What was found, and what the search remembers.
#[derive(Debug)]
pub(super) struct Found {
    pub limits: Limits,
    pub charsets: Option<CharsetReader>,
    pub candidates: Vec<Candidate>,
    pub errors: Vec<ErrorText>,
    pub notices: Vec<Notice>,
    pub totals: Vec<Option<u32>>,
    pub ends: Option<End>,
    pub more: bool,
    pub obstacle: Option<(Kind, &'static str)>,
    /// What the input as a whole was taken for.
    pub guess: Option<(Kind, &'static str)>,
    /// So many bytes of the input were read.
    pub read: u64,
    unpacked: u64,
    count: usize,
    kept: usize,
    tried: Vec<Layer>,
    posts: Vec<(String, usize)>,
    cookies: BTreeSet<u64>,
    authorization: BTreeSet<u64>,
    passwords: u32,
}

/// So many candidates are kept.
const CANDIDATES: usize = 1_000;

/// So many error texts, notices and hosts are kept.
const FEW: usize = 50;

/// So many different values are counted.
const COUNTED: usize = 100_000;

impl Found {
    /// Nothing yet.
    pub fn new(limits: Limits, charsets: Option<CharsetReader>) -> Self {
        Self {
            limits,
            charsets,
            candidates: vec![],
            errors: vec![],
            notices: vec![],
            totals: vec![],
            ends: None,
            more: false,
            obstacle: None,
            guess: None,
            read: 0,
            unpacked: 0,
            count: 0,
            kept: 0,
            tried: vec![],
            posts: vec![],
            cookies: BTreeSet::new(),
            authorization: BTreeSet::new(),
            passwords: 0,
        }
    }

    /// How much was found so far: candidates and error texts.
    pub fn sum(&self) -> usize {
        self.count + self.errors.len()
    }

    /// Looks into text that stood under these layers; gives the index of the last candidate in it.
    pub fn text(&mut self, text: &str, outer: &[Layer], place: &Place) -> Option<usize> {
        let mut peel = Peel::new(text.len(), self.charsets);
        peel.text(text, &Path::default());
        self.take(peel, outer, place, None)
    }

    /// The same for text that may be anything, where only XML with SAML in it counts; error texts in it answer an
    /// earlier message.
    pub fn passage(&mut self, text: &str, outer: &[Layer], place: &Place, to: Option<usize>) {
        let mut peel = Peel::new(text.len(), self.charsets);
        peel.text(text, &Path::default());
        peel.candidates
            .retain(|candidate| !locate::elements(&candidate.text).is_empty());
        self.take(peel, outer, place, to);
    }

    /// The same for bytes.
    pub fn bytes(&mut self, bytes: &[u8], outer: &[Layer], place: &Place) {
        let mut peel = Peel::new(bytes.len(), self.charsets);
        peel.bytes(bytes, &Path::default());
        self.take(peel, outer, place, None);
    }

    fn take(
        &mut self,
        peel: Peel,
        outer: &[Layer],
        place: &Place,
        answers: Option<usize>,
    ) -> Option<usize> {
        for layer in outer.iter().chain(&peel.tried) {
            self.try_layer(*layer);
        }
        self.more |= peel.more;
        let in_capture = |layer: &Layer| matches!(layer, Layer::Har | Layer::Tracer | Layer::Json);
        if !outer.iter().any(in_capture) {
            self.obstacle = self.obstacle.or(peel.obstacle);
        }
        let mut last = None;
        for mut candidate in peel.candidates {
            if self.count >= CANDIDATES || self.kept + candidate.text.len() > self.limits.kept {
                self.more = true;
                break;
            }
            self.kept += candidate.text.len();
            candidate.layers.splice(0..0, outer.iter().copied());
            candidate.place = place.clone();
            self.candidates.push(candidate);
            last = Some(self.count);
            self.count += 1;
        }
        for mut error in peel.errors {
            error.layers.splice(0..0, outer.iter().copied());
            error.place = place.clone();
            error.answers = answers;
            let known = |other: &ErrorText| {
                other.code == error.code
                    && other.answers == error.answers
                    && other.spelling.to_lowercase() == error.spelling.to_lowercase()
            };
            if self.errors.len() < FEW && !self.errors.iter().any(known) {
                self.errors.push(error);
            }
        }
        last
    }

    /// Remembers that a layer was looked for.
    pub fn try_layer(&mut self, layer: Layer) {
        if !self.tried.contains(&layer) {
            self.tried.push(layer);
        }
    }

    /// Tells something about a part of the input.
    pub fn tell(&mut self, kind: Kind, args: Args, place: &Place) {
        if self.notices.len() < FEW {
            let failure = Failure {
                words: kind.words(),
                args,
                tried: vec![],
            };
            self.notices.push(Notice {
                failure,
                place: place.clone(),
            });
        }
    }

    /// Tells that an archive, or a file in it, is not read.
    pub fn refuse(&mut self, kind: Kind, format: &'static str, place: &Place) {
        let args = vec![
            ("format", format.to_owned()),
            ("limit", (self.limits.inflated >> 20).to_string()),
        ];
        self.tell(kind, args, place);
    }

    /// Whether the archives in this input unpack to more than they may, with so many bytes more.
    pub fn is_bomb(&mut self, bytes: usize) -> bool {
        self.unpacked += bytes as u64;
        let allowed = self.read.saturating_mul(self.limits.ratio);
        self.unpacked > self.limits.inflated.max(allowed)
    }

    /// Remembers which message was posted to a host.
    pub fn posted(&mut self, host: &str, index: usize) {
        self.posts.retain(|(other, _)| other != host);
        if self.posts.len() == FEW {
            self.posts.remove(0);
        }
        self.posts.push((host.to_owned(), index));
    }

    /// The message that was posted last to a host, else to any host of Webex where this is one.
    pub fn last_post(&self, host: &str) -> Option<usize> {
        let is_webex = |host: &str| host.ends_with(".webex.com");
        let mut posts = self.posts.iter().rev();
        let same = self.posts.iter().rev().find(|(other, _)| other == host);
        let found = same.or_else(|| posts.find(|(other, _)| is_webex(host) && is_webex(other)));
        found.map(|(_, index)| *index)
    }

    /// Counts a cookie.
    pub fn cookie(&mut self, name: &str, value: &str) {
        if is_live(value) && self.cookies.len() < COUNTED {
            self.cookies.insert(hash(&(name.trim(), value.trim())));
        }
    }

    /// Counts the value of an `Authorization` header.
    pub fn authorization(&mut self, value: &str) {
        if is_live(value) && self.authorization.len() < COUNTED {
            self.authorization.insert(hash(&value.trim()));
        }
    }

    /// Counts a password.
    pub fn password(&mut self, value: &str) {
        if is_live(value) {
            self.passwords = self.passwords.saturating_add(1);
        }
    }

    /// What it all comes to.
    pub fn end(mut self) -> Decoded {
        let count = |set: &BTreeSet<u64>| u32::try_from(set.len()).unwrap_or(u32::MAX);
        let failure = match self.sum() {
            0 if self.notices.is_empty() || self.obstacle.is_some() => {
                let guess = self.guess.unwrap_or((Kind::Empty, ""));
                let (kind, format) = self.obstacle.unwrap_or(guess);
                Some(failure(kind, format, self.tried))
            }
            0 => Some(Failure {
                tried: self.tried,
                ..self.notices.remove(0).failure
            }),
            _ => None,
        };
        Decoded {
            candidates: self.candidates,
            errors: self.errors,
            failure,
            more: self.more,
            notices: self.notices,
            totals: self.totals,
            ends: self.ends,
            sensitive: Sensitive {
                cookies: count(&self.cookies),
                authorization: count(&self.authorization),
                passwords: self.passwords,
            },
        }
    }
}

fn failure(kind: Kind, format: &str, tried: Vec<Layer>) -> Failure {
    let words = kind.words();
    let mut args = vec![
        ("format", format.to_owned()),
        ("limit", (inflate::LIMIT >> 20).to_string()),
    ];
    args.retain(|(name, _)| words.title.contains(&format!("{{ ${name} }}")));
    Failure { words, args, tried }
}

fn is_live(value: &str) -> bool {
    let value = value.trim();
    let is_masked = |value: &str| {
        let value = value.to_ascii_lowercase();
        value.bytes().all(|byte| matches!(byte, b'*' | b'x' | b'-'))
            || ["redacted", "masked", "removed"]
                .iter()
                .any(|word| value.contains(word))
    };
    !value.is_empty() && !is_masked(value.get(..64).unwrap_or(value))
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
