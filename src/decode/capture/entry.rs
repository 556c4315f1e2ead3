//! One request of a capture with its answer: the messages in it, and what else it tells.

use super::needles;
use crate::address;
use crate::decode::codec::{base64, escapes::unescape, percent, readable};
use crate::decode::decoded::Place;
use crate::decode::found::Found;
use crate::decode::layer::Layer;
use crate::decode::problem::ProblemKind as Kind;
use crate::text::Arg;
use crate::webex;

/// What names with values are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Headers,
    Cookies,
    Fields,
}

/// What was read of a request.
#[derive(Debug, Default)]
pub(super) struct Entry {
    pub started_at: Option<String>,
    pub url: String,
    pub is_post: bool,
    /// The body.
    pub post: String,
    /// The fields of the body.
    pub params: Vec<(String, String)>,
    /// The message in it, as SAML-tracer decoded it.
    pub saml: String,
    /// Type of the answer.
    pub mime: String,
    /// Whether the answer is in base64.
    pub is_base64: bool,
    /// Whether there is an answer: a text, or another address to go to.
    pub is_answered: bool,
    /// The answer, as it stands between its quotation marks.
    content: Vec<u8>,
}

/// So much of a `RelayState` is read, in bytes, percent-encoded as it is.
const RELAY_STATE: usize = 1_000;

/// So many fields of a body are read.
const FIELDS: usize = 1_000;

impl Of {
    /// Whether the value beside this name is of interest.
    pub fn wants(self, name: &str) -> bool {
        match self {
            Self::Headers => ["cookie", "set-cookie", "authorization"]
                .iter()
                .any(|wanted| name.eq_ignore_ascii_case(wanted)),
            Self::Cookies | Self::Fields => true,
        }
    }
}

impl Entry {
    /// Whether an answer of this type can hold a message or an error text.
    pub fn may_answer(&self) -> bool {
        let mime = self.mime.to_ascii_lowercase();
        let kinds = [
            "image/",
            "font/",
            "video/",
            "audio/",
            "text/css",
            "javascript",
            "wasm",
            "font-",
        ];
        !kinds.iter().any(|kind| mime.contains(kind))
    }

    /// Keeps an answer, as it stands between its quotation marks, if a message or an error text may be in it.
    pub fn answer(&mut self, raw: &[u8]) {
        self.is_answered |= !raw.is_empty();
        if needles::names_message(raw)
            || (self.is_post || self.is_of_cisco()) && needles::names(raw)
            || needles::is_base64(raw)
        {
            self.content = raw.to_vec();
        }
    }

    /// Whether it went to Webex, or to another host of its vendor.
    fn is_of_cisco(&self) -> bool {
        webex::is_of_vendor(address::host(&self.url))
    }

    /// Takes a name with its value.
    pub fn pair(&mut self, of: Of, name: String, value: String, found: &mut Found) {
        match of {
            Of::Cookies => found.secrets.cookie(&name, &value),
            Of::Headers if name.eq_ignore_ascii_case("authorization") => {
                found.secrets.authorization(&value)
            }
            Of::Headers if name.eq_ignore_ascii_case("cookie") => {
                for (name, value) in value.split(';').filter_map(|pair| pair.split_once('=')) {
                    found.secrets.cookie(name, value);
                }
            }
            Of::Headers if name.eq_ignore_ascii_case("set-cookie") => {
                for line in value.lines() {
                    let pair = line.split(';').next().and_then(|pair| pair.split_once('='));
                    if let Some((name, value)) = pair {
                        found.secrets.cookie(name, value);
                    }
                }
            }
            Of::Headers => {}
            Of::Fields if self.params.len() < FIELDS => self.params.push((name, value)),
            Of::Fields => {}
        }
    }

    /// Where it went.
    pub fn address(&self) -> Option<String> {
        Some(address::without_query(&self.url).to_owned()).filter(|address| !address.is_empty())
    }

