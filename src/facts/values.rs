//! What a value has to look like before Webex takes it.

use crate::chars::invisible::is_invisible;
use crate::instant::Instant;
use crate::webex::attributes::Value;

/// What is wrong with a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// Elements stand where text should.
    Elements,
    /// It is longer than so many characters.
    TooLong(usize),
    /// It is longer than a field like it may be.
    LikelyTooLong(usize),
    /// It is not a country in two letters.
    Country,
    /// It is not a count.
    Count,
    /// It is not a list of numbers.
    Sessions,
    /// A user name with other characters than letters, digits, `-`, `_`, `.` and `@`.
    Characters,
    /// It is not an e-mail address.
    Email,
    /// It is an e-mail address with white space around it.
    Padded,
    /// It is none of the eight spellings of yes and no.
    YesNo,
    /// It is neither a long number, nor UTC time, nor LDIF time.
    Timestamp,
    /// A NameID of format transient: another value at each sign-in.
    Transient,
    /// Somebody, or a log, put something else in place of the value.
    Masked,
    /// A rule of the identity provider that was sent instead of what it stands for.
    Expression,
}

/// The spellings of yes and no that Cisco lists.
pub const YES_NO: [&str; 8] = ["True", "true", "False", "false", "Yes", "yes", "No", "no"];

/// Whether nothing of it can be seen: white space, no-break and zero-width characters only.
pub fn is_blank(value: &str) -> bool {
    value.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// Lower case, with the marks of Latin letters left out, as addresses write names.
pub fn fold_letters(name: &str) -> String {
    name.chars().flat_map(fold_letter).collect()
}

/// One character of [`fold_letters`].
pub fn fold_letter(c: char) -> impl Iterator<Item = char> {
    c.to_lowercase().flat_map(|c| {
        let plain = match c {
            'č' | 'ć' | 'ç' => "c",
            'đ' => "dj",
            'š' | 'ś' => "s",
            'ž' | 'ź' | 'ż' => "z",
            'á' | 'à' | 'â' | 'ã' | 'å' => "a",
            'ä' => "ae",
            'é' | 'è' | 'ê' | 'ë' | 'ę' => "e",
            'í' | 'ì' | 'î' | 'ï' => "i",
            'ł' => "l",
            'ñ' | 'ń' => "n",
            'ó' | 'ò' | 'ô' | 'õ' => "o",
            'ö' | 'ø' => "oe",
            'ú' | 'ù' | 'û' => "u",
            'ü' => "ue",
            'ß' => "ss",
            _ => "",
        };
        plain.chars().chain(plain.is_empty().then_some(c))
    })
}

/// What Webex may refuse about `value`.
pub fn trouble(value: &str, shape: Value) -> Option<Trouble> {
    let longer = |limit: usize| {
        value
            .chars()
            .nth(limit)
            .is_some()
            .then_some(Trouble::TooLong(limit))
    };
    if is_masked(value) {
        return Some(Trouble::Masked);
    }
    if is_expression(value) {
        return Some(Trouble::Expression);
    }
    match shape {
        Value::Text => None,
        Value::AtMost(limit) => longer(limit),
        Value::UserName => {
            longer(64).or((!value.chars().all(is_user_name)).then_some(Trouble::Characters))
        }
        Value::Email(limit) => match value.trim() {
            address if !is_email(address) => Some(Trouble::Email),
            address if address.len() < value.len() => Some(Trouble::Padded),
            _ => longer(limit),
        },
        Value::YesNo => (!YES_NO.contains(&value)).then_some(Trouble::YesNo),
        Value::Timestamp => (!is_timestamp(value.trim())).then_some(Trouble::Timestamp),
        Value::LikeAtMost(limit) => {
            let is_longer = value.chars().nth(limit).is_some();
            is_longer.then_some(Trouble::LikelyTooLong(limit))
        }
        Value::Country => (!is_country(value.trim())).then_some(Trouble::Country),
        Value::Count => (!are_digits(value.trim())).then_some(Trouble::Count),
        Value::Sessions => (!are_sessions(value)).then_some(Trouble::Sessions),
    }
}

/// What Entra ID writes into the user name of a guest.
pub const GUEST: &str = "#EXT#";

/// Whether it is the user name that Entra ID gives to a guest.
pub fn is_guest(value: &str) -> bool {
    value.to_ascii_uppercase().contains(GUEST)
}

/// Whether something stands where a value was: `***`, `[FILTERED]`, `REDACTED`, `{obf:…}`.
pub fn is_masked(value: &str) -> bool {
    let value = value.trim();
    let is_mark = |c: char| matches!(c, '*' | '•' | '█' | '…' | '●' | '#');
    let marks = value.chars().filter(|c| is_mark(*c)).count();
    let inner = value
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_ascii_lowercase();
    let words = [
        "redacted",
        "filtered",
        "masked",
        "removed",
        "hidden",
        "obfuscated",
        "anonymized",
        "anonymised",
        "censored",
        "private",
        "confidential",
        "secret",
        "scrubbed",
    ];
    let word = inner.split('@').next().unwrap_or_default();
    let is_x = word.len() >= 3 && word.bytes().all(|byte| byte == b'x');
    let is_framed = value.starts_with(['[', '<', '{', '*', '('])
        || value.bytes().all(|byte| !byte.is_ascii_lowercase());
    marks >= 3 && marks * 2 >= value.chars().filter(|c| c.is_alphanumeric()).count()
        || is_x
        || is_framed && words.contains(&inner.as_str())
        || words.contains(&word) && word != "removed" && value.contains('@')
        || inner.starts_with("obf:")
}

/// Whether a rule stands where its result should: `user.firstName`, `${user.email}`, `[user.givenname]`.
pub fn is_expression(value: &str) -> bool {
    let value = value.trim();
    let inner = ["${", "#{", "{{", "$(", "%{", "[", "{", "<"]
        .into_iter()
        .find_map(|open| value.strip_prefix(open));
    let is_framed = inner.is_some() && value.ends_with(['}', ')', ']', '>']);
    let word = inner
        .unwrap_or(value)
        .trim_end_matches(['}', ')', ']', '>'])
        .trim();
    let is_word = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    let mut parts = word.split('.');
    let objects = [
        "user",
        "appuser",
        "idpuser",
        "source",
        "person",
        "employee",
        "profile",
        "attributes",
        "org",
        "app",
        "subject",
    ];
    let object = parts.next().unwrap_or_default().to_ascii_lowercase();
    let has_object =
        objects.contains(&object.as_str()) && word.contains('.') && word.split('.').all(is_word);
    let is_call = [
        "String.",
        "Convert.",
        "Arrays.",
        "substringBefore(",
        "Join(",
        "ToLowercase(",
        "ExtractMailPrefix(",
    ]
    .iter()
    .any(|call| value.starts_with(call))
        && value.contains('(');
    has_object && (is_framed || !value.contains('@'))
        || is_framed && inner.is_some() && value.starts_with(['$', '#', '%'])
        || is_call
}

fn is_user_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '@')
}

