//! JSON Web Tokens: what their payload carries is searched like any other text.

use crate::decode::codec::{base64, readable};
use crate::decode::layer::Layer;
use crate::decode::peel::{Path, Peel};

/// How the header of a token begins: `{"` in base64.
pub(in crate::decode) const SIGN: &str = "eyJ";

/// So many tokens are read.
const MOST: usize = 100;

impl Peel {
    /// Looks into the payload of each token in `text`; gives whether anything was found.
    pub fn tokens(&mut self, text: &str, path: &Path) -> bool {
        let before = self.found();
        let below = path.with(&[Layer::Jwt]);
        for payload in payloads(text) {
            self.try_layer(Layer::Jwt);
            if let Some(decoded) = base64::decode(payload)
                && self.spend(payload.len())
            {
                self.text(&readable::lossless(decoded.bytes), &below);
            }
        }
        self.found() > before
    }
}

/// The payloads of the tokens in `text`, as they stand.
fn payloads(text: &str) -> Vec<&str> {
    let is_part = |c: char| base64::is_digit(c) || c == '=';
    let mut found = vec![];
    let mut at = 0;
    while found.len() < MOST
        && let Some(start) = text.get(at..).and_then(|rest| rest.find(SIGN))
    {
        let rest = text.get(at + start..).unwrap_or_default();
        let length = rest.find(|c| !is_part(c) && c != '.').unwrap_or(rest.len());
        let mut parts = rest.get(..length).unwrap_or_default().split('.');
        if let (Some(_), Some(payload), Some(_), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
            && payload.starts_with(SIGN)
        {
            found.push(payload);
        }
        at += start + length.max(SIGN.len());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn found() {
        let table: [(&str, &[&str]); 5] = [
            ("Bearer eyJh.eyJi.c2ln", &["eyJi"]),
            ("id_token=eyJh.eyJi.&x=eyJh.eyJj.x", &["eyJi", "eyJj"]),
            ("eyJh.b.c.d.e", &[]),
            ("eyJh.eyJi", &[]),
            ("eyJ eyJ", &[]),
        ];
        for (text, expected) in table {
            assert_eq!(payloads(text), expected, "{text}");
        }
    }
}
