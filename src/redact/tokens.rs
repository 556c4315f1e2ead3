//! Words that stand for words: as long, of the same kinds of characters, and the same for the same.

use crate::chars::invisible::is_invisible;
use crate::facts::values::{fold_letter, fold_letters};
use std::collections::{HashMap, HashSet};

/// Stands for the words of a text. All words that there are have to be [learnt](Tokens::learn) first, so that no token
/// is one of them.
///
/// Words are told apart as addresses write them: without case, and without the marks of Latin letters. Tokens are
/// numbers in the order of appearance, so nothing leads back from them.
#[derive(Debug, Default)]
pub struct Tokens {
    words: HashMap<String, Word>,
    given: HashSet<String>,
    number: usize,
}

#[derive(Debug, Default)]
struct Word {
    /// The places, among the characters of the folded word, that some spelling writes with a mark.
    marked: Vec<usize>,
    /// The places of `ae` and the like, which some spelling writes as one letter.
    pairs: Vec<usize>,
    token: Option<String>,
}

/// So many numbers are tried for a word before a token may stand for two.
const TRIES: usize = 256;

impl Tokens {
    /// Remembers the words of `text`.
    pub fn learn(&mut self, text: &str) {
        for word in words(text) {
            let known = self.words.entry(fold_letters(word)).or_default();
            let mut at = 0;
            for c in word.chars() {
                match Letter::of(c) {
                    Letter::Marked => remember(&mut known.marked, at),
                    Letter::Pair => remember(&mut known.pairs, at),
                    Letter::Plain => {}
                }
                at += fold_letter(c).count();
            }
        }
    }

    /// `text` with tokens for its words. White space, ASCII punctuation and what can't be seen stay; any other sign
    /// becomes `•`.
    pub fn replace(&mut self, text: &str) -> String {
        self.replace_unless(text, |_| false)
    }

    /// The same, where the words that are `kept` stay.
    pub fn replace_unless(&mut self, text: &str, kept: impl Fn(&str) -> bool) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let word = rest.split(is_sign).next().unwrap_or_default();
            if word.is_empty() {
                out.push(sign(c));
                rest = rest.get(c.len_utf8()..).unwrap_or_default();
                continue;
            }
            if kept(word) {
                out.push_str(word);
            } else {
                self.spell(word, &mut out);
            }
            rest = rest.get(word.len()..).unwrap_or_default();
        }
        out
    }

    fn spell(&mut self, word: &str, out: &mut String) {
        let token = self.token(fold_letters(word));
        let mut letters = token.chars();
        for c in word.chars() {
            let length = fold_letter(c).count();
            let plain = letters.next().unwrap_or('x');
            if let Some(skipped) = length.checked_sub(2) {
                letters.nth(skipped);
            }
            let stands = match Letter::of(c) {
                Letter::Marked => 'á',
                Letter::Pair => 'ä',
                Letter::Plain => plain,
            };
            if c.is_uppercase() {
                out.extend(stands.to_uppercase());
            } else {
                out.push(stands);
            }
        }
    }

    fn token(&mut self, folded: String) -> String {
        let word = self.words.get(&folded);
        if let Some(token) = word.and_then(|word| word.token.clone()) {
            return token;
        }
        self.number += 1;
        let write = |number| match word {
            Some(word) => word.write(&folded, number),
            None => Word::default().write(&folded, number),
        };
        let is_free =
            |token: &String| !self.given.contains(token) && !self.words.contains_key(token);
        let is_other = |token: &String| *token != folded;
        let numbers = || (self.number..).take(1).chain(1..TRIES);
        let token = numbers().map(write).find(is_free);
        let token = token.or_else(|| numbers().map(write).find(is_other));
        let token = token.unwrap_or_else(|| "x".repeat(folded.chars().count()));
        self.given.insert(token.clone());
        self.words.entry(folded).or_default().token = Some(token.clone());
        token
    }
}

impl Word {
    /// The number, the lowest digit first, in the letters and digits that the word has at each place.
    fn write(&self, folded: &str, mut number: usize) -> String {
        let mut token = String::with_capacity(folded.len());
        let mut after_pair = false;
        for (at, c) in folded.chars().enumerate() {
            let is_pair = self.pairs.binary_search(&at).is_ok();
            let is_marked = self.marked.binary_search(&at).is_ok();
            token.push(if after_pair {
                'e'
            } else if is_pair || is_marked {
                'a'
            } else {
                let letters = alphabet(c);
                let count = letters.chars().count();
                let letter = letters.chars().nth(number % count);
                number /= count;
                letter.unwrap_or('x')
            });
            after_pair = is_pair;
        }
        token
    }
}

