//! Peels layer by layer until text starts like XML; bounded in depth, work and number.

use crate::charset;
use crate::decode::codec::{
    base64, blanks, entity,
    inflate::{self, Inflated},
    percent,
    readable::{self, Readable},
    trim::trim,
};
use crate::decode::decoded::{Candidate, CharsetConflict, ErrorText, Place};
use crate::decode::find::{
    escaped, html, locate, markup, shape, shown,
    signs::Signs,
    value::{self, Value},
};
use crate::decode::layer::{Forgiven, Layer};
use crate::decode::observed::errors;
use crate::decode::problem::ProblemKind as Kind;
use crate::decode::wrap::wrapped;
use crate::options::CharsetReader;
use crate::xml::{self, BadBytes};

/// So many layers are peeled off.
const DEPTH: usize = 30;

/// So many candidates are kept.
const CANDIDATES: usize = 1_000;

/// What a text goes through when it is forgiven what a receiver would not forgive.
const MENDING: [Layer; 8] = [
    Layer::Bom,
    Layer::Trim,
    Layer::Cut,
    Layer::Soap,
    Layer::Latin1,
    Layer::Charset,
    Layer::Utf16Le,
    Layer::Utf16Be,
];

/// So far behind the beginning of bytes without a name a message begins, with something in front, in bytes.
const NEAR: usize = 256;

/// Shorter base64 without a name beside it holds nothing.
const SHORTEST: usize = 24;

/// The way from the input to a text.
#[derive(Debug, Clone, Default)]
pub(super) struct Path {
    /// The layers peeled off, outermost first.
    pub layers: Vec<Layer>,
    /// What was forgiven in base64.
    pub forgiven: Vec<Forgiven>,
    /// Whether the bytes are those that were sent: they came out of base64, of a stream or of a capture's parameters.
    pub exact: bool,
    /// Whether a capture says that it was sent.
    sent: bool,
    conflict: Option<CharsetConflict>,
}

impl Path {
    /// The same way, and these layers further.
    pub fn with(&self, layers: &[Layer]) -> Self {
        let mut path = self.clone();
        path.layers.extend_from_slice(layers);
        path.exact |= layers
            .iter()
            .any(|layer| matches!(layer, Layer::Base64 | Layer::Inflate));
        path
    }

    /// The same way, and further through the base64 of a mail, which carries text of any kind.
    pub fn mailed(&self) -> Self {
        let mut path = self.clone();
        path.layers.push(Layer::Base64);
        path
    }

    /// The way to what a capture says was sent.
    pub fn sent() -> Self {
        Self {
            exact: true,
            sent: true,
            ..Self::default()
        }
    }

    /// Whether it leads through the parameter of a request or the field of a form.
    fn is_parameter(&self) -> bool {
        let holds = |layer: &Layer| matches!(layer, Layer::Form | Layer::Url | Layer::Html);
        self.sent || self.layers.iter().any(holds)
    }

