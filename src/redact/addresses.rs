//! Addresses and identifiers: what of them stays, and what goes.

use super::tokens::collapsed;
use super::{REMOVED, Redactor, known};
use crate::webex::service_providers::DEFAULT_AUDIENCE;
use crate::webex::{idps, is_host};

impl Redactor {
    /// An address or an entity ID. Of an address at Webex stay the service and the path that tells it.
    pub fn address(&mut self, address: &str) -> String {
        let trimmed = address.trim();
        let is_default = |text: &str| text.strip_suffix('/').unwrap_or(text) == DEFAULT_AUDIENCE;
        if known::is_identifier(trimmed) || is_default(trimmed) {
            return trimmed.to_owned();
        }
        let Some(url) = Url::parse(trimmed) else {
            return match is_host(trimmed) {
                true => self.site_address(&trimmed.to_ascii_lowercase()),
                false => self.identifier(trimmed),
            };
        };
        if is_host(url.host) {
            return self.webex(&url);
        }
        let host = self.host(url.host);
        let path = match url.path {
            "" | "/" => url.path,
            _ => "/removed",
        };
        format!("{}{host}{path}", url.scheme)
    }

    fn webex(&mut self, url: &Url) -> String {
        let own = url.host.len().saturating_sub(".webex.com".len());
        let own = url.host.get(..own).unwrap_or_default().to_ascii_lowercase();
        let label = own.split('.').next().unwrap_or_default();
        let label = match label {
            _ if known::is_webex_label(label) => label.to_owned(),
            _ if label.starts_with("idbroker") => "idbroker".to_owned(),
            _ => self.site(label),
        };
        let stays = |part: &str| part.is_empty() || known::is_path_part(part);
        let path = collapsed(url.path.split('/'), "/", stays);
        let mut out = format!("{}{label}.webex.com{path}", url.scheme);
        let site = url
            .query
            .split('&')
            .find_map(|pair| pair.strip_prefix("siteurl="))
            .filter(|site| is_label(site));
        if let Some(site) = site {
            out.push_str("?siteurl=");
            out.push_str(&self.site(site));
        }
        out
    }

    /// The name of a Webex site.
    pub fn site(&mut self, site: &str) -> String {
        let is_told = self.keep.site && is_label(site) && self.people.find(site).is_empty();
        if is_told {
            site.to_owned()
        } else {
            self.tokens.site(site)
        }
    }

    /// The address of a Webex site without its scheme, as user lists have it.
    pub fn site_address(&mut self, address: &str) -> String {
        let site = address.split('.').next().unwrap_or_default();
        format!("{}.webex.com", self.site(site))
    }

    /// A host that is none of Webex's.
    pub(super) fn host(&mut self, host: &str) -> String {
        let is_told =
            self.keep.tenant && host.split('.').all(is_label) && self.people.find(host).is_empty();
        if is_told {
            host.to_owned()
        } else {
            self.tokens.host(host)
        }
    }

    /// The sender's entity ID. What shows the product stays.
    pub fn issuer(&mut self, issuer: &str) -> String {
        let issuer = issuer.trim();
        if self.keep.tenant {
            return self.without_people(issuer);
        }
        let shown = idps::shown(issuer);
        if shown.is_empty() {
            return self.address(issuer);
        }
        let mut out = String::new();
        let mut done = 0;
        for shown in shown {
            let between = issuer.get(done..shown.start).unwrap_or_default();
            self.unshown(between, &mut out);
            let start = shown.start.max(done);
            out += issuer.get(start..shown.end).unwrap_or_default();
            done = done.max(shown.end);
        }
        self.unshown(issuer.get(done..).unwrap_or_default(), &mut out);
        out
    }

    fn unshown(&mut self, text: &str, out: &mut String) {
        if text.is_empty() {
            return;
        }
        if out.ends_with("://") {
            let (authority, path) = text.split_at(text.find('/').unwrap_or(text.len()));
            out.push_str(&self.host(host_of(authority)));
            if !path.is_empty() {
                out.push_str("/removed");
            }
        } else {
            out.push_str(REMOVED);
        }
    }