pub fn is_email(value: &str) -> bool {
    let Some((local, domain)) = value.split_once('@') else {
        return false;
    };
    let label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    let legal =
        |c: char| !c.is_whitespace() && !c.is_control() && !is_blank(c.encode_utf8(&mut [0; 4]));
    !local.is_empty()
        && local
            .chars()
            .all(|c| legal(c) && !matches!(c, '@' | ',' | ';' | ':' | '<' | '>' | '(' | ')' | '"'))
        && !local.starts_with('.')
        && !local.ends_with('.')
        && domain.contains('.')
        && domain.split('.').all(label)
}

fn are_digits(value: &str) -> bool {
    !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_country(value: &str) -> bool {
    value.len() == 2 && value.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// `<2,6,8>`, also without the brackets, which our reading of the table put there, and with blanks.
fn are_sessions(value: &str) -> bool {
    let value = value.trim();
    let inner = value
        .strip_prefix('<')
        .and_then(|value| value.strip_suffix('>'));
    let mut numbers = inner.unwrap_or(value).split(',');
    numbers.all(|number| are_digits(number.trim()))
}

/// `1763716447412`; `2026-11-21T09:14:07Z`, also with a blank for the `T`; `20261121091407Z`, also with two digits of the
/// year, without seconds, with a fraction or an offset.
pub fn is_timestamp(value: &str) -> bool {
    let is_moment = || {
        let joined = value.replacen(' ', "T", 1);
        let zoned = joined.strip_suffix("TUTC").or(joined.strip_suffix(" UTC"));
        let zoned = zoned.map_or(joined.clone(), |moment| format!("{moment}Z"));
        Instant::parse(&zoned).is_some()
    };
    let is_ldif = || {
        let zone = value.find(['Z', '+', '-'])?;
        let (number, zone) = value.split_at_checked(zone)?;
        let (whole, fraction) = number.split_once(['.', ',']).unwrap_or((number, "0"));
        let offset = zone == "Z" || (zone.len() == 5 && are_digits(zone.get(1..)?));
        let is_whole = matches!(whole.len(), 10 | 12 | 14) && are_digits(whole);
        Some(is_whole && are_digits(fraction) && offset)
    };
    are_digits(value) || is_moment() || is_ldif() == Some(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_blank_from_seen() {
        for blank in ["", " \t\n", "\u{a0}", "\u{200b}\u{feff}", "\u{2060}"] {
            assert!(is_blank(blank), "{blank:?}");
        }
        assert!(!is_blank("\u{200b}a"));
    }

    #[test]
    fn looks_at_each_shape() {
        let long = "a".repeat(65);
        for (value, shape, expected) in [
            ("jelena.ilic@adriasoft.example", Value::UserName, None),
            (long.as_str(), Value::UserName, Some(Trouble::TooLong(64))),
            ("Jelena Ilić", Value::UserName, Some(Trouble::Characters)),
            ("jelena.ilic@adriasoft.example", Value::Email(64), None),
            ("živko@пример.срб", Value::Email(64), None),
            ("jelena.ilic", Value::Email(64), Some(Trouble::Email)),
            ("a@b@c.example", Value::Email(64), Some(Trouble::Email)),
            ("a@localhost", Value::Email(64), Some(Trouble::Email)),
            ("a b@c.example", Value::Email(64), Some(Trouble::Email)),
            (" a@c.example\n", Value::Email(64), Some(Trouble::Padded)),
            (
                "a@c.example\u{200b}",
                Value::Email(64),
                Some(Trouble::Email),
            ),
            (
                "a@c.example;b@c.example",
                Value::Email(64),
                Some(Trouble::Email),
            ),
            (long.as_str(), Value::AtMost(65), None),
            (long.as_str(), Value::AtMost(64), Some(Trouble::TooLong(64))),
            ("true", Value::YesNo, None),
            ("TRUE", Value::YesNo, Some(Trouble::YesNo)),
            ("1763716447412", Value::Timestamp, None),
            ("2026-11-21T09:14:07Z", Value::Timestamp, None),
            ("20261121091407Z", Value::Timestamp, None),
            ("20261121091407.412+0100", Value::Timestamp, None),
            ("261121091407Z", Value::Timestamp, None),
            ("202611210914Z", Value::Timestamp, None),
            ("2026-11-21 09:14:07Z", Value::Timestamp, None),
            ("2026-11-21 09:14:07 UTC", Value::Timestamp, None),
            (" 1763716447412\n", Value::Timestamp, None),
            ("21.11.2026", Value::Timestamp, Some(Trouble::Timestamp)),
            ("2026112109Zulu", Value::Timestamp, Some(Trouble::Timestamp)),
            ("now", Value::Timestamp, Some(Trouble::Timestamp)),
            ("RS", Value::Country, None),
            ("rs ", Value::Country, None),
            ("SRB", Value::Country, Some(Trouble::Country)),
            ("Serbia", Value::Country, Some(Trouble::Country)),
            ("СР", Value::Country, Some(Trouble::Country)),
            ("<2,6,8>", Value::Sessions, None),
            ("2, 6, 8", Value::Sessions, None),
            ("15", Value::Sessions, None),
            ("<2,6,8", Value::Sessions, Some(Trouble::Sessions)),
            ("<2,,8>", Value::Sessions, Some(Trouble::Sessions)),
            ("2;6;8", Value::Sessions, Some(Trouble::Sessions)),
            ("PRO, STD", Value::Sessions, Some(Trouble::Sessions)),
            ("<>", Value::Sessions, Some(Trouble::Sessions)),
            ("5", Value::Count, None),
            ("5 GB", Value::Count, Some(Trouble::Count)),
            ("-1", Value::Count, Some(Trouble::Count)),
            (
                long.as_str(),
                Value::LikeAtMost(64),
                Some(Trouble::LikelyTooLong(64)),
            ),
            ("Jelena Ilić", Value::LikeAtMost(64), None),
            ("", Value::Timestamp, Some(Trouble::Timestamp)),
        ] {
            assert_eq!(trouble(value, shape), expected, "{value} {shape:?}");
        }
    }
}