    fn is_named(&self) -> bool {
        let last = self
            .layers
            .iter()
            .rev()
            .find(|layer| **layer != Layer::Percent);
        matches!(last, Some(Layer::Form | Layer::Url | Layer::Html))
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

    /// A receiver takes `bytes` as they are: what was found since `before` only because something around it or in it
    /// was forgiven is one document that can't be read.
    fn take_as_sent(&mut self, bytes: &[u8], readable: Readable, path: &Path, before: usize) {
        let found = self.candidates.get(before..).unwrap_or_default();
        let is_mended = |found: &Candidate| {
            let below = found.layers.get(path.layers.len()..).unwrap_or_default();
            below.iter().all(|layer| MENDING.contains(layer))
                && found.text.len() > 3
                && !locate::elements(&found.text).is_empty()
        };
        let (Some(first), true) = (found.first(), found.iter().all(is_mended)) else {
            return;
        };
        let Readable {
            mut text, layers, ..
        } = readable;
        let begins = text.find(first.text.get(..8).unwrap_or_default());
        let is_near = path.is_parameter() || begins.is_some_and(|begins| begins <= NEAR);
        if !is_near || markup::head(trim(&text).text).is_html {
            return;
        }
        if layers.contains(&Layer::Bom) {
            text.insert(0, '\u{FEFF}');
        }
        let bad_bytes = BadBytes::of(bytes);
        let is_cut = |text: &str| xml::parse(text).is_err_and(|error| error.reason.breaks_off());
        let is_fine = bad_bytes.is_none()
            && xml::parse(&text)
                .err()
                .is_none_or(|error| error.reason.is_bound());
        if is_fine || found.iter().any(|found| is_cut(&found.text)) {
            return;
        }
        let mut path = path.with(&layers);
        if let Some(BadBytes::Conflict { declared, actual }) = &bad_bytes {
            path.conflict = Some(CharsetConflict {
                declared: declared.clone(),
                actual: actual.clone(),
                place: None,
            });
        }
        self.candidates.truncate(before);
        self.keep(&text, &path);
        if let Some(last) = self.candidates.last_mut() {
            last.bad_bytes = bad_bytes;
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
        let signs = Signs::of(text);
        if is_xml && self.plain_message(text, trimmed.text, trimmed.dressed, &signs, path) {
            return true;
        }
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

    /// A SAML message from beginning to end, in a text that nothing else can be.
    fn plain_message(
        &mut self,
        text: &str,
        inner: &str,
        dressed: bool,
        signs: &Signs,
        path: &Path,
    ) -> bool {
        if !signs.has_element
            || signs.has_backslash
            || signs.has_printable
            || signs.has_doubled
            || signs.has_tails
            || dressed
            || signs.has_lines && wrapped::is_wrapped(text)
        {
            return false;
        }
        let head = markup::head(inner);
        if head.is_html
            || locate::saml_name(head.root).is_none()
            || markup::local(head.root) == "ArtifactResponse"
        {
            return false;
        }
        let before = self.found();
        match text.starts_with('<') {
            true => self.saml(text, head.at, path),
            false => self.saml(inner, head.at, &path.with(&[Layer::Trim])),
        }
        self.found() > before
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
        } else {
            self.foreign(text, local, path);
        }
    }

    fn page(&mut self, text: &str, path: &Path) {
        let before = self.found();
        let signs = Signs::of(text);
        self.mixed(text, path, &signs);
        let is_cut = |found: &Candidate| found.forgiven.contains(&Forgiven::CutShort);
        if self
            .candidates
            .get(before..)
            .is_some_and(|found| found.iter().any(is_cut))
        {
            let cut = self.candidates.split_off(before);
            if !self.shown(
                &entity::unescape(&shown::text(text)),
                &path.with(&[Layer::Html]),
            ) {
                self.candidates.extend(cut);
            }
        }
        if self.found() == before && !self.escaped(text, path) {
            self.excerpt(text, path, &signs);
        }
    }

    /// XML of another kind: what stands in its elements, texts and attributes is searched like any other text.
    fn foreign(&mut self, text: &str, local: &str, path: &Path) {
        let before = self.found();
        if local == "Envelope" && self.soap(text, path) || self.escaped(text, path) {
            return;
        }
        let signs = Signs::of(text);
        let told = self.errors.len();
        self.mixed(text, path, &signs);
        if self.found() == before {
            self.inside(text, path);
        }
        if self.found() == before {
            self.excerpt(text, path, &signs);
        }
        if self.found() > before {
            return;
        }
        let is_whole = markup::head(text).root.is_empty() || markup::end(text).is_some();
        if html::fields(text).is_empty() && (is_whole || self.errors.len() == told) {
            self.keep(text, path);
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

    /// Whether so many bytes may still be looked at.
    pub fn spend(&mut self, amount: usize) -> bool {
        let rest = self.budget.checked_sub(amount);
        self.more |= rest.is_none();
        self.budget = rest.unwrap_or(0);
        rest.is_some()
    }
}