/// What folding does to a letter.
enum Letter {
    /// It leaves it, or another letter of its script.
    Plain,
    /// It takes a mark off.
    Marked,
    /// It makes two of it.
    Pair,
}

impl Letter {
    fn of(c: char) -> Self {
        let mut plain = fold_letter(c);
        match (c.is_ascii(), plain.next(), plain.next()) {
            (false, Some(_), Some(_)) => Self::Pair,
            (false, Some(one), None) if one.is_ascii() => Self::Marked,
            _ => Self::Plain,
        }
    }
}

fn remember(places: &mut Vec<usize>, at: usize) {
    if let Err(place) = places.binary_search(&at) {
        places.insert(place, at);
    }
}

/// Letters of the same script, the one that fills up first. None of them carries a mark that folding takes off.
fn alphabet(c: char) -> &'static str {
    match c {
        '0'..='9' => "0123456789",
        'a'..='z' | 'A'..='Z' => "xbcdfghjkmpqrtvwy",
        '\u{370}'..='\u{3ff}' => "λβγδθμπφψω",
        '\u{400}'..='\u{52f}' => "жбвгдзклфцчш",
        '\u{5d0}'..='\u{5ea}' => "שבגדלמ",
        '\u{620}'..='\u{64a}' => "سبجدلم",
        '\u{3040}'..='\u{30ff}' => "んかさたなは",
        '\u{3400}'..='\u{9fff}' => "一二三四五六",
        '\u{ac00}'..='\u{d7a3}' => "가나다라마바",
        _ => "ŵĥĵŧŷġ",
    }
}

/// The words of a text: runs of letters and digits.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(is_sign).filter(|word| !word.is_empty())
}

fn is_sign(c: char) -> bool {
    !c.is_alphanumeric()
}

/// What findings rest on stays.
fn sign(c: char) -> char {
    let is_mark = matches!(c, '\u{300}'..='\u{36f}');
    if c.is_ascii() || c.is_whitespace() || is_invisible(c) || is_mark {
        c
    } else {
        '•'
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::values::is_email;

    fn learnt(texts: &[&str]) -> Tokens {
        let mut tokens = Tokens::default();
        texts.iter().for_each(|text| tokens.learn(text));
        tokens
    }

    #[test]
    fn keeps_length_kinds_and_who_is_who() {
        let texts = [
            "jelena.ilic@adriasoft.example",
            "Jelena",
            "Ilić",
            "ILIC",
            "Đorđe Müller",
            "djordje.mueller",
            "Јелена Илић",
            " +381 11\t555-12-34\u{200b}🙂",
            "김 지수 李 さとう Ωνα سلام",
            "bxxxxx",
        ];
        let mut tokens = learnt(&texts);
        let out: Vec<String> = texts.iter().map(|text| tokens.replace(text)).collect();
        for (text, token) in texts.iter().zip(&out) {
            assert_eq!(
                text.chars().count(),
                token.chars().count(),
                "{text} {token}"
            );
            for (from, to) in text.chars().zip(token.chars()) {
                let kind = |c: char| {
                    (
                        c.is_ascii(),
                        c.is_uppercase(),
                        c.is_numeric(),
                        c.is_alphanumeric(),
                    )
                };
                assert_eq!(kind(from), kind(to), "{text} {token}");
            }
            assert!(
                words(text).all(|word| !words(token).any(|other| other == word)),
                "{text} {token}"
            );
        }
        let [email, first, last, upper, marked, plain, ..] = out.as_slice() else {
            panic!("ten texts");
        };
        assert!(is_email(email));
        assert!(email.starts_with(&format!("{}.{}@", fold_letters(first), fold_letters(last))));
        assert_eq!(fold_letters(upper), fold_letters(last));
        assert_eq!(fold_letters(marked).replace(' ', "."), *plain);
        let different: HashSet<&String> = out.iter().collect();
        assert_eq!(different.len(), out.len());
    }

    #[test]
    fn gives_different_words_different_tokens() {
        let all: Vec<String> = (0..200).map(|n| format!("name{n:03}")).collect();
        let texts: Vec<&str> = all.iter().map(String::as_str).collect();
        let mut tokens = learnt(&texts);
        let different: HashSet<String> = texts.iter().map(|text| tokens.replace(text)).collect();
        assert_eq!(different.len(), all.len());
    }

    #[test]
    fn keeps_what_it_is_told_to() {
        let mut tokens = learnt(&["a.webex.com"]);
        assert_eq!(
            tokens.replace_unless("a.webex.com", |word| word != "a"),
            "b.webex.com"
        );
    }
}
