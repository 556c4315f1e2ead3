//! Error texts of Webex, wherever they stand in a text.

use crate::chars::floor;
use crate::decode::decoded::{Certainty, ErrorText, Place};
use crate::decode::layer::Layer;
use crate::decode::observed::{
    hit::Hit,
    messenger,
    spelling::{ACCOUNT, BEFORE, BEHIND, BETWEEN, SERVER, Spelling, TOPIC, Trust, spellings},
    words::{self, Token, Tokens},
};
use crate::webex::codes;

/// So many error texts are told.
const MOST: usize = 20;

/// So many characters of one are shown.
const LONGEST: usize = 200;

/// A text this short, in bytes, is taken for the error text itself.
const SHORT: usize = 200;

/// Two words further apart, in bytes, don't belong together.
const GAP: usize = 80;

/// Adds the error texts of `text` to `found`, the same text once, and to `strange` numbers that stand in their place and
/// are no codes.
pub(in crate::decode) fn find(
    text: &str,
    layers: &[Layer],
    found: &mut Vec<ErrorText>,
    strange: &mut Vec<u16>,
) {
    if !spellings().may_be_in(text.as_bytes()) {
        return;
    }
    let mut answers = messenger::answers(text).into_iter().peekable();
    let mut tokens = Tokens::new(text);
    let mut last: Option<Hit> = None;
    while found.len() < MOST
        && let Some(token) = tokens.next()
    {
        let answer = answers.next_if(|answer| answer.place.start <= token.start);
        let Some(hit) = answer.or_else(|| hit(text, &token, &tokens, layers.is_empty())) else {
            continue;
        };
        tokens.skip_to(hit.place.end);
        match &mut last {
            Some(last) if last.code == hit.code && hit.place.start <= last.place.end + 8 => {
                last.place.end = hit.place.end;
                last.messenger |= hit.messenger;
                last.certainty = last.certainty.max(hit.certainty);
            }
            _ => tell(text, last.replace(hit), layers, found, strange),
        }
    }
    tell(text, last, layers, found, strange);
}

fn tell(
    text: &str,
    hit: Option<Hit>,
    layers: &[Layer],
    found: &mut Vec<ErrorText>,
    strange: &mut Vec<u16>,
) {
    let Some(Hit {
        place,
        code,
        messenger,
        certainty,
    }) = hit
    else {
        return;
    };
    let Some(code) = known(code) else {
        if strange.len() < MOST && !strange.contains(&code) {
            strange.push(code);
        }
        return;
    };
    let raw = text.get(place).unwrap_or_default();
    let plain = if messenger {
        raw.to_owned()
    } else {
        words::plain(raw)
    };
    let words: Vec<&str> = plain.split_whitespace().collect();
    let spelling: String = words.join(" ").chars().take(LONGEST).collect();
    let is_same = |other: &ErrorText| {
        other.code == code && other.spelling.to_lowercase() == spelling.to_lowercase()
    };
    if found.len() < MOST && !found.iter().any(is_same) {
        found.push(ErrorText {
            code,
            spelling,
            layers: layers.to_vec(),
            messenger,
            certainty,
            place: Place::default(),
            answers: None,
        });
    }
}

/// The code of this number.
fn known(number: u16) -> Option<u8> {
    let code = codes::code(u8::try_from(number).ok()?)?;
    Some(code.number)
}

/// `is_alone` tells that the text is all that was given.
fn hit(text: &str, first: &Token, rest: &Tokens, is_alone: bool) -> Option<Hit> {
    let Some(mut candidates) = spellings().that_begin(first.word()) else {
        return floor31(text, first);
    };
    let mut rest = rest.clone();
    let mut start = *first;
    let has_reason = BEFORE.contains(&first.word());
    if has_reason {
        start = following(&mut rest, first.end)?;
    }
    let find = |spelling: &Spelling| {
        let mut rest = rest.clone();
        let words = spelling.words.iter().map(String::as_str);
        let end = matched(words, start, &mut rest)?;
        let Coded {
            code,
            end,
            certainty,
        } = code(text, spelling, end, &mut rest, has_reason)?;
        let comes = |words: &str| {
            let mut rest = rest.clone();
            let next = following(&mut rest, end)?;
            matched(words.split(' '), next, &mut rest)
        };
        let behind = BEHIND.iter().copied().find_map(comes);
        let (behind, certainty) = match certainty {
            Certainty::Wording => match comes(SERVER) {
                Some(end) => (Some(end), Certainty::Server),
                None => (behind, certainty),
            },
            _ => (behind, certainty),
        };
        let hit = Hit {
            place: first.start..behind.unwrap_or(end),
            code,
            messenger: false,
            certainty,
        };
        is_about(text, spelling, &hit, is_alone).then_some(hit)
    };
    match has_reason {
        true => spellings().that_begin(start.word())?.find_map(find),
        false => candidates.find_map(find),
    }
}

