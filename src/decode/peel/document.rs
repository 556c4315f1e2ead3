//! Text that starts like XML, by what its root is.

use super::{Path, Peel};
use crate::decode::codec::entity;
use crate::decode::decoded::Candidate;
use crate::decode::find::{
    html, locate, markup, shown,
    signs::{Plain, Signs},
};
use crate::decode::layer::{Forgiven, Layer};
use crate::decode::wrap::wrapped;
use memchr::memmem;

impl Peel {
    /// A SAML message from beginning to end, in a text that nothing else can be.
    pub(super) fn plain_message(
        &mut self,
        text: &str,
        inner: &str,
        dressed: bool,
        path: &Path,
    ) -> bool {
        let plain = Plain::of(text);
        if !plain.is_plain || dressed || plain.has_lines && wrapped::is_wrapped(text) {
            return false;
        }
        let head = markup::head(inner);
        let root = inner.get(head.at + 1..).unwrap_or_default();
        if head.is_html
            || locate::saml_name(head.root).is_none()
            || locate::saml_name(root).is_none() && !Signs::of(text).has_element
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

    /// Text that starts like XML: a page, Webex’s own answer, a message, or XML of another kind.
    pub(super) fn xml(&mut self, text: &str, path: &Path) {
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
        if is_alone(text, root) {
            return self.keep(text, path);
        }
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
}

/// Whether the SAML element at `root` is told by its name alone to be all of the text: no other is called so, and nothing
/// stands behind its end.
fn is_alone(text: &str, root: usize) -> bool {
    let Some(inside) = text.get(root + 1..) else {
        return false;
    };
    let name = markup::name(inside);
    let only = |sign: &str| {
        let sign = [sign, name].concat();
        let mut places = memmem::find_iter(text.as_bytes(), &sign);
        let first = places.next()? + sign.len();
        places.next().is_none().then(|| text.get(first..))?
    };
    let closed = only("</").and_then(|rest| rest.trim_start().strip_prefix('>'));
    closed.is_some_and(markup::is_misc)
        && only("<").is_some()
        && locate::saml_name(inside).is_some()
}
