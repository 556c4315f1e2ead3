//! Peels layer by layer until text starts like XML; bounded in depth, work and number.

use crate::decode::codec::{
    base64, charset, entity,
    inflate::{self, Inflated},
    percent,
    readable::{self, Readable},
    trim::trim,
};
use crate::decode::decoded::{Candidate, CharsetConflict, ErrorText, Place};
use crate::decode::find::{escaped, html, locate, markup, shape};
use crate::decode::layer::{Forgiven, Layer};
use crate::decode::observed::errors;
use crate::decode::problem::Kind;
use crate::options::CharsetReader;

/// So many layers are peeled off.
const DEPTH: usize = 8;

/// So many candidates are kept.
const CANDIDATES: usize = 1_000;

/// The way from the input to a text.
#[derive(Debug, Clone, Default)]
pub(super) struct Path {
    /// The layers peeled off, outermost first.
    pub layers: Vec<Layer>,
    /// What was forgiven in base64.
    pub forgiven: Vec<Forgiven>,
    conflict: Option<CharsetConflict>,
}

impl Path {
    /// The same way, and these layers further.
    pub fn with(&self, layers: &[Layer]) -> Self {
        let mut path = self.clone();
        path.layers.extend_from_slice(layers);
        path
    }
}

/// What was found so far, and what may still be spent.
#[derive(Debug)]
pub(super) struct Peel {
    /// Texts that start like XML.
    pub candidates: Vec<Candidate>,
    /// Error texts.
    pub errors: Vec<ErrorText>,
    /// The layers that were tried, each once.
    pub tried: Vec<Layer>,
    /// What a layer held instead of a message: the first that was told.
    pub obstacle: Option<(Kind, &'static str)>,
    /// Whether a bound was reached, so that more may be there.
    pub more: bool,
    charsets: Option<CharsetReader>,
    work: usize,
}

impl Peel {
    /// Begins with an input of `length` bytes.
    pub fn new(length: usize, charsets: Option<CharsetReader>) -> Self {
        Self {
            candidates: vec![],
            errors: vec![],
            tried: vec![],
            obstacle: None,
            more: false,
            charsets,
            work: (128 << 20) + 12 * length,
        }
    }

    /// Looks into bytes; gives whether anything was found.
    pub fn bytes(&mut self, bytes: &[u8], path: &Path) -> bool {
        match readable::read(bytes, self.charsets) {
            Some(Readable {
                text,
                layers,
                conflict,
            }) => {
                let mut below = path.with(&layers);
                below.conflict = conflict;
                let is_last = path.layers.last() == Some(&Layer::Base64);
                self.text(&text, &below) || is_last && self.stream(bytes, path)
            }
            None => self.stream(bytes, path),
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
        if self.unwrap(text, path) {
            return self.found() > before;
        }
        let trimmed = trim(text);
        if markup::starts_like_xml(trimmed.text) {
            if trimmed.dressed || !text.starts_with('<') {
                self.xml(trimmed.text, &path.with(&[Layer::Trim]));
            } else {
                self.xml(text, path);
            }
        } else {
            self.mixed(text, path);
            if self.found() == before {
                self.declared(text, path);
            }
            if self.found() == before && trimmed.dressed {
                self.encoded(trimmed.text, &path.with(&[Layer::Trim]));
            } else if self.found() == before {
                self.encoded(text, path);
            }
            if self.found() == before {
                self.runs(text, path);
            }
        }
        self.found() > before
    }

    fn xml(&mut self, text: &str, path: &Path) {
        let head = markup::head(text);
        let local = markup::local(head.root);
        if head.is_html {
            self.page(text, path);
        } else if local.eq_ignore_ascii_case("federatedSSO") {
            let before = self.errors.len();
            self.errors(text, path);
            if self.errors.len() == before {
                self.keep(text, path);
            }
        } else if locate::saml_name(head.root).is_some() {
            self.saml(text, head.at, path);
        } else if local == "Envelope" && self.soap(text, path) {
        } else if !self.escaped(text, path) {
            let is_whole = head.root.is_empty() || markup::end(text).is_some();
            let inside = if is_whole {
                vec![]
            } else {
                locate::elements(text)
            };
            if !html::fields(text).is_empty() {
                self.page(text, path);
            } else if inside.is_empty() {
                self.errors(text, path);
                self.keep(text, path);
            } else {
                self.mixed(text, path);
            }
        }
    }

    fn page(&mut self, text: &str, path: &Path) {
        let before = self.found();
        self.mixed(text, path);
        if self.found() == before && !self.escaped(text, path) {
            self.runs(text, path);
        }
    }

    fn saml(&mut self, text: &str, root: usize, path: &Path) {
        let mut elements = locate::elements(text);
        elements.retain(|element| element.start >= root);
        let Some(first) = elements.first_mut() else {
            return self.keep(text, path);
        };
        first.start = 0;
        let rest = text.get(first.end..).unwrap_or_default();
        if elements.len() == 1 && markup::is_misc(rest) {
            return self.keep(text, path);
        }
        self.cut(text, elements, path);
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
            let mut path = path.with(&[Layer::Base64]);
            path.forgiven.extend(&decoded.forgiven);
            let named = path
                .layers
                .iter()
                .any(|layer| matches!(layer, Layer::Form | Layer::Url | Layer::Html));
            self.tell(shape::base64(text.trim(), &decoded, named));
            self.bytes(&decoded.bytes, &path);
        }
    }

