//! What was found so far in an input, and what the search remembers.

use super::capture::posts::Posts;
use super::capture::secrets::Secrets;
use crate::address;
use crate::decode::decoded::{
    Candidate, Certainty, Decoded, End, ErrorText, Failure, Limits, Notice, Place,
};
use crate::decode::find::locate;
use crate::decode::layer::Layer;
use crate::decode::peel::{Path, Peel};
use crate::decode::problem::ProblemKind as Kind;
use crate::options::CharsetReader;
use crate::text::Args;
use crate::webex;

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
    /// So many bytes were looked at, over all texts, layers and files.
    spent: u64,
    /// Files of an archive that are XML without SAML in it: worth telling only where there is nothing else.
    spare: Vec<Candidate>,
    count: usize,
    kept: usize,
    tried: Vec<Layer>,
    /// Who was posted what.
    pub posts: Posts,
    /// What should not travel.
    pub secrets: Secrets,
}

/// So many error texts and notices are kept.
const FEW: usize = 50;

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
            spent: 0,
            spare: vec![],
            count: 0,
            kept: 0,
            tried: vec![],
            posts: Posts::default(),
            secrets: Secrets::default(),
        }
    }

    /// How much was found so far: candidates and error texts.
    pub fn sum(&self) -> usize {
        self.count + self.errors.len()
    }

    /// Looks into text that stood under these layers; gives the index of the last candidate in it.
    pub fn text(&mut self, text: &str, outer: &[Layer], place: &Place) -> Option<usize> {
        self.look(outer, place, None, |peel| {
            peel.text(text, &Path::default());
        })
    }

    /// The same for what a capture says was sent: these are the bytes that the receiver reads.
    pub fn sent(&mut self, text: &str, outer: &[Layer], place: &Place) -> Option<usize> {
        self.look(outer, place, None, |peel| {
            peel.text(text, &Path::sent());
        })
    }

    /// The same for text that may be anything, where only XML with SAML in it counts; error texts in it answer an
    /// earlier message.
    pub fn passage(&mut self, text: &str, outer: &[Layer], place: &Place, to: Option<usize>) {
        let is_saml = |candidate: &Candidate| {
            let text = &candidate.text;
            !locate::elements(text).is_empty()
                || place.entry.is_none()
                    && !locate::excerpts(text).is_empty()
                    && (!candidate.layers.contains(&Layer::List)
                        || candidate.layers.contains(&Layer::Jwt))
        };
        self.look(outer, place, to, |peel| {
            peel.text(text, &Path::default());
            peel.candidates.retain(is_saml);
        });
    }

    /// The same for bytes.
    pub fn bytes(&mut self, bytes: &[u8], outer: &[Layer], place: &Place) {
        self.look(outer, place, None, |peel| {
            peel.bytes(bytes, &Path::default());
        });
    }

    fn look(
        &mut self,
        outer: &[Layer],
        place: &Place,
        answers: Option<usize>,
        look: impl FnOnce(&mut Peel),
    ) -> Option<usize> {
        let Limits {
            work,
            times,
            times_unpacked,
            ..
        } = self.limits;
        let allowed = work
            .saturating_add(self.read.saturating_mul(times))
            .saturating_add(self.unpacked.saturating_mul(times_unpacked));
        let budget = usize::try_from(allowed.saturating_sub(self.spent)).unwrap_or(usize::MAX);
        let mut peel = Peel::new(budget, self.limits.message, self.charsets);
        look(&mut peel);
        self.spent = self.spent.saturating_add((budget - peel.budget) as u64);
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
            if self.count >= self.limits.candidates
                || self.kept + candidate.text.len() > self.limits.kept
            {
                self.more = true;
                break;
            }
            self.kept += candidate.text.len();
            if place.member.is_some()
                && locate::elements(&candidate.text).is_empty()
                && locate::excerpts(&candidate.text).is_empty()
            {
                candidate.layers.splice(0..0, outer.iter().copied());
                candidate.place = place.clone();
                self.spare.push(candidate);
                continue;
            }
            candidate.layers.splice(0..0, outer.iter().copied());
            candidate.place = place.clone();
            self.candidates.push(candidate);
            last = Some(self.count);
            self.count += 1;
        }
        let host = place.url.as_deref().map(address::host);
        for number in peel.strange {
            self.tell(
                Kind::UnknownCode,
                vec![("code", u32::from(number).into())],
                place,
            );
        }
        for mut error in peel.errors {
            if host.is_some_and(|host| !webex::is_of_vendor(host))
                && error.certainty == Certainty::Sure
            {
                error.certainty = Certainty::Elsewhere;
            }
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
        let failure = Failure {
            kind,
            args,
            tried: vec![],
        };
        let notice = Notice {
            failure,
            place: place.clone(),
        };
        if self.notices.len() < FEW && !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
    }

    /// Tells that an archive, or a file in it, is not read.
    pub fn refuse(&mut self, kind: Kind, format: &'static str, place: &Place) {
        self.tell(kind, self.args(kind, format), place);
    }

    /// Whether the archives in this input unpack to more than they may, with so many bytes more.
    pub fn is_bomb(&mut self, bytes: usize) -> bool {
        self.unpacked += bytes as u64;
        let allowed = self.read.saturating_mul(self.limits.ratio);
        self.unpacked > self.limits.inflated.max(allowed)
    }

    /// What the words of `kind` speak of.
    fn args(&self, kind: Kind, format: &'static str) -> Args {
        let limit = match kind {
            Kind::InflateBomb => self.limits.message as u64,
            _ => self.limits.inflated,
        };
        let mut args = vec![("format", format.into()), ("limit", (limit >> 20).into())];
        let words = kind.words();
        let texts = [words.title(), words.why(), words.fix()];
        args.retain(|(name, _)| {
            let placeholder = format!("{{ ${name} }}");
            texts.iter().any(|text| text.contains(&placeholder))
        });
        args
    }

    /// What it all comes to.
    pub fn end(mut self) -> Decoded {
        if self.count == 0 && self.errors.is_empty() {
            self.count = self.spare.len();
            self.candidates.append(&mut self.spare);
        }
        let failure = match self.sum() {
            0 if self.notices.is_empty() || self.obstacle.is_some() => {
                let guess = self.guess.unwrap_or((Kind::Empty, ""));
                let (kind, format) = self.obstacle.unwrap_or(guess);
                Some(Failure {
                    kind,
                    args: self.args(kind, format),
                    tried: self.tried,
                })
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
            work: self.spent,
            notices: self.notices,
            totals: self.totals,
            ends: self.ends,
            sensitive: self.secrets.count(),
        }
    }
}
