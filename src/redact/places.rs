//! Addresses, identifiers, names and times: what of them stays, and what becomes a token.

use super::{Redactor, known};
use crate::facts::values::{YES_NO, is_timestamp};
use crate::instant::Instant;
use crate::webex::service_providers::DEFAULT_AUDIENCE;
use crate::webex::{idps, is_host};

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
        let is_webex = is_host(host);
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
        let shown = idps::shown(issuer);
        if shown.is_empty() {
            return self.address(issuer);
        }
        let mut out = String::new();
        let mut done = 0;
        for shown in shown {
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
        if known::is_attribute(name) || name.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
            return name.to_owned();
        }
        if name.contains('@') {
            return self.tokens.replace(name);
        }
        if let Some((scheme, host, path)) = split(name) {
            let stays = known::is_claim_host(host) || self.keep.tenant;
            let host = if stays {
                host.to_owned()
            } else {
                self.tokens.replace(host)
            };
            let path: Vec<String> = path.split('/').map(|part| self.name_part(part)).collect();
            return format!("{scheme}{host}{}", path.join("/"));
        }
        if name.starts_with("urn:") {
            let is_number = |part: &str| part.bytes().all(|b| b.is_ascii_digit() || b == b'.');
            let last = name.matches(':').count();
            let parts = name.split(':').enumerate();
            let parts: Vec<String> = parts
                .map(
                    |(at, part)| match known::is_urn_part(part) || is_number(part) {
                        true => part.to_owned(),
                        false if at == last => self.name_part(part),
                        false => self.tokens.replace(part),
                    },
                )
                .collect();
            return parts.join(":");
        }
        self.name_part(name)
    }

    /// A part of a name: it stays, without numbers, unless it is somebody's value.
    fn name_part(&mut self, part: &str) -> String {
        if self.is_value(part) {
            return self.tokens.replace(part);
        }
        let is_number = |word: &str| word.bytes().filter(u8::is_ascii_digit).count() >= 4;
        self.tokens.replace_unless(part, |word| !is_number(word))
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

#[cfg(test)]
mod tests {
    use super::super::Keep;
    use super::*;

    fn redactor() -> Redactor {
        let mut redactor = Redactor::new(Keep::default());
        redactor.values.insert("sales".to_owned());
        redactor
    }

    #[test]
    fn keeps_of_a_name_what_findings_rest_on() {
        for (name, expected) in [
            ("firstname1", "firstname1"),
            ("First Name", "First Name"),
            ("extensionAttribute1", "extensionAttribute1"),
            ("memberOf", "memberOf"),
            ("Sales", "Bxxxx"),
            ("jelena@adriasoft", "bxxxxx@cxxxxxxxx"),
            (
                "extension_5f1c9e0277ab_memberStatus",
                "extension_1x0x0x0000xx_memberStatus",
            ),
            ("urn:oid:1.3.6.1.4.1.99999.7", "urn:oid:1.3.6.1.4.1.99999.7"),
            ("0.9.2342.19200300.100.1.3", "0.9.2342.19200300.100.1.3"),
            ("urn:adriasoft:memberStatus", "urn:bxxxxxxxx:memberStatus"),
            (
                "http://schemas.xmlsoap.org/claims/Group",
                "http://schemas.xmlsoap.org/claims/Group",
            ),
            (
                "https://id.adriasoft.example/Sales/MemberStatus",
                "https://bx.cxxxxxxxx.dxxxxxx/Fxxxx/MemberStatus",
            ),
        ] {
            assert_eq!(redactor().name(name), expected);
        }
    }

    #[test]
    fn keeps_of_an_address_the_service() {
        for (address, expected) in [
            ("http://www.webex.com/", "http://www.webex.com/"),
            (
                "https://adriasoft.webex.com:443/dispatcher/SAML2AuthService?siteurl=adriasoft&u=Jelena",
                "https://bxxxxxxxx.webex.com:200/dispatcher/SAML2AuthService?siteurl=bxxxxxxxx&d=Fxxxxx",
            ),
            (
                "https://jelena@idbroker.webex.com/idb/Consumer/metaAlias/5f1c/sp",
                "https://bxxxxx@cxxxxxxx.webex.com/idb/Consumer/metaAlias/3x0x/sp",
            ),
            ("urn:adriasoft:sp", "urn:bxxxxxxxx:cx"),
            ("adriasoft", "bxxxxxxxx"),
        ] {
            assert_eq!(redactor().address(address), expected);
        }
    }

    #[test]
    fn keeps_of_an_issuer_the_product() {
        for (issuer, expected) in [
            (
                "http://www.okta.com/exk4t2m9a",
                "http://www.okta.com/bxx0x0x0x",
            ),
            (
                "http://sts.adriasoft.example/adfs/services/trust",
                "http://bxx.cxxxxxxxx.dxxxxxx/adfs/services/trust",
            ),
            (
                "https://sso.adriasoft.example/realms/main",
                "https://bxx.cxxxxxxxx.dxxxxxx/realms/fxxx",
            ),
            (
                "https://sso.adriasoft.example",
                "https://bxx.cxxxxxxxx.dxxxxxx",
            ),
            (" JumpCloud", " JumpCloud"),
        ] {
            assert_eq!(redactor().issuer(issuer), expected);
        }
    }
}
