//! A required field under a name that Webex does not read: which attribute, and how sure that is.

use super::spelling::{Spelling, Spellings, Words};
use super::values::{fold_letter, fold_letters, is_blank, is_email, trouble};
use crate::saml::Attribute;
use crate::webex::attributes::Value;
use crate::webex::names::{Family, OtherName};

/// How the name differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// In case only.
    Case,
    /// By characters that can't be seen, or white space around it.
    Invisible,
    /// By letters of another alphabet that look the same.
    Homoglyph,
    /// In separators or a prefix, and perhaps in case: `First Name`, `user.firstName`.
    Separators,
    /// It is a known other name.
    OtherName(&'static OtherName),
    /// Only its FriendlyName is the name that Webex reads.
    FriendlyName,
    /// It is one or two slips away.
    Typo,
    /// Its value looks like what is missing.
    Value,
}

/// An attribute that most likely holds a missing field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Misnaming<'a> {
    /// The attribute.
    pub attribute: &'a Attribute,
    /// How its name differs.
    pub how: How,
}

/// The attribute that most likely holds `expected`, the surest way first; `address` is the user's.
pub fn find<'a>(
    spellings: &Spellings<'a>,
    expected: &str,
    address: Option<&str>,
) -> Option<Misnaming<'a>> {
    let first = |how: &dyn Fn(&Spelling) -> Option<How>| {
        spellings.free().find_map(|spelling| {
            Some(Misnaming {
                attribute: spelling.attribute,
                how: how(spelling)?,
            })
        })
    };
    let is_case = |s: &Spelling| s.attribute.name.value.eq_ignore_ascii_case(expected);
    first(&|s| is_case(s).then_some(How::Case))
        .or_else(|| first(&|s| (s.seen == expected).then_some(How::Invisible)))
        .or_else(|| first(&|s| is_homoglyph(&s.seen, expected).then_some(How::Homoglyph)))
        .or_else(|| first(&|s| s.name.is_spelling(expected).then_some(How::Separators)))
        .or_else(|| first(&|s| s.name.synonym(expected).map(How::OtherName)))
        .or_else(|| first(&|s| is_friendly_name(s, expected).then_some(How::FriendlyName)))
        .or_else(|| first(&|s| is_typo(s, expected).then_some(How::Typo)))
        .or_else(|| by_value(spellings, expected, address))
}

fn is_homoglyph(seen: &str, expected: &str) -> bool {
    !seen.is_ascii() && seen.chars().map(latin_twin).eq(expected.chars())
}

/// The Latin letter that looks like this Cyrillic or Greek one.
pub fn latin_twin(c: char) -> char {
    match c {
        'а' | 'α' => 'a',
        'с' | 'ϲ' => 'c',
        'ԁ' => 'd',
        'е' | 'ё' => 'e',
        'һ' => 'h',
        'і' | 'ι' | 'ı' => 'i',
        'ј' => 'j',
        'ӏ' | 'ⅼ' => 'l',
        'м' => 'm',
        'п' => 'n',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'ѕ' => 's',
        'т' => 't',
        'у' | 'υ' => 'u',
        'х' | 'χ' => 'x',
        c => c,
    }
}

/// The attribute whose name may mean `expected` and whose only value could be one.
pub fn hint<'a>(
    spellings: &Spellings<'a>,
    expected: &str,
    address: Option<&str>,
) -> Option<&'a Attribute> {
    let may_mean = |spelling: &Spelling| {
        let row = spelling.name.other_name(expected);
        row.is_some_and(|row| row.family == Family::Hint)
    };
    let could_be = |a: &Attribute| match a.values.as_slice() {
        [value] => is_plausible(value.text.value.trim(), expected, address),
        _ => false,
    };
    let mut attributes = spellings.attributes();
    let found = attributes.find(|(attribute, s)| may_mean(s) && could_be(attribute));
    found.map(|(attribute, _)| attribute)
}

