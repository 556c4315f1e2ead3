//! The words of a message that are about somebody, found again in any spelling: parts, run together, with or without
//! accents, in either Serbian script.

use crate::hash::HashSet;
use std::ops::Range;

/// Words, folded.
#[derive(Debug, Default)]
pub struct Learnt {
    words: HashSet<String>,
    /// The first letters of each, as many as the shortest has.
    starts: HashSet<[char; SHORTEST]>,
}

/// Fewer letters than this are no word.
const SHORTEST: usize = 3;

/// Fewer digits than this are no number.
const DIGITS: usize = 4;

/// So many characters of a word are compared.
const LONGEST: usize = 24;

impl Learnt {
    /// Remembers the words of `text`: runs of letters, runs of digits, and the parts of camel case.
    pub fn learn(&mut self, text: &str) {
        let is_digit = char::is_ascii_digit;
        for run in text.split(|c: char| !c.is_alphanumeric()) {
            for word in run.split(|c: char| is_digit(&c)) {
                self.add(word, SHORTEST);
                let parts = camel(word).filter(|part| part.len() < word.len());
                parts.for_each(|part| self.add(part, SHORTEST));
            }
            for number in run.split(|c: char| !is_digit(&c)) {
                self.add(number, DIGITS);
            }
        }
    }

    /// Remembers a user's name: also without its first letter, which may be an initial.
    pub fn learn_user(&mut self, name: &str) {
        let own = name.split('@').next().unwrap_or_default();
        self.learn(own);
        if let Some(rest) = own.get(1..).filter(|rest| rest.len() > SHORTEST) {
            self.learn(rest);
        }
    }

    fn add(&mut self, word: &str, shortest: usize) {
        if word.len() < shortest {
            return;
        }
        let folded: String = fold(word).map(|(c, _)| c).take(LONGEST).collect();
        if folded.chars().nth(shortest - 1).is_some() {
            let mut letters = folded.chars();
            let start = std::array::from_fn(|_| letters.next().unwrap_or_default());
            self.starts.insert(start);
            self.words.insert(folded);
        }
    }

    /// The places in `text` where words stand that were learnt.
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        let mut found = vec![];
        if self.words.is_empty() {
            return found;
        }
        let letters: Vec<(char, Range<usize>)> = fold(text).collect();
        let mut word = String::new();
        for (start, first) in letters.windows(SHORTEST).enumerate() {
            let mut letter = first.iter().map(|(c, _)| *c);
            let first = std::array::from_fn(|_| letter.next().unwrap_or_default());
            if !self.starts.contains(&first) {
                continue;
            }
            word.clear();
            let rest = letters.iter().skip(start).take(LONGEST);
            for (at, (c, range)) in rest.enumerate() {
                word.push(*c);
                if at + 1 >= SHORTEST && self.words.contains(&word) {
                    let from = letters.get(start).map_or(0, |(_, range)| range.start);
                    found.push(from..range.end);
                }
            }
        }
        found
    }
}

/// The parts of a word in camel case.
pub fn camel(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut letters = rest.char_indices().peekable();
        let mut before: Option<char> = None;
        let mut end = rest.len();
        while let Some((at, c)) = letters.next() {
            let next_is_small = letters.peek().is_some_and(|(_, next)| next.is_lowercase());
            let is_border = before.is_some_and(|before| {
                c.is_uppercase() && (!before.is_uppercase() || next_is_small)
            });
            if is_border {
                end = at;
                break;
            }
            before = Some(c);
        }
        let (part, tail) = rest.split_at(end);
        rest = tail;
        Some(part)
    })
}

