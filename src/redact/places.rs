//! Addresses, identifiers, names and times: what of them stays, and what becomes a token.

use super::{Redactor, known};
use crate::facts::values::{YES_NO, is_timestamp};
use crate::instant::Instant;
use crate::webex::idps;
use crate::webex::service_providers::{DEFAULT_AUDIENCE, is_site_host};

impl Redactor {
    /// An address or an entity ID. Of an address at Webex stay the service and the path that tells it.
    pub fn address(&mut self, address: &str) -> String {
        let trimmed = address.trim();
        if known::is_identifier(trimmed) || trimmed.trim_end_matches('/') == DEFAULT_AUDIENCE {
            return address.to_owned();
        }
        let Some((scheme, host, rest)) = split(address) else {
            return self.identifier(address);
        };
        let (path, query) = match rest.find(['?', '#']) {
            Some(at) => rest.split_at(at),
            None => (rest, ""),
        };
        let is_webex = is_site_host(host);
        let keeps = if is_webex {
            self.keep.site
        } else {
            self.keep.tenant
        };
        let host = if keeps && !host.contains('@') {
            host.to_owned()
        } else {
            self.host(host, is_webex)
        };
        let mut out = format!("{scheme}{host}");
        for (at, part) in path.split('/').enumerate() {
            if at > 0 {
                out.push('/');
            }
            let stays = is_webex && known::is_path_part(part);
            out.push_str(&if stays {
                part.to_owned()
            } else {
                self.tokens.replace(part)
            });
        }
        for (at, pair) in query.split('&').enumerate() {
            if at > 0 {
                out.push('&');
            }
            let site = pair
                .trim_start_matches('?')
                .strip_prefix("siteurl=")
                .filter(|_| is_webex);
            out.push_str(&match site {
                Some(_) if keeps => pair.to_owned(),
                Some(_) => self.tokens.replace_unless(pair, |word| word == "siteurl"),
                None => self.tokens.replace(pair),
            });
        }
        out
    }

    fn host(&mut self, host: &str, is_webex: bool) -> String {
        let own = host.len().saturating_sub(".webex.com".len());
        let (labels, service) = host.split_at(if is_webex { own } else { host.len() });
        let labels: Vec<String> = labels
            .split('.')
            .map(|label| match is_webex && known::is_webex_label(label) {
                true => label.to_owned(),
                false => self.tokens.replace(label),
            })
            .collect();
        labels.join(".") + service
    }

    /// The sender's entity ID. What shows the product stays.
    pub fn issuer(&mut self, issuer: &str) -> String {
        if self.keep.tenant {
            return issuer.to_owned();
        }
        let mut out = String::new();
        let mut done = 0;
        for shown in idps::shown(issuer) {
            out += &self
                .tokens
                .replace(issuer.get(done..shown.start).unwrap_or_default());
            let start = shown.start.max(done);
            out += issuer.get(start..shown.end).unwrap_or_default();
            done = done.max(shown.end);
        }
        out + &self.tokens.replace(issuer.get(done..).unwrap_or_default())
    }

    /// A URN or the like: whole where a table knows it, else what belongs to a standard.
    pub fn identifier(&mut self, text: &str) -> String {
        if known::is_identifier(text.trim()) {
            return text.to_owned();
        }
        let parts: Vec<String> = text
            .split(':')
            .map(|part| match known::is_urn_part(part.trim()) {
                true => part.to_owned(),
                false => self.tokens.replace(part),
            })
            .collect();
        parts.join(":")
    }

    /// The name of an attribute: hosts, numbers that name a tenant, and what is somebody's value as well, go.
    pub fn name(&mut self, name: &str) -> String {
        if known::is_attribute(name) {
            return name.to_owned();
        }
        if let Some((scheme, host, path)) = split(name) {
            let stays = known::is_claim_host(host) || self.keep.tenant;
            let host = if stays {
                host.to_owned()
            } else {
                self.tokens.replace(host)
            };
            return format!("{scheme}{host}{}", self.parts(path, '/', |_| false));
        }
        if name.starts_with("urn:") {
            let last = name.rsplit(':').next().unwrap_or_default().to_owned();
            let is_number = |part: &str| part.bytes().all(|b| b.is_ascii_digit() || b == b'.');
            return self.parts(name, ':', |part| {
                !(part == last || known::is_urn_part(part) || is_number(part))
            });
        }
        self.parts(name, '\0', |_| false)
    }

    fn parts(&mut self, text: &str, separator: char, is_own: impl Fn(&str) -> bool) -> String {
        let parts: Vec<String> = text
            .split(separator)
            .map(
                |part| match self.is_value(part) || is_number(part) || is_own(part) {
                    true => self.tokens.replace(part),
                    false => part.to_owned(),
                },
            )
            .collect();
        parts.join(&separator.to_string())
    }

    /// A moment stays; anything else in its place does not.
    pub fn moment(&mut self, text: &str) -> String {
        match Instant::parse(text.trim()) {
            Some(_) => text.to_owned(),
            None => self.tokens.replace(text),
        }
    }

    /// The value of the attribute `name`: words become tokens, yes and no and the form of a time stay.
    pub fn value(&mut self, name: &str, value: &str) -> String {
        if name == "isattendeerole" && YES_NO.contains(&value) {
            return value.to_owned();
        }
        if name.eq_ignore_ascii_case("updateTimeStamp") && is_timestamp(value) {
            let made = self.timestamp(value);
            if is_timestamp(&made) {
                return made;
            }
        }
        self.tokens.replace(value)
    }

    /// A time in 2000 in the same form; plain numbers become tokens.
    fn timestamp(&mut self, value: &str) -> String {
        if value.bytes().all(|b| b.is_ascii_digit()) {
            return self.tokens.replace(value);
        }
        let seconds = self
            .tokens
            .replace(value)
            .bytes()
            .map(usize::from)
            .sum::<usize>()
            % 60;
        let mut digits = format!("20000101{:04}{seconds:02}", 0)
            .into_bytes()
            .into_iter();
        let zone = value
            .rfind(['Z', '+', '-'])
            .filter(|at| *at > 10)
            .unwrap_or(value.len());
        let made = value
            .char_indices()
            .map(|(at, c)| match c.is_ascii_digit() && at < zone {
                true => char::from(digits.next().unwrap_or(b'0')),
                false => c,
            });
        made.collect()
    }
}

/// Scheme with `//`, host, and the rest.
fn split(address: &str) -> Option<(&str, &str, &str)> {
    let at = address.find("://")? + 3;
    let (scheme, rest) = address.split_at(at);
    matches!(scheme.trim_start(), "https://" | "http://").then_some(())?;
    let (host, rest) = rest.split_at(rest.find(['/', ':', '?', '#']).unwrap_or(rest.len()));
    Some((scheme, host, rest))
}

/// Whether a part of a name is a number of a tenant: long, with digits.
fn is_number(part: &str) -> bool {
    part.len() >= 8 && part.bytes().any(|b| b.is_ascii_digit()) && !part.contains('.')
}
