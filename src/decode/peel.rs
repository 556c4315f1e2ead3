//! Peels layer by layer until text starts like XML; bounded in depth, work and number.

mod document;
mod path;
mod sent;

pub(super) use path::Path;

use crate::charset;
use crate::decode::codec::{
    base64, blanks, entity,
    inflate::{self, Inflated},
    percent, readable,
    trim::trim,
};
use crate::decode::decoded::{Candidate, CharsetConflict, ErrorText, Place};
use crate::decode::find::{
    escaped, locate, markup, shape, shown,
    signs::Signs,
    value::{self, Value},
};
use crate::decode::layer::{Forgiven, Layer};
use crate::decode::observed::errors;
use crate::decode::problem::ProblemKind as Kind;
use crate::options::CharsetReader;

/// So many layers are peeled off.
const DEPTH: usize = 30;

/// So many candidates are kept.
const CANDIDATES: usize = 1_000;

/// Shorter base64 without a name beside it holds nothing.
const SHORTEST: usize = 24;

/// What was found so far, and what may still be spent.
#[derive(Debug)]
pub(super) struct Peel {
    /// Texts that start like XML.
    pub candidates: Vec<Candidate>,
    /// Error texts.
    pub errors: Vec<ErrorText>,
    /// Numbers in the place of a code that are none.
    pub strange: Vec<u16>,
    /// The layers that were tried, each once.
    pub tried: Vec<Layer>,
    /// What a layer held instead of a message: the first that was told.
    pub obstacle: Option<(Kind, &'static str)>,
    /// Whether a bound was reached, so that more may be there.
    pub more: bool,
    /// So many bytes may still be looked at.
    pub budget: usize,
    /// The most that a message may grow to.
    message: usize,
    charsets: Option<CharsetReader>,
}

impl Peel {
    /// Begins with what may be spent; a message may grow to `message` bytes.
    pub fn new(budget: usize, message: usize, charsets: Option<CharsetReader>) -> Self {
        Self {
            candidates: vec![],
            errors: vec![],
            strange: vec![],
            tried: vec![],
            obstacle: None,
            more: false,
            budget,
            message,
            charsets,
        }
    }

    /// Looks into bytes; gives whether anything was found.
    pub fn bytes(&mut self, bytes: &[u8], path: &Path) -> bool {
        let Some(readable) = readable::read(bytes, self.charsets) else {
            return self.stream(bytes, path);
        };
        let mut below = path.with(&readable.layers);
        below.conflict.clone_from(&readable.conflict);
        if readable.is_mended {
            below.forgiven.push(Forgiven::BrokenBytes);
        }
        let before = self.found();
        if self.text(&readable.text, &below) {
            if path.exact {
                self.take_as_sent(bytes, readable, path, before);
            }
            return true;
        }
        path.layers.last() == Some(&Layer::Base64) && self.stream(bytes, path)
    }

    /// Looks into a text that a request carries as it is.
    pub fn carried(&mut self, text: &str, path: &Path) -> bool {
        match path.exact && markup::starts_like_xml(trim(text).text) {
            true => self.bytes(text.as_bytes(), path),
            false => self.text(text, path),
        }
    }

    /// Looks into text; gives whether anything was found.
    pub fn text(&mut self, text: &str, path: &Path) -> bool {
        if path.layers.len() > DEPTH || !self.spend(text.len()) {
            return false;
        }
        if let Some(text) = text.strip_prefix('\u{FEFF}') {
            return self.text(text, &path.with(&[Layer::Bom]));
        }
        let before = self.found();
        let trimmed = trim(text);
        let is_xml = markup::starts_like_xml(trimmed.text);
        let dress: &[Layer] = if trimmed.dressed { &[Layer::Trim] } else { &[] };
        if !is_xml && self.whole_value(trimmed.text, &path.with(dress)) {
            return true;
        }
        if is_xml && self.plain_message(text, trimmed.text, trimmed.dressed, path) {
            return true;
        }
        let signs = Signs::of(text);
        if self.unwrap(text, is_xml, &signs, path) {
            return self.found() > before;
        }
        if is_xml {
            match trimmed.dressed || !text.starts_with('<') {
                true => self.xml(trimmed.text, &path.with(&[Layer::Trim])),
                false => self.xml(text, path),
            }
        } else {
            self.prose(text, trimmed.text, &path.with(dress), &signs, path);
        }
        self.found() > before
    }