    fn escaped(&mut self, text: &str, path: &Path) -> bool {
        self.try_layer(Layer::Escape);
        if !escaped::has_markup(text) {
            return false;
        }
        let below = path.with(&[Layer::Escape]);
        let plain = entity::unescape(text);
        if below.layers.len() > DEPTH || !markup::starts_like_xml(text.trim_start()) {
            return self.text(&plain, &below);
        }
        let before = self.found();
        self.mixed(&plain, &below);
        self.found() > before || self.escaped(&plain, &below)
    }

    fn stream(&mut self, bytes: &[u8], path: &Path) -> bool {
        if path.layers.len() > DEPTH || !self.spend(bytes.len()) {
            return false;
        }
        self.try_layer(Layer::Inflate);
        let below = path.with(&[Layer::Inflate]);
        match inflate::inflate(bytes, inflate::LIMIT.min(self.work)) {
            Inflated::Whole(inner) => self.bytes(&inner, &below),
            Inflated::Part(inner) => {
                let starts = readable::read(&inner, self.charsets)
                    .is_some_and(|inner| markup::starts_like_xml(trim(&inner.text).text));
                starts && self.bytes(&inner, &below)
            }
            Inflated::TooLarge => {
                self.work = self.work.saturating_sub(inflate::LIMIT);
                self.obstacle = Some((Kind::InflateBomb, ""));
                false
            }
            Inflated::No => false,
        }
    }

    /// Adds a candidate.
    pub fn keep(&mut self, text: &str, path: &Path) {
        if self.candidates.len() >= CANDIDATES {
            self.more = true;
        } else {
            let conflict = path.conflict.clone().filter(|_| text.starts_with("<?xml"));
            self.candidates.push(Candidate {
                layers: path.layers.clone(),
                text: text.to_owned(),
                charset_conflict: conflict.map(|conflict| CharsetConflict {
                    place: charset::declared(text),
                    ..conflict
                }),
                forgiven: path.forgiven.clone(),
                place: Place::default(),
            });
        }
    }

    /// Adds the error texts of `text`.
    pub fn errors(&mut self, text: &str, path: &Path) {
        errors::find(text, &path.layers, &mut self.errors);
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

    fn spend(&mut self, amount: usize) -> bool {
        let rest = self.work.checked_sub(amount);
        self.more |= rest.is_none();
        self.work = rest.unwrap_or(0);
        rest.is_some()
    }
}