/// 31 behind the word for an account, where the sentence around it is in no language that is known here.
fn floor31(text: &str, number: &Token) -> Option<Hit> {
    if number.word() != "31" {
        return None;
    }
    let after = text.get(number.end..)?;
    let ends = |c: char| {
        c.is_control() || !c.is_alphanumeric() && !matches!(c, ' ' | '%' | ':' | '-' | '/' | '_')
    };
    let next = after.trim_start_matches(' ').chars().next();
    let decimal = after.strip_prefix(['.', ',']).unwrap_or_default();
    if !next.is_none_or(ends) || decimal.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let from = floor(text, number.start.saturating_sub(GAP));
    let near = text.get(from..number.start)?;
    let line = near.rfind('\n').map_or(0, |at| at + 1);
    let sentence = near.get(line..)?.rsplit(". ").next()?;
    let mut account = None;
    for token in Tokens::new(sentence) {
        let word = token.word();
        let is_account = ACCOUNT.iter().any(|stem| match stem.is_ascii() {
            true => word.starts_with(stem),
            false => word.contains(stem),
        });
        account = account.or(is_account.then_some(token.start));
    }
    let start = number.start - sentence.len() + account?;
    Some(Hit {
        place: start..number.end,
        code: 31,
        messenger: false,
        certainty: Certainty::Number,
    })
}

fn matched<'w>(
    mut words: impl Iterator<Item = &'w str>,
    first: Token,
    rest: &mut Tokens,
) -> Option<usize> {
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

/// What the words and the number behind them say.
struct Coded {
    code: u16,
    end: usize,
    certainty: Certainty,
}

fn code(
    text: &str,
    spelling: &Spelling,
    end: usize,
    rest: &mut Tokens,
    has_reason: bool,
) -> Option<Coded> {
    let (number, in_brackets, after) = match number(text, spelling, end, rest.clone()) {
        Some((number, in_brackets, after)) => (Some(number), in_brackets, after),
        None => (None, false, end),
    };
    let sure = Certainty::Sure;
    let own = u16::from(spelling.code);
    let is_strange = in_brackets && number.is_some_and(|number| known(number).is_none());
    let (code, end, certainty) = match (spelling.trust, number) {
        (Trust::Alone, Some(number)) if in_brackets || number == own => (number, after, sure),
        (Trust::Alone, _) => (own, end, Certainty::Wording),
        (Trust::Numbered, Some(number)) if number == own || is_strange => (number, after, sure),
        (Trust::Numbered, None) if has_reason => (own, end, Certainty::Wording),
        (Trust::Code | Trust::Near | Trust::Bare, Some(number)) => (number, after, sure),
        _ => return None,
    };
    rest.skip_to(end);
    Some(Coded {
        code,
        end,
        certainty,
    })
}

fn number(
    text: &str,
    spelling: &Spelling,
    end: usize,
    mut rest: Tokens,
) -> Option<(u16, bool, usize)> {
    let bridges = if spelling.code == 0 { 0 } else { 3 };
    let mut token = following(&mut rest, end)?;
    let mut before = end;
    for _ in 0..bridges {
        if BETWEEN.contains(&token.word()) {
            before = token.end;
            token = following(&mut rest, token.end)?;
        }
    }
    let word = token.word();
    let is_number = word.len() < 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number || word.starts_with('0') && word != "0" {
        return None;
    }
    let number = word.parse().ok()?;
    let after = text.get(token.end..)?;
    let decimal = after.strip_prefix(['.', ',']).unwrap_or_default();
    if decimal.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let between = words::plain(text.get(before..token.start)?);
    let opens = between.contains(['(', '[']);
    let close = words::closing(text, token.end).filter(|_| opens);
    let end = close.unwrap_or(token.end);
    Some((number, opens, end))
}

fn is_about(text: &str, spelling: &Spelling, hit: &Hit, is_alone: bool) -> bool {
    match spelling.trust {
        Trust::Near if hit.code == 31 => true,
        Trust::Near | Trust::Bare if known(hit.code).is_none() => {
            is_alone && text.trim().len() <= SHORT
        }
        Trust::Near | Trust::Bare => {
            text.trim().len() <= SHORT || {
                let start = floor(text, hit.place.start.saturating_sub(SHORT));
                let end = floor(text, hit.place.end + SHORT);
                let near = text.get(start..end).unwrap_or_default().to_lowercase();
                TOPIC.iter().any(|topic| near.contains(topic))
            }
        }
        _ => true,
    }
}
