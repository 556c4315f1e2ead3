//! Text as words in plain lower-case letters, so that spelling, script, markup and punctuation don't matter.

use crate::decode::codec::{entity, percent};

/// A longer word is none that is looked for.
const LONGEST: usize = 60;

/// A word or a number, folded.
#[derive(Debug, Clone, Copy)]
pub(in crate::decode) struct Token {
    /// First byte in the text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    letters: [u8; LONGEST],
    length: usize,
}

impl Token {
    /// The folded word; empty where it is too long.
    pub fn word(&self) -> &str {
        let letters = self.letters.get(..self.length).unwrap_or_default();
        std::str::from_utf8(letters).unwrap_or_default()
    }

    /// Whether it ends in a letter of a script that has no Latin one.
    fn is_foreign(&self) -> bool {
        let last = self.length.min(LONGEST).checked_sub(1);
        last.and_then(|last| self.letters.get(last))
            .is_some_and(|byte| !byte.is_ascii())
    }

    fn push(&mut self, letters: &str) {
        for letter in letters.bytes() {
            if let Some(free) = self.letters.get_mut(self.length) {
                *free = letter;
            }
            self.length += 1;
        }
    }
}

/// The words of a text, in order.
#[derive(Debug, Clone)]
pub(in crate::decode) struct Tokens<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Tokens<'a> {
    /// Begins at the beginning of `text`.
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// Goes on at `at`, if that is further.
    pub fn skip_to(&mut self, at: usize) {
        self.at = self.at.max(at);
    }

    fn next_char(&self) -> Option<(char, usize)> {
        let rest = self.text.get(self.at..)?;
        let first = rest.chars().next()?;
        let plain = (first, first.len_utf8());
        Some(match first {
            '&' => entity::entity(rest).unwrap_or(plain),
            '%' => encoded(rest.as_bytes()).unwrap_or(plain),
            '<' => markup(rest.as_bytes()).map_or(plain, |length| (' ', length)),
            '\\' => match rest.as_bytes().get(1) {
                Some(b'n' | b'r' | b't') => (' ', 2),
                _ => plain,
            },
            _ => plain,
        })
    }
}

/// `text` without markup, entities and percent-encoding.
pub(in crate::decode) fn plain(text: &str) -> String {
    let mut tokens = Tokens::new(text);
    let mut plain = String::with_capacity(text.len());
    while let Some((c, length)) = tokens.next_char() {
        plain.push(c);
        tokens.at += length;
    }
    plain
}

/// One past the bracket that closes behind `at`.
pub(in crate::decode) fn closing(text: &str, at: usize) -> Option<usize> {
    let mut tokens = Tokens { text, at };
    for _ in 0..4 {
        let (c, length) = tokens.next_char()?;
        tokens.at += length;
        match c {
            ')' | ']' => return Some(tokens.at),
            _ if c.is_whitespace() => {}
            _ => break,
        }
    }
    None
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let mut token: Option<Token> = None;
        while let Some((c, length)) = self.next_char() {
            let mut buffer = [0; 4];
            let letters = fold(c, &mut buffer);
            let is_mark = matches!(c, '\u{300}'..='\u{36F}' | '\u{AD}' | '\u{200B}'..='\u{200D}');
            if letters.is_empty() && !is_mark {
                if token.is_some() {
                    break;
                }
            } else if !letters.is_empty() || token.is_some() {
                if token.is_some_and(|token| token.is_foreign()) && c.is_ascii_digit() {
                    break;
                }
                let token = token.get_or_insert(Token {
                    start: self.at,
                    end: self.at,
                    letters: [0; LONGEST],
                    length: 0,
                });
                token.push(letters);
                token.end = self.at + length;
            }
            self.at += length;
        }
        token
    }
}

