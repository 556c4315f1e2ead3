//! A required field under a name that Webex does not read: which attribute, and how sure that is.

use super::values::{fold_letters, is_blank, is_email, trouble};
use crate::chars::fold::name as fold_name;
use crate::chars::invisible::is_invisible;
use crate::saml::Attribute;
use crate::webex::attributes::Value;
use crate::webex::names::{self, Family, OtherName};

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

/// The attribute that most likely holds `expected`, the surest way first; `listed` are names that the receiver knows,
/// `address` is the user's.
pub fn find<'a>(
    attributes: &[&'a Attribute],
    expected: &str,
    listed: &[&str],
    address: Option<&str>,
) -> Option<Misnaming<'a>> {
    let is_listed = |a: &Attribute| listed.contains(&a.name.value.as_str());
    let free: Vec<&Attribute> = attributes
        .iter()
        .copied()
        .filter(|a| !is_listed(a))
        .collect();
    let first = |how: &dyn Fn(&Attribute) -> Option<How>| {
        free.iter().find_map(|attribute| {
            Some(Misnaming {
                attribute,
                how: how(attribute)?,
            })
        })
    };
    first(&|a| {
        a.name
            .value
            .eq_ignore_ascii_case(expected)
            .then_some(How::Case)
    })
    .or_else(|| first(&|a| (seen(&a.name.value) == expected).then_some(How::Invisible)))
    .or_else(|| first(&|a| is_homoglyph(&a.name.value, expected).then_some(How::Homoglyph)))
    .or_else(|| first(&|a| is_spelling(&a.name.value, expected).then_some(How::Separators)))
    .or_else(|| first(&|a| synonym(&a.name.value, expected).map(How::OtherName)))
    .or_else(|| first(&|a| is_friendly_name(a, expected).then_some(How::FriendlyName)))
    .or_else(|| first(&|a| is_typo(&a.name.value, expected, listed).then_some(How::Typo)))
    .or_else(|| by_value(&free, expected, address))
}

/// The name without white space around it and what can't be seen, in lower case.
fn seen(name: &str) -> String {
    let visible: String = name.chars().filter(|c| !is_invisible(*c)).collect();
    visible.trim().to_lowercase()
}

fn is_homoglyph(name: &str, expected: &str) -> bool {
    !name.is_ascii() && seen(name).chars().map(latin_twin).collect::<String>() == expected
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

/// The last part of the name, without separators, is `expected`.
fn is_spelling(name: &str, expected: &str) -> bool {
    let last = |separators: &[char]| {
        name.rsplit(separators)
            .find(|part| !part.is_empty())
            .unwrap_or_default()
    };
    let ends = [
        fold_name(name),
        fold_name(last(&['/', '#', ':'])),
        fold_name(last(&['/', '#', ':', '.'])),
    ];
    ends.iter().any(|end| {
        end == expected
            || end
                .strip_prefix("user")
                .is_some_and(|rest| rest == expected)
    })
}

fn other_name(name: &str, expected: &str) -> Option<&'static OtherName> {
    let whole = name.trim().to_lowercase();
    let oid = format!("urn:oid:{whole}");
    let last = name
        .rsplit(['/', '#', ':'])
        .find(|part| !part.is_empty())
        .unwrap_or_default();
    let folded = [
        fold_name(name),
        fold_name(last),
        fold_name(last.rsplit('.').next().unwrap_or_default()),
    ];
    names::ALL
        .iter()
        .filter(|row| row.expected == expected)
        .find(|row| match row.family {
            Family::Claim | Family::Oid => row.name == whole || row.name == oid,
            Family::Synonym | Family::Hint => folded.iter().any(|folded| folded == row.name),
        })
}

/// A name that means the field wherever it stands.
fn synonym(name: &str, expected: &str) -> Option<&'static OtherName> {
    other_name(name, expected).filter(|row| row.family != Family::Hint)
}

/// The attribute whose name may mean `expected` and whose only value could be one.
pub fn hint<'a>(
    attributes: &[&'a Attribute],
    expected: &str,
    address: Option<&str>,
) -> Option<&'a Attribute> {
    let may_mean = |a: &Attribute| {
        other_name(&a.name.value, expected).is_some_and(|row| row.family == Family::Hint)
    };
    let could_be = |a: &Attribute| match a.values.as_slice() {
        [value] => is_plausible(value.text.value.trim(), expected, address),
        _ => false,
    };
    attributes
        .iter()
        .copied()
        .find(|a| may_mean(a) && could_be(a))
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

fn is_friendly_name(attribute: &Attribute, expected: &str) -> bool {
    let friendly = attribute
        .friendly_name
        .as_ref()
        .map(|name| name.value.as_str());
    !attribute.name.value.is_empty()
        && friendly
            .is_some_and(|name| is_spelling(name, expected) || synonym(name, expected).is_some())
}

/// At most one slip in a short name, two in a long one that begins alike; never between two known names.
fn is_typo(name: &str, expected: &str, listed: &[&str]) -> bool {
    let folded = fold_name(name);
    let is_known = |known: &str| fold_name(known) == folded;
    if expected.len() < 5
        || listed.iter().any(|name| is_known(name))
        || names::ALL.iter().any(|row| row.name == folded)
    {
        return false;
    }
    match distance(&folded, expected) {
        1 => true,
        2 => expected.len() >= 8 && folded.chars().next() == expected.chars().next(),
        _ => false,
    }
}

/// Insertions, deletions, replacements and swaps of neighbours between two short names; 9 where the lengths differ by more
/// than two.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > 2 {
        return 9;
    }
    let mut before: Vec<usize> = vec![];
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let cell = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(9);
            let mut best = (cell(&row, j) + usize::from(x != y))
                .min(cell(&row, j + 1) + 1)
                .min(cell(&next, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if swapped {
                best = best.min(cell(&before, j - 1) + 1);
            }
            next.push(best);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or(9)
}

/// The one attribute whose only value looks like an e-mail address, or like that part of the user's address.
fn by_value<'a>(
    free: &[&'a Attribute],
    expected: &str,
    address: Option<&str>,
) -> Option<Misnaming<'a>> {
    let mut words = address?
        .split('@')
        .next()?
        .split(['.', '_', '-'])
        .map(fold_letters);
    let (first, last, more) = (words.next()?, words.next(), words.next());
    let wanted: Box<dyn Fn(&str) -> bool> = match (expected, last, more) {
        ("email", ..) => Box::new(is_email),
        ("firstname", Some(_), None) => Box::new(move |value: &str| fold_letters(value) == first),
        ("lastname", Some(last), None) => Box::new(move |value: &str| fold_letters(value) == last),
        _ => return None,
    };
    let is_known = |a: &Attribute| {
        names::ALL
            .iter()
            .any(|row| other_name(&a.name.value, row.expected).is_some())
    };
    let mut found = free.iter().filter(|a| match a.values.as_slice() {
        [value] => wanted(value.text.value.trim()) && !is_known(a),
        _ => false,
    });
    match (found.next(), found.next()) {
        (Some(attribute), None) => Some(Misnaming {
            attribute,
            how: How::Value,
        }),
        _ => None,
    }
}
