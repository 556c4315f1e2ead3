//! The error texts of Webex as folded words, and what raw bytes must hold to be worth reading as words.

use super::words::Tokens;
use crate::hash::HashMap;
use crate::order;
use crate::webex::codes;
use std::sync::OnceLock;

/// How far a phrase can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::decode) enum Trust {
    /// Enough without a number, if not sure then: other programs use such words too.
    Alone,
    /// Needs its own number behind it.
    Numbered,
    /// Any number behind it is the code.
    Code,
    /// Like `Code`, but other programs speak so too: 31, or near words of sign-in.
    Near,
    /// Like `Near`, for 31 as well.
    Bare,
}

use Trust::{Alone, Bare, Code, Near, Numbered};

/// A phrase.
#[derive(Debug, Clone)]
pub(in crate::decode) struct Spelling {
    /// Its words, folded.
    pub words: Vec<String>,
    /// The code; 0 where the number says it.
    pub code: u8,
    /// How far it can be trusted.
    pub trust: Trust,
}

/// What stands in front of a number that is the code itself.
const GENERAL: [(&str, Trust); 22] = [
    ("Null Error number", Code),
    ("Broj greške null", Code),
    ("Numero errore Nullo", Code),
    ("Número de erro nulo", Code),
    ("Null-feilnummer", Code),
    ("Номер на null грешка", Code),
    ("ヌル エラー番号", Code),
    ("SSO error code", Code),
    ("SSO error number", Code),
    ("Error number", Near),
    ("Error code", Near),
    ("Errorcode", Near),
    ("Broj greške", Near),
    ("Kod greške", Near),
    ("Codice errore", Near),
    ("Código de erro", Near),
    ("Feilkode", Near),
    ("Код на грешка", Near),
    ("エラー コード", Near),
    ("SSO error", Near),
    ("Error", Bare),
    ("Greška", Bare),
];

/// Words in front of a phrase that belong to it.
pub(in crate::decode) const BEFORE: [&str; 8] = [
    "reason", "razlog", "motivo", "arsak", "aarsak", "pricina", "理由", "motiv",
];

/// Words that may stand between a phrase and its number.
pub(in crate::decode) const BETWEEN: [&str; 9] = [
    "error", "code", "number", "no", "greska", "greske", "kod", "broj", "null",
];

/// Words behind a number that belong to it.
pub(in crate::decode) const BEHIND: [&str; 5] = [
    "while creating an sso account",
    "while creating a new sso account",
    "while creating sso account",
    "prilikom kreiranja novog sso naloga",
    "prilikom kreiranja sso naloga",
];

/// Words behind a sentence that only WebEx Meetings Server adds.
pub(in crate::decode) const SERVER: &str = "contact your administrator";

/// Words that say that the text is about such a sign-in.
pub(in crate::decode) const TOPIC: [&str; 8] = [
    "sso",
    "saml",
    "webex",
    "single sign",
    "sign-in",
    "sign in",
    "federated",
    "account creation",
];

/// How the word for an account begins in the languages in which Cisco's page exists, folded.
pub(in crate::decode) const ACCOUNT: [&str; 25] = [
    "account",
    "akaunt",
    "nalog",
    "racun",
    "konto",
    "kontu",
    "konta",
    "compte",
    "cuenta",
    "conta",
    "contul",
    "ucet",
    "uctu",
    "fiok",
    "hesab",
    "hesap",
    "tilin",
    "oblikov",
    "zapisi",
    "계정",
    "アカウント",
    "حساب",
    "חשבון",
    "帳",
    "帐",
];

/// Every spelling, found by its first word.
#[derive(Debug)]
pub(in crate::decode) struct Spellings {
    all: Vec<Spelling>,
    by_word: HashMap<String, Vec<usize>>,
    sieve: Sieve,
}

/// The table, made when it is first asked for.
pub(in crate::decode) fn spellings() -> &'static Spellings {
    static SPELLINGS: OnceLock<Spellings> = OnceLock::new();
    SPELLINGS.get_or_init(Spellings::new)
}

impl Spellings {
    fn new() -> Self {
        let of_code = |code: &codes::Code| {
            let trust = if code.is_unmistakable {
                Alone
            } else {
                Numbered
            };
            let number = code.number;
            code.spellings
                .iter()
                .map(move |text| (*text, number, trust))
        };
        let general = GENERAL.iter().map(|(text, trust)| (*text, 0, *trust));
        let texts: Vec<(&str, u8, Trust)> =
            codes::ALL.iter().flat_map(of_code).chain(general).collect();
        let mut all: Vec<Spelling> = texts
            .iter()
            .map(|(text, code, trust)| Spelling {
                words: Tokens::new(text)
                    .map(|token| token.word().to_owned())
                    .collect(),
                code: *code,
                trust: *trust,
            })
            .collect();
        // Of two that begin alike the longer comes first.
        order::by_key(&mut all, |spelling| std::cmp::Reverse(spelling.words.len()));
        let mut by_word: HashMap<String, Vec<usize>> = HashMap::default();
        for (index, spelling) in all.iter().enumerate() {
            let first = spelling.words.first().cloned().unwrap_or_default();
            by_word.entry(first).or_default().push(index);
        }
        for word in BEFORE {
            by_word.entry(word.to_owned()).or_default();
        }
        let longest = |text: &&str| {
            let words = text.split(|c: char| !c.is_alphanumeric());
            // `SAMLResponse` stands in most of what is read.
            let ascii = words.filter(|word| {
                word.is_ascii() && word.len() > 2 && !word.eq_ignore_ascii_case("response")
            });
            ascii
                .max_by_key(|word| word.len())
                .map(str::to_ascii_lowercase)
        };
        let mut keys: Vec<String> = texts
            .iter()
            .filter_map(|(text, ..)| longest(text))
            .collect();
        keys.extend(["federatedsso".to_owned()]);
        keys.extend(
            ACCOUNT
                .iter()
                .filter(|word| word.is_ascii())
                .map(|word| (*word).to_owned()),
        );
        Self {
            all,
            by_word,
            sieve: Sieve::new(keys),
        }
    }

