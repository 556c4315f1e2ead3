//! Classes of authentication beside the list of a site, character by character.

use crate::chars::invisible::is_blank;

/// How an entry of the list differs from a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// In blanks, or in characters that show nothing.
    Blanks,
    /// In upper and lower case, from this character on.
    Case {
        /// Its number, from 1.
        at: usize,
    },
    /// One is the beginning of the other.
    Longer,
    /// In one place near the end.
    Character {
        /// Its number, from 1.
        at: usize,
        /// The one in the list.
        there: char,
        /// The one in the message.
        here: char,
    },
    /// Only the name at the end is the same.
    Beginning,
}

/// The entries of a list as a site has it, joined by `;` or one a line; nothing of an entry is trimmed.
pub fn entries(list: &str) -> impl Iterator<Item = &str> {
    list.split([';', '\n', '\r'])
        .filter(|entry| !entry.chars().all(is_blank))
}

/// The entry that was most likely meant for a class that is not in the list.
pub fn nearest<'l>(class: &str, list: &[&'l str]) -> Option<(&'l str, Difference)> {
    let all = list.iter();
    let near = all.filter_map(|entry| Some((*entry, difference(class, entry)?)));
    near.min_by_key(|(_, difference)| rank(*difference))
}

fn rank(difference: Difference) -> usize {
    match difference {
        Difference::Blanks => 0,
        Difference::Case { .. } => 1,
        Difference::Character { .. } => 2,
        Difference::Longer => 3,
        Difference::Beginning => 4,
    }
}

/// `None` where the two have nothing to do with each other.
fn difference(class: &str, entry: &str) -> Option<Difference> {
    if seen(class).eq(seen(entry)) {
        return Some(Difference::Blanks);
    }
    let mut pairs = class.chars().zip(entry.chars()).enumerate();
    let first = pairs.find(|(_, (here, there))| here != there);
    let at = first.map(|(at, _)| at + 1);
    let folded = |text: &str| seen(text).collect::<String>().to_lowercase();
    if folded(class) == folded(entry) {
        return Some(at.map_or(Difference::Blanks, |at| Difference::Case { at }));
    }
    let Some((index, (here, there))) = first else {
        return Some(Difference::Longer);
    };
    let [name, other] = [class, entry].map(|text| name(text).chars().collect::<Vec<_>>());
    let begins = class.chars().count() - name.len();
    if name == other {
        return Some(Difference::Beginning);
    }
    let backwards = name.iter().rev().zip(other.iter().rev());
    let end = backwards.take_while(|(here, there)| here == there).count();
    let shared = index.checked_sub(begins)? + end;
    let is_slip = shared * 3 >= name.len().max(other.len()) * 2;
    is_slip.then_some(Difference::Character {
        at: index + 1,
        there,
        here,
    })
}

fn seen(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !is_blank(*c))
}

/// What stands behind the last separator.
fn name(text: &str) -> &str {
    text.rsplit([':', '/', '#']).next().unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PASSWORD: &str = "urn:oasis:names:tc:SAML:2.0:ac:classes:Password";

    #[test]
    fn an_entry_is_what_stands_between_semicolons_and_line_breaks() {
        let rows: &[(&str, &[&str])] = &[
            ("", &[]),
            (" ;\n\u{200B};", &[]),
            ("a", &["a"]),
            ("a; b", &["a", " b"]),
            ("a\r\nb \r\n", &["a", "b "]),
        ];
        for (list, expected) in rows {
            assert_eq!(entries(list).collect::<Vec<_>>(), *expected, "{list:?}");
        }
    }

    #[test]
    fn tells_how_the_nearest_differs() {
        let windows = "urn:federation:authentication:windows";
        let slip = |at, there, here| Some(Difference::Character { at, there, here });
        let rows = [
            (windows.to_owned(), None),
            (PASSWORD.replace("Password", "PreviousSession"), None),
            (format!(" {PASSWORD}"), Some(Difference::Blanks)),
            (format!("{PASSWORD}\u{200B}"), Some(Difference::Blanks)),
            (
                PASSWORD.replace("SAML", "saml"),
                Some(Difference::Case { at: 20 }),
            ),
            (
                PASSWORD.replace("Pass", "P\u{430}ss"),
                slip(41, '\u{430}', 'a'),
            ),
            (PASSWORD.replace("word", "werd"), slip(45, 'e', 'o')),
            (
                format!("{PASSWORD}ProtectedTransport"),
                Some(Difference::Longer),
            ),
            (
                "http://adriasoft.example/classes/Password".to_owned(),
                Some(Difference::Beginning),
            ),
        ];
        for (entry, expected) in rows {
            let found = nearest(PASSWORD, &[windows, &entry]);
            assert_eq!(found.map(|(_, how)| how), expected, "{entry}");
        }
    }
}