/// Whether a value has the look of this field. A name in capitals may as well be a domain or a code, unless the user's
/// address has it too.
fn is_plausible(value: &str, expected: &str, address: Option<&str>) -> bool {
    match expected {
        "email" => is_email(value),
        "uid" => trouble(value, Value::UserName).is_none() && !is_blank(value),
        _ => {
            let shape = |c: char| c.is_alphabetic() || matches!(c, ' ' | '-' | '.' | '\'' | '’');
            let is_spoken = value.chars().any(char::is_alphabetic) && value.chars().all(shape);
            let in_address = |address: &str| fold_letters(address).contains(&fold_letters(value));
            let is_code = value.len() > 1 && value.chars().all(|c| c.is_ascii_uppercase());
            is_spoken
                && value.chars().count() <= 64
                && (!is_code || address.is_some_and(in_address))
        }
    }
}

fn is_friendly_name(spelling: &Spelling, expected: &str) -> bool {
    let is = |words: &Words| words.is_spelling(expected) || words.synonym(expected).is_some();
    spelling.friendly.as_ref().is_some_and(is)
}

/// At most one slip in a short name, two in a long one that begins alike; never between two known names.
fn is_typo(spelling: &Spelling, expected: &str) -> bool {
    let folded = spelling.name.folded();
    if expected.len() < 5 || spelling.is_known {
        return false;
    }
    match distance(folded, expected) {
        1 => true,
        2 => expected.len() >= 8 && folded.chars().next() == expected.chars().next(),
        _ => false,
    }
}

/// Insertions, deletions, replacements and swaps of neighbours between two short names; 9 where the lengths differ by more
/// than two.
fn distance(a: &str, b: &str) -> usize {
    if a.chars()
        .take(b.len() + 3)
        .count()
        .abs_diff(b.chars().count())
        > 2
    {
        return 9;
    }
    let b: Vec<char> = b.chars().collect();
    let cell = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(9);
    let mut before: Vec<usize> = vec![9; b.len() + 1];
    let mut row: Vec<usize> = (0..=b.len()).collect();
    let mut next: Vec<usize> = Vec::with_capacity(b.len() + 1);
    let mut last = None;
    for (i, x) in a.chars().enumerate() {
        next.clear();
        next.push(i + 1);
        for (j, y) in b.iter().enumerate() {
            let mut best = (cell(&row, j) + usize::from(x != *y))
                .min(cell(&row, j + 1) + 1)
                .min(cell(&next, j) + 1);
            let is_swapped = last == Some(*y) && j > 0 && b.get(j - 1) == Some(&x);
            if is_swapped {
                best = best.min(cell(&before, j - 1) + 1);
            }
            next.push(best);
        }
        last = Some(x);
        std::mem::swap(&mut before, &mut row);
        std::mem::swap(&mut row, &mut next);
    }
    row.last().copied().unwrap_or(9)
}

/// The one attribute whose only value looks like an e-mail address, or like that part of the user's address.
fn by_value<'a>(
    spellings: &Spellings<'a>,
    expected: &str,
    address: Option<&str>,
) -> Option<Misnaming<'a>> {
    let mut words = address?
        .split('@')
        .next()?
        .split(['.', '_', '-'])
        .map(fold_letters);
    let (first, last, more) = (words.next()?, words.next(), words.next());
    let is = |value: &str, word: &str| value.chars().flat_map(fold_letter).eq(word.chars());
    let wanted: Box<dyn Fn(&str) -> bool> = match (expected, last, more) {
        ("email", ..) => Box::new(is_email),
        ("firstname", Some(_), None) => Box::new(move |value: &str| is(value, &first)),
        ("lastname", Some(last), None) => Box::new(move |value: &str| is(value, &last)),
        _ => return None,
    };
    let mut found = spellings.attributes().filter(|(attribute, spelling)| {
        let is_free = !spelling.is_listed && !spelling.name.is_other_name();
        match attribute.values.as_slice() {
            [value] => is_free && wanted(value.text.value.trim()),
            _ => false,
        }
    });
    match (found.next(), found.next()) {
        (Some((attribute, _)), None) => Some(Misnaming {
            attribute,
            how: How::Value,
        }),
        _ => None,
    }
}
