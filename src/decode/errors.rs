//! Error texts of Webex, wherever they stand in a text.

use super::fold::{self, Token, Tokens};
use super::phrases::{BEFORE, BEHIND, BETWEEN, PHRASES, Phrase, TOPIC, Trust, begins};
use super::scan::Place;
use super::{ErrorText, Layer, messenger};
use std::ops::Range;

/// So many error texts are told.
const MOST: usize = 20;

/// So many characters of one are shown.
const LONGEST: usize = 200;

/// A text this short, in bytes, is taken for the error text itself.
const SHORT: usize = 200;

/// Two words further apart, in bytes, don't belong together.
const GAP: usize = 80;

/// An error text at its place.
#[derive(Debug, Clone)]
pub(super) struct Hit {
    /// Where it stands.
    pub place: Range<usize>,
    /// The number, 1 to 32.
    pub code: u8,
    /// Whether it is the answer of Webex Messenger.
    pub messenger: bool,
}

/// Adds the error texts of `text` to `found`; the same text is told once.
pub(super) fn find(text: &str, layers: &[Layer], found: &mut Vec<ErrorText>) {
    let mut answers = messenger::answers(text).into_iter().peekable();
    let mut tokens = Tokens::new(text);
    let mut last: Option<Hit> = None;
    while found.len() < MOST
        && let Some(token) = tokens.next()
    {
        let answer = answers.next_if(|answer| answer.place.start <= token.start);
        let Some(hit) = answer.or_else(|| hit(text, &token, &tokens)) else {
            continue;
        };
        tokens.skip_to(hit.place.end);
        match &mut last {
            Some(last) if last.code == hit.code && hit.place.start <= last.place.end + 8 => {
                last.place.end = hit.place.end;
                last.messenger |= hit.messenger;
            }
            _ => tell(text, last.replace(hit), layers, found),
        }
    }
    tell(text, last, layers, found);
}

fn tell(text: &str, hit: Option<Hit>, layers: &[Layer], found: &mut Vec<ErrorText>) {
    let Some(Hit {
        place,
        code,
        messenger,
    }) = hit
    else {
        return;
    };
    let raw = text.get(place).unwrap_or_default();
    let plain = if messenger {
        raw.to_owned()
    } else {
        fold::plain(raw)
    };
    let words: Vec<&str> = plain.split_whitespace().collect();
    let spelling: String = words.join(" ").chars().take(LONGEST).collect();
    let known = |other: &ErrorText| {
        other.code == code && other.spelling.to_lowercase() == spelling.to_lowercase()
    };
    if found.len() < MOST && !found.iter().any(known) {
        found.push(ErrorText {
            code,
            spelling,
            layers: layers.to_vec(),
            messenger,
            place: Place::default(),
            answers: None,
        });
    }
}

fn hit(text: &str, first: &Token, rest: &Tokens) -> Option<Hit> {
    if !begins(first.word()) {
        return None;
    }
    let mut rest = rest.clone();
    let mut start = *first;
    let has_reason = BEFORE.contains(&first.word());
    if has_reason {
        start = following(&mut rest, first.end)?;
    }
    PHRASES.iter().find_map(|phrase| {
        let mut rest = rest.clone();
        let end = words(phrase.words, start, &mut rest)?;
        let (code, end) = code(text, phrase, end, &mut rest, has_reason)?;
        let behind = BEHIND.iter().find_map(|words| {
            let mut rest = rest.clone();
            let next = following(&mut rest, end)?;
            self::words(words, next, &mut rest)
        });
        let hit = Hit {
            place: first.start..behind.unwrap_or(end),
            code,
            messenger: false,
        };
        is_about(text, phrase, &hit).then_some(hit)
    })
}

fn words(words: &str, first: Token, rest: &mut Tokens) -> Option<usize> {
    let mut words = words.split(' ');
    if words.next() != Some(first.word()) {
        return None;
    }
    let mut end = first.end;
    for word in words {
        let next = following(rest, end)?;
        if next.word() != word {
            return None;
        }
        end = next.end;
    }
    Some(end)
}

fn following(rest: &mut Tokens, end: usize) -> Option<Token> {
    rest.next().filter(|next| next.start - end <= GAP)
}

fn code(
    text: &str,
    phrase: &Phrase,
    end: usize,
    rest: &mut Tokens,
    has_reason: bool,
) -> Option<(u8, usize)> {
    let (number, in_brackets, after) = match number(text, phrase, end, rest.clone()) {
        Some((number, in_brackets, after)) => (Some(number), in_brackets, after),
        None => (None, false, end),
    };
    let (code, end) = match (phrase.trust, number) {
        (Trust::Alone, Some(number)) if in_brackets || number == phrase.code => (number, after),
        (Trust::Alone, _) => (phrase.code, end),
        (Trust::Numbered, Some(number)) if number == phrase.code => (number, after),
        (Trust::Numbered, None) if has_reason => (phrase.code, end),
        (Trust::Code | Trust::Near | Trust::Bare, Some(number)) => (number, after),
        _ => return None,
    };
    rest.skip_to(end);
    Some((code, end))
}

fn number(text: &str, phrase: &Phrase, end: usize, mut rest: Tokens) -> Option<(u8, bool, usize)> {
    let bridges = if phrase.code == 0 { 0 } else { 3 };
    let mut token = following(&mut rest, end)?;
    let mut before = end;
    for _ in 0..bridges {
        if BETWEEN.contains(&token.word()) {
            before = token.end;
            token = following(&mut rest, token.end)?;
        }
    }
    let word = token.word();
    if word.starts_with('0') || !word.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = word
        .parse()
        .ok()
        .filter(|number| (1..=32).contains(number))?;
    let after = text.get(token.end..)?;
    let decimal = after.strip_prefix(['.', ',']).unwrap_or_default();
    if decimal.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let between = fold::plain(text.get(before..token.start)?);
    let opens = between.contains(['(', '[']);
    let close = fold::closing(text, token.end).filter(|_| opens);
    let end = close.unwrap_or(token.end);
    Some((number, opens, end))
}

fn is_about(text: &str, phrase: &Phrase, hit: &Hit) -> bool {
    match phrase.trust {
        Trust::Near if hit.code == 31 => true,
        Trust::Near | Trust::Bare => {
            text.trim().len() <= SHORT || {
                let start = fold::floor(text, hit.place.start.saturating_sub(SHORT));
                let end = fold::floor(text, hit.place.end + SHORT);
                let near = text.get(start..end).unwrap_or_default().to_lowercase();
                TOPIC.iter().any(|topic| near.contains(topic))
            }
        }
        _ => true,
    }
}