    /// An issuer as it stands, without the user, passwords and what follows the path.
    fn without_people(&self, text: &str) -> String {
        let text = text.split(['?', '#']).next().unwrap_or_default();
        let text = match Url::parse(text) {
            Some(url) => format!("{}{}{}", url.scheme, url.host, url.path),
            None => text.to_owned(),
        };
        let found = self.people.find(&text);
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for part in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
            let word = part.trim_end_matches(|c: char| !c.is_alphanumeric());
            let (start, end) = (at, at + word.len());
            at += part.len();
            let is_somebody = found
                .iter()
                .any(|range| range.start < end && start < range.end);
            out.push_str(if is_somebody { REMOVED } else { word });
            out.push_str(part.get(word.len()..).unwrap_or_default());
        }
        out
    }

    /// A URN or the like: whole where a table knows it, else what belongs to a standard.
    pub fn identifier(&mut self, text: &str) -> String {
        let text = text.trim();
        if known::is_identifier(text) || text.is_empty() {
            return text.to_owned();
        }
        collapsed(text.split(':'), ":", known::is_urn_part)
    }

    /// A site's list of classes of authentication, beside those of a message: what was the same is the same, what was
    /// not is not.
    pub fn contexts(&mut self, classes: &[&str], list: &[&str]) -> Vec<String> {
        let written: Vec<String> = classes.iter().map(|class| self.identifier(class)).collect();
        let one = |entry: &&str| {
            let own = classes.iter().position(|class| class == entry);
            if let Some(same) = own.and_then(|at| written.get(at)) {
                return same.clone();
            }
            let mut other = match known::is_like_identifier(entry) {
                true => (*entry).to_owned(),
                false => self.identifier(entry),
            };
            while written.contains(&other) {
                other.push(' ');
            }
            other
        };
        list.iter().map(one).collect()
    }
}

fn is_label(text: &str) -> bool {
    let is_letter = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
    !text.is_empty() && text.len() <= 63 && text.bytes().all(is_letter)
}

/// The parts of an address that may stay.
struct Url<'a> {
    scheme: &'static str,
    /// Without a user, a password or a port.
    host: &'a str,
    path: &'a str,
    query: &'a str,
}

impl<'a> Url<'a> {
    fn parse(text: &'a str) -> Option<Self> {
        let (scheme, rest) = text.split_once("://")?;
        let scheme = match scheme.to_ascii_lowercase().as_str() {
            "https" => "https://",
            "http" => "http://",
            _ => return None,
        };
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, tail) = rest.split_at(end);
        let (path, query) = tail.split_once('?').unwrap_or((tail, ""));
        Some(Self {
            scheme,
            host: host_of(authority),
            path: path.split('#').next().unwrap_or_default(),
            query,
        })
    }
}

fn host_of(authority: &str) -> &str {
    let host = authority.rsplit('@').next().unwrap_or_default();
    host.split(':').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::Keep;
    use super::*;

    fn redactor(keep: Keep) -> Redactor {
        let mut redactor = Redactor::new(keep);
        redactor
            .people
            .learn_user("mina.petrovic@acme-bank.example");
        redactor
    }

    #[test]
    fn keeps_of_an_address_the_service() {
        for (address, expected) in [
            ("http://www.webex.com/", "http://www.webex.com/"),
            (
                "https://adriasoft.webex.com:443/dispatcher/SAML2AuthService?siteurl=adriasoft&u=Jelena",
                "https://site-1.webex.com/dispatcher/SAML2AuthService?siteurl=site-1",
            ),
            (
                "HTTPS://jelena@idbroker.webex.com/idb/Consumer/metaAlias/5f1c/sp",
                "https://idbroker.webex.com/idb/Consumer/metaAlias/removed/sp",
            ),
            (
                "https://a.b.example:8443/x/y?z#q",
                "https://host-1.example/removed",
            ),
            ("https://a.b.example", "https://host-1.example"),
            ("urn:adriasoft:beograd:sp", "urn:removed"),
            ("adriasoft", "removed"),
        ] {
            assert_eq!(redactor(Keep::default()).address(address), expected);
        }
    }

    #[test]
    fn keeps_of_an_issuer_the_product() {
        for (issuer, expected) in [
            (
                "http://www.okta.com/exk4t2m9a",
                "http://www.okta.com/removed",
            ),
            (
                "http://sts.adriasoft.example/adfs/services/trust",
                "http://host-1.example/adfs/services/trust",
            ),
            (
                "https://sso.adriasoft.example/auth/realms/main",
                "https://host-1.example/removed/realms/removed",
            ),
            ("https://sso.adriasoft.example", "https://host-1.example"),
            (" JumpCloud", "JumpCloud"),
        ] {
            assert_eq!(redactor(Keep::default()).issuer(issuer), expected);
        }
    }

    #[test]
    fn what_is_shared_is_without_the_user() {
        let keep = Keep {
            site: true,
            tenant: true,
            ..Keep::default()
        };
        for (issuer, expected) in [
            (
                "mina.petrovic@acme-bank.example",
                "removed.removed@acme-bank.example",
            ),
            (
                "https://mina:pw@acme-bank.example/users/mina.petrovic?x=y",
                "https://acme-bank.example/users/removed.removed",
            ),
            (
                "https://acme-bank.example/realms/main",
                "https://acme-bank.example/realms/main",
            ),
        ] {
            assert_eq!(redactor(keep).issuer(issuer), expected);
        }
        for (address, expected) in [
            (
                "https://acme.webex.com/dispatcher/SAML2AuthService?siteurl=minapetrovic",
                "https://acme.webex.com/dispatcher/SAML2AuthService?siteurl=site-1",
            ),
            (
                "https://petrovic.example/x",
                "https://host-1.example/removed",
            ),
        ] {
            assert_eq!(redactor(keep).address(address), expected);
        }
    }
}