fn markup(bytes: &[u8]) -> Option<usize> {
    bytes
        .get(1)
        .filter(|byte| byte.is_ascii_alphabetic() || **byte == b'/')?;
    let inside = bytes.get(1..bytes.len().min(300))?;
    let at = inside.iter().position(|byte| matches!(byte, b'>' | b'<'))?;
    (inside.get(at) == Some(&b'>')).then_some(at + 2)
}

fn encoded(bytes: &[u8]) -> Option<(char, usize)> {
    let mut buffer = [0u8; 4];
    for length in 1..=4 {
        *buffer.get_mut(length - 1)? = percent::byte(bytes, 3 * (length - 1))?;
        if let Ok(text) = std::str::from_utf8(buffer.get(..length)?) {
            return text.chars().next().map(|c| (c, 3 * length));
        }
    }
    None
}

fn fold(c: char, buffer: &mut [u8; 4]) -> &str {
    const PLAIN: &str = "0123456789abcdefghijklmnopqrstuvwxyz";
    let at = match c {
        '0'..='9' => u32::from(c) - u32::from('0'),
        'a'..='z' => u32::from(c) - u32::from('a') + 10,
        'A'..='Z' => u32::from(c) - u32::from('A') + 10,
        _ if c.is_ascii() => return "",
        _ => {
            let c = c.to_lowercase().next().unwrap_or(c);
            return match letter(c) {
                "" if c.is_alphanumeric() => c.encode_utf8(buffer),
                letters => letters,
            };
        }
    };
    let at = usize::try_from(at).unwrap_or_default();
    PLAIN.get(at..=at).unwrap_or_default()
}

fn letter(c: char) -> &'static str {
    match c {
        'а' | 'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => "a",
        'б' => "b",
        'ц' | 'ч' | 'ћ' | 'č' | 'ć' | 'ç' => "c",
        'д' => "d",
        'đ' | 'ђ' => "dj",
        'џ' => "dz",
        'е' | 'è' | 'é' | 'ê' | 'ë' => "e",
        'ф' => "f",
        'г' => "g",
        'х' => "h",
        'и' | 'ì' | 'í' | 'î' | 'ï' => "i",
        'ј' => "j",
        'к' => "k",
        'л' => "l",
        'љ' => "lj",
        'м' => "m",
        'н' => "n",
        'њ' => "nj",
        'о' | 'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' => "o",
        'п' => "p",
        'р' => "r",
        'с' | 'ш' | 'š' => "s",
        'т' => "t",
        'у' | 'ù' | 'ú' | 'û' | 'ü' => "u",
        'в' => "v",
        'з' | 'ж' | 'ž' => "z",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words() {
        let table: [(&str, &[&str]); 12] = [
            (
                "Auto  Account-creation\nfailed (31).",
                &["auto", "account", "creation", "failed", "31"],
            ),
            ("Kôd greške 31", &["kod", "greske", "31"]),
            ("Ko\u{302}d gres\u{30C}ke", &["kod", "greske"]),
            (
                "Креирање аутоматског налога није успело",
                &["kreiranje", "automatskog", "naloga", "nije", "uspelo"],
            ),
            (
                "Broj gre&#353;ke &quot;null&quot;&nbsp;- 31",
                &["broj", "greske", "null", "31"],
            ),
            ("Error%20code%2031", &["error", "code", "31"]),
            ("gre%C5%A1ke+31", &["greske", "31"]),
            ("failed <b class='x'>(31)</b>", &["failed", "31"]),
            ("a < b, 1 > 0", &["a", "b", "1", "0"]),
            ("line\\nbreak %", &["line", "break"]),
            ("日本", &["日本"]),
            ("", &[]),
        ];
        for (text, words) in table {
            let tokens: Vec<_> = Tokens::new(text).collect();
            let found: Vec<_> = tokens.iter().map(Token::word).collect();
            assert_eq!(found, words, "{text}");
            for token in tokens {
                assert!(text.get(token.start..token.end).is_some());
            }
        }
        let long = "a".repeat(70);
        assert_eq!(Tokens::new(&long).next().unwrap().word(), "");
    }
}