    /// Looks into all of it; from a request that breaks off it can't be told what is missing.
    pub fn look(self, is_whole: bool, layers: &[Layer], place: Place, found: &mut Found) {
        let place = Place {
            started_at: self.started_at.clone(),
            is_answered: self.is_answered,
            relay_state: self.relay_state(),
            ..place
        };
        let host = address::host(&self.url).to_ascii_lowercase();
        let mut message = None;
        if needles::names(self.url.as_bytes()) {
            let place = Place {
                is_delivery: true,
                ..place.clone()
            };
            message = found.sent(&self.url, layers, &place);
        }
        let posted = self.look_into_post(layers, &place, found).inspect(|index| {
            if !host.is_empty() {
                found.posts.add(&host, *index);
            }
        });
        message = posted.or(message);
        if message.is_none() && !self.saml.is_empty() {
            let place = Place {
                is_delivery: self.is_post,
                ..place.clone()
            };
            message = found.text(&self.saml, layers, &place);
        }
        if message.is_none() && is_whole && self.is_empty_delivery() {
            let args = vec![
                ("request", place.entry.unwrap_or_default().into()),
                ("url", Arg::Input(place.url.clone().unwrap_or_default())),
            ];
            found.tell(Kind::HarWithoutBodies, args, &place);
        }
        self.count_passwords(found);
        self.look_into_answer(
            layers,
            &place,
            message.or_else(|| found.posts.last(&host)),
            found,
        );
    }

    /// What the sender gave along to find its place again.
    fn relay_state(&self) -> Option<String> {
        const NAME: &str = "RelayState";
        let url = self.url.split_once('?').map_or("", |(_, query)| query);
        let holds = |text: &&str| needles::names(text.as_bytes());
        let texts = [self.post.as_str(), url].into_iter().filter(holds);
        let mut sent = texts.flat_map(|text| text.split('&'));
        let sent = sent.find_map(|pair| pair.strip_prefix(NAME)?.strip_prefix('='));
        let field = || self.params.iter().find(|(name, _)| name == NAME);
        let value = sent.or_else(|| field().map(|(_, value)| value.as_str()))?;
        let value = value.get(..RELAY_STATE.min(value.len()))?;
        let value = String::from_utf8(percent::decode(value, true)).ok()?;
        Some(value).filter(|value| !value.trim().is_empty())
    }

    fn look_into_post(&self, layers: &[Layer], place: &Place, found: &mut Found) -> Option<usize> {
        let place = Place {
            is_delivery: true,
            ..place.clone()
        };
        let mut index = None;
        if needles::names(self.post.as_bytes()) {
            index = found.sent(&self.post, layers, &place);
        }
        if index.is_none() {
            for (name, value) in &self.params {
                if needles::parameter(name.as_bytes()).is_some() {
                    let field = format!("{name}={value}");
                    index = found.sent(&field, layers, &place).or(index);
                }
            }
        }
        index
    }

    fn look_into_answer(
        &self,
        layers: &[Layer],
        place: &Place,
        to: Option<usize>,
        found: &mut Found,
    ) {
        if self.content.is_empty() || !self.may_answer() {
            return;
        }
        if self.is_base64 {
            let text = String::from_utf8_lossy(&self.content);
            let decoded = base64::decode(&text).filter(|decoded| needles::names(&decoded.bytes));
            if let Some(readable) =
                decoded.and_then(|decoded| readable::read(&decoded.bytes, found.charsets))
            {
                let mut layers = layers.to_vec();
                layers.push(Layer::Base64);
                found.passage(&readable.text, &layers, place, to);
            }
        } else if needles::names(&self.content) {
            found.passage(&unescape(&self.content), layers, place, to);
        }
    }

    /// Whether this is the request that brings the message to Webex, without the message.
    fn is_empty_delivery(&self) -> bool {
        let path = address::without_query(&self.url).to_ascii_lowercase();
        let is_receiver = [
            "saml2authservice",
            "/consumer/metaalias/",
            "/saml2/acs",
            "/saml/acs",
        ];
        self.is_post
            && self.post.trim().is_empty()
            && self.params.is_empty()
            && is_receiver.iter().any(|part| path.contains(part))
    }

    fn count_passwords(&self, found: &mut Found) {
        for (name, value) in &self.params {
            if is_password(name) {
                found.secrets.password(value);
            }
        }
        if !self.params.is_empty() {
            return;
        }
        if self.post.trim_start().starts_with('{') {
            let parts: Vec<&str> = self.post.split('"').take(FIELDS).collect();
            for window in parts.windows(3) {
                if let [name, between, value] = window
                    && between.trim() == ":"
                    && is_password(name)
                {
                    found.secrets.password(value);
                }
            }
        } else {
            for (name, value) in self.post.split('&').filter_map(|pair| pair.split_once('=')) {
                if is_password(name) {
                    found.secrets.password(value);
                }
            }
        }
    }
}

fn is_password(name: &str) -> bool {
    let name = name.trim().to_ascii_lowercase();
    let parts = ["passw", "passcode", "pwd", "lozink"];
    name == "pass" || name.len() < 64 && parts.iter().any(|part| name.contains(part))
}