    /// Base64 from beginning to end, plain or percent-encoded, whatever it is wrapped in.
    fn whole_value(&mut self, text: &str, path: &Path) -> bool {
        let head = text.as_bytes().get(..8).unwrap_or_default();
        if head
            .get(..5)
            .is_some_and(|head| head.eq_ignore_ascii_case(b"data:"))
            && let Some(decoded) = base64::decode(text)
        {
            let mut below = path.with(&[Layer::Base64]);
            below.forgiven.extend(&decoded.forgiven);
            return self.bytes(&decoded.bytes, &below);
        }
        let may_begin =
            |byte: &u8| base64::is_digit(char::from(*byte)) || matches!(byte, b'%' | b'\r' | b'\n');
        if head.is_empty() || !head.iter().all(may_begin) {
            return false;
        }
        if base64::is_whole(text)
            && (text.len() >= SHORTEST || path.is_named())
            && let Some(decoded) = base64::decode(text)
        {
            let mut below = path.with(&[Layer::Base64]);
            below.forgiven.extend(&decoded.forgiven);
            if markup::bytes_start_like_xml(&decoded.bytes) {
                self.try_layer(Layer::Base64);
                return self.bytes(&decoded.bytes, &below);
            }
        }
        match value::read(text, 0) {
            Some(value)
                if value.is_xml
                    && text
                        .get(value.end..)
                        .is_some_and(|rest| trim(rest).text.is_empty()) =>
            {
                self.value(&value, path)
            }
            _ => false,
        }
    }

    /// Looks into what a value says.
    pub fn value(&mut self, value: &Value, path: &Path) -> bool {
        let mut below = path.clone();
        for _ in 0..value.percent {
            self.try_layer(Layer::Percent);
            below.layers.push(Layer::Percent);
        }
        self.try_layer(Layer::Base64);
        below = below.with(&[Layer::Base64]);
        below.forgiven.extend(&value.forgiven);
        self.bytes(&value.bytes, &below)
    }

    fn prose(&mut self, text: &str, inner: &str, dressed: &Path, signs: &Signs, path: &Path) {
        let before = self.found();
        self.mixed(text, path, signs);
        if self.found() == before && signs.has_declaration {
            self.declared(text, path);
        }
        if self.found() == before && !self.tokens(text, path) {
            self.encoded(inner, dressed);
        }
        if self.found() == before {
            self.excerpt(text, path, signs);
        }
    }

    fn encoded(&mut self, text: &str, path: &Path) {
        if self.escaped(text, path) {
            return;
        }
        self.try_layer(Layer::Percent);
        if percent::is_worth_it(text) {
            let plain = percent::decode(text, false);
            if self.bytes(&plain, &path.with(&[Layer::Percent])) {
                return;
            }
        }
        self.try_layer(Layer::Base64);
        if let Some(decoded) = base64::decode(text) {
            let mut below = path.with(&[Layer::Base64]);
            below.forgiven.extend(&decoded.forgiven);
            self.tell(shape::base64(text.trim(), &decoded, path.is_named()));
            self.bytes(&decoded.bytes, &below);
        }
    }