/// Letters and digits without case and marks, in Latin letters, with their places; what German and Serbian write as two
/// letters is one: `đ`, `dj` and `d` are the same.
fn fold(text: &str) -> impl Iterator<Item = (char, Range<usize>)> {
    let mut out: Vec<(char, Range<usize>)> = Vec::with_capacity(text.len());
    let mut put = |c: char, range: &Range<usize>| match (out.last_mut(), c) {
        (Some(('d', last)), 'j')
        | (Some(('a' | 'o' | 'u', last)), 'e')
        | (Some(('s', last)), 's') => {
            last.end = range.end;
        }
        _ => out.push((c, range.clone())),
    };
    for (at, c) in text.char_indices() {
        let range = at..at + c.len_utf8();
        if c.is_ascii() {
            if c.is_ascii_alphanumeric() {
                put(c.to_ascii_lowercase(), &range);
            }
            continue;
        }
        for c in c.to_lowercase().filter(|c| c.is_alphanumeric()) {
            let plain = plain(c);
            let all = plain.chars().chain(plain.is_empty().then_some(c));
            all.for_each(|c| put(c, &range));
        }
    }
    out.into_iter()
}

/// The Latin letters for a letter with a mark, or of Serbian Cyrillic; none for others.
fn plain(c: char) -> &'static str {
    match c {
        'á' | 'à' | 'â' | 'ã' | 'å' | 'ä' | 'ā' | 'ă' | 'ą' | 'æ' | 'а' => "a",
        'б' => "b",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' | 'ц' | 'ч' | 'ћ' => "c",
        'ď' | 'đ' | 'ð' | 'д' | 'ђ' => "d",
        'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'е' | 'ё' | 'э' => "e",
        'ф' => "f",
        'ğ' | 'ĝ' | 'ġ' | 'ģ' | 'г' => "g",
        'ĥ' | 'ħ' | 'х' => "h",
        'í' | 'ì' | 'î' | 'ï' | 'ĩ' | 'ī' | 'į' | 'ı' | 'и' | 'і' => "i",
        'ј' | 'й' => "j",
        'ķ' | 'к' => "k",
        'ł' | 'ĺ' | 'ļ' | 'ľ' | 'л' => "l",
        'м' => "m",
        'ñ' | 'ń' | 'ņ' | 'ň' | 'н' => "n",
        'ó' | 'ò' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' | 'œ' | 'о' => "o",
        'п' => "p",
        'ŕ' | 'ř' | 'р' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'ß' | 'с' | 'ш' => "s",
        'ţ' | 'ť' | 'ț' | 'т' => "t",
        'ú' | 'ù' | 'û' | 'ü' | 'ũ' | 'ū' | 'ů' | 'ű' | 'ų' | 'у' => "u",
        'в' => "v",
        'ý' | 'ÿ' | 'ы' => "y",
        'ź' | 'ż' | 'ž' | 'з' | 'ж' => "z",
        'љ' => "lj",
        'њ' => "nj",
        'џ' => "dz",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_word_in_every_spelling() {
        let mut learnt = Learnt::default();
        learnt.learn("Đorđe Petrović, AcmeBank 47110815, Müller, Јелена");
        for (text, expected) in [
            ("petrovic", vec!["petrovic"]),
            ("costPetrovićCenter", vec!["Petrović"]),
            ("mpetrovic", vec!["petrovic"]),
            ("ПЕТРОВИЋ", vec!["ПЕТРОВИЋ"]),
            ("pe-tro.vic", vec!["pe-tro.vic"]),
            ("djordje dorde Ђорђе", vec!["djordje", "dorde", "Ђорђе"]),
            ("mueller Muller", vec!["mueller", "Muller"]),
            ("Jelena", vec!["Jelena"]),
            ("id47110815x", vec!["47110815"]),
            ("department", vec![]),
        ] {
            let found: Vec<&str> = learnt
                .find(text)
                .into_iter()
                .map(|range| &text[range])
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn parts_camel_case() {
        let parts = |word| camel(word).collect::<Vec<_>>();
        assert_eq!(parts("OPhoneCountry"), ["O", "Phone", "Country"]);
        assert_eq!(parts("employeeID"), ["employee", "ID"]);
        assert_eq!(parts("memberof"), ["memberof"]);
    }
}