    /// The spellings that begin with `word`; `None` where neither one nor a word in front of one does.
    pub fn that_begin(&self, word: &str) -> Option<impl Iterator<Item = &Spelling>> {
        let indices = self.by_word.get(word)?;
        Some(indices.iter().filter_map(|index| self.all.get(*index)))
    }

    /// Whether an error text may be in these bytes, whatever they are escaped with.
    pub fn may_be_in(&self, raw: &[u8]) -> bool {
        self.sieve.lets_through(raw)
    }
}

/// Finds one of many words in one run over the bytes.
#[derive(Debug)]
struct Sieve {
    /// A bit for each three letters, of five bits each, that begin a word.
    bits: Vec<u64>,
    words: Vec<String>,
}

impl Sieve {
    fn new(mut words: Vec<String>) -> Self {
        order::by_key(&mut words, String::clone);
        words.dedup();
        let mut bits = vec![0; 512];
        for word in &words {
            let three = word.bytes().take(3);
            let index = three.fold(0, |index, byte| index << 5 | usize::from(byte & 31));
            if let Some(bits) = bits.get_mut(index >> 6) {
                *bits |= 1 << (index & 63);
            }
        }
        Self { bits, words }
    }

    fn lets_through(&self, raw: &[u8]) -> bool {
        let mut last = 0;
        for (at, byte) in raw.iter().enumerate() {
            if IS_ODD.get(usize::from(*byte)) == Some(&true) && is_foreign(raw, at) {
                return true;
            }
            last = (last << 5 | usize::from(byte & 31)) & 0x7FFF;
            let bits = self.bits.get(last >> 6).copied().unwrap_or_default();
            if bits >> (last & 63) & 1 == 1 && self.is_at(raw, at.saturating_sub(2)) {
                return true;
            }
        }
        false
    }

    fn is_at(&self, raw: &[u8], at: usize) -> bool {
        self.words.iter().any(|word| {
            raw.get(at..at + word.len())
                .is_some_and(|part| part.eq_ignore_ascii_case(word.as_bytes()))
        })
    }
}

/// The bytes behind which a letter may be written that is not in ASCII.
const IS_ODD: [bool; 256] = odd();

#[allow(clippy::indexing_slicing, reason = "checked when it is compiled")]
const fn odd() -> [bool; 256] {
    let mut odd = [false; 256];
    let mut byte = 0x80;
    while byte < 256 {
        odd[byte] = true;
        byte += 1;
    }
    odd[b'&' as usize] = true;
    odd[b'%' as usize] = true;
    odd[b'\\' as usize] = true;
    odd
}

/// Whether a letter is written at `at` in a way that the words of the sieve don't have.
fn is_foreign(raw: &[u8], at: usize) -> bool {
    match raw.get(at..).unwrap_or_default() {
        [b'&', b'#', ..] => true,
        [b'%', high, _, ..] => matches!(high, b'4'..=b'9' | b'A'..=b'F' | b'a'..=b'f'),
        [b'\\', b'u' | b'x', ..] => true,
        [byte, ..] => *byte >= 0x80,
        [] => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_are_found_by_their_first_word() {
        for spelling in &spellings().all {
            let first = spelling.words.first().unwrap();
            assert!(!first.is_empty(), "{spelling:?}");
            let mut found = spellings().that_begin(first).unwrap();
            assert!(found.any(|other| other.words == spelling.words));
        }
        assert!(spellings().that_begin("nobody").is_none());
    }

    #[test]
    fn longer_spellings_come_first() {
        let all = &spellings().all;
        for (index, spelling) in all.iter().enumerate() {
            let is_shadowed = |later: &Spelling| {
                later.words.len() > spelling.words.len() && later.words.starts_with(&spelling.words)
            };
            assert!(!all.iter().skip(index).any(is_shadowed), "{spelling:?}");
        }
    }

    #[test]
    fn the_sieve_lets_error_texts_through() {
        for (text, passes) in [
            ("Auto Account Creation failed", true),
            ("AutoAccountCreationFailed", true),
            ("<federatedSSO>", true),
            ("SSO error 13", true),
            ("Invalid digital signature (23)", true),
            ("Креирање", true),
            ("gre&#353;ka", true),
            ("\\u041A\\u0440", true),
            ("%D0%9A", true),
            ("nothing of the kind &amp; 100 % sure", false),
            ("SAMLResponse=PHNhbWxwOlJl%2B", false),
        ] {
            assert_eq!(spellings().may_be_in(text.as_bytes()), passes, "{text}");
        }
    }
}