    fn escaped(&mut self, text: &str, path: &Path) -> bool {
        self.try_layer(Layer::Escape);
        if !escaped::has_markup(text) || !self.spend(text.len()) {
            return false;
        }
        let below = path.with(&[Layer::Escape]);
        if shown::has_tags(text) && self.shown(&entity::unescape(&shown::text(text)), &below) {
            return true;
        }
        let plain = entity::unescape(text);
        if below.layers.len() > DEPTH || !markup::starts_like_xml(text.trim_start()) {
            return self.text(&plain, &below);
        }
        let before = self.found();
        let signs = Signs::of(&plain);
        self.mixed(&plain, &below, &signs);
        if self.found() == before {
            self.excerpt(&plain, &below, &signs);
        }
        self.found() > before || self.escaped(&plain, &below)
    }

    /// Looks into the text that a page shows; what is no whole message is left.
    fn shown(&mut self, text: &str, path: &Path) -> bool {
        let before = self.found();
        self.text(text, path);
        let found = self.candidates.get(before..).unwrap_or_default();
        let is_whole = found.iter().any(|found| locate::is_whole(&found.text));
        if !is_whole {
            self.candidates.truncate(before);
        }
        is_whole
    }

    fn stream(&mut self, bytes: &[u8], path: &Path) -> bool {
        if path.layers.len() > DEPTH || !self.spend(bytes.len()) {
            return false;
        }
        self.try_layer(Layer::Inflate);
        let below = path.with(&[Layer::Inflate]);
        let limit = self.message.min(self.budget);
        match inflate::inflate(bytes, limit) {
            Inflated::Whole(inner) => self.bytes(&inner, &below),
            Inflated::Part(inner) => {
                if !self.spend(inner.len()) {
                    return false;
                }
                let starts = readable::read(&inner, self.charsets)
                    .is_some_and(|inner| markup::starts_like_xml(trim(&inner.text).text));
                starts && self.bytes(&inner, &below)
            }
            Inflated::TooLarge => {
                self.more |= limit < self.message;
                self.budget = self.budget.saturating_sub(limit);
                self.obstacle = Some((Kind::InflateBomb, ""));
                false
            }
            Inflated::No => false,
        }
    }

    /// Adds a candidate.
    pub fn keep(&mut self, text: &str, path: &Path) {
        if !self.is_full() {
            let shown = Some(text).filter(|_| !path.exact).and_then(blanks::undo);
            let mut forgiven = path.forgiven.clone();
            forgiven.extend(shown.as_ref().map(|_| Forgiven::NoBreakSpaces));
            let text = shown.as_deref().unwrap_or(text);
            let body = text.trim_start_matches('\u{FEFF}');
            let conflict = path.conflict.clone().filter(|_| body.starts_with("<?xml"));
            self.candidates.push(Candidate {
                layers: path.layers.clone(),
                text: text.to_owned(),
                exact: path.exact && !path.forgiven.contains(&Forgiven::CutShort),
                bad_bytes: None,
                charset_conflict: conflict.map(|conflict| CharsetConflict {
                    place: charset::declared(text),
                    ..conflict
                }),
                forgiven,
                place: Place::default(),
            });
        }
    }

    /// Whether no more candidates are kept; then more may be there.
    pub fn is_full(&mut self) -> bool {
        let is_full = self.candidates.len() >= CANDIDATES;
        self.more |= is_full;
        is_full
    }

    /// Adds the error texts of `text`.
    pub fn errors(&mut self, text: &str, path: &Path) {
        errors::find(text, &path.layers, &mut self.errors, &mut self.strange);
    }

    fn tell(&mut self, obstacle: Option<(Kind, &'static str)>) {
        if self.obstacle.is_none() {
            self.obstacle = obstacle;
        }
    }

    /// Remembers that a layer was looked for.
    pub fn try_layer(&mut self, layer: Layer) {
        if !self.tried.contains(&layer) {
            self.tried.push(layer);
        }
    }

    /// How many candidates there are.
    pub fn found(&self) -> usize {
        self.candidates.len()
    }

    /// Whether so many bytes may still be looked at.
    pub fn spend(&mut self, amount: usize) -> bool {
        let rest = self.budget.checked_sub(amount);
        self.more |= rest.is_none();
        self.budget = rest.unwrap_or(0);
        rest.is_some()
    }
}
