//! The text is not well-formed XML: shows the place and the reason.

use super::{Context, Findings, Rule};
use crate::chars::floor;
use crate::chars::invisible::is_blank;
use crate::diagnostic::Severity;
use crate::text::{Arg, Phrase, texts};
use crate::webex::pages;
use crate::xml::{Error, Reason};

pub static RULE: Rule = Rule {
    id: "unreadable",
    severity: Severity::Error,
    source: &pages::XML_WELL_FORMED,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "unreadable" {
        title: "The XML can’t be read past this place",
        why: "{ $reason } Past this place no program can read such XML. Often only the copy is damaged, and not the message that \
              Webex received.",
        fix: "1. Copy the message again, whole, from the sign-in itself; an editor or a mail may have changed it.\n\
              1. If it arrives like this, the fault is at the identity provider: report this place to its vendor.",
        action: "Copy the whole message again",
    }
    COPY "unreadable-copy" {
        title: "This copy can’t be read past this place",
        why: "{ $reason } { $damage } A copy like this doesn’t show what was sent to Webex.",
        fix: "1. Copy the value of `SAMLResponse` itself, from the posted form in the browser’s developer tools (**Network**, \
              **Payload**) or from **Parameters** in SAML-tracer: text in base64 is not changed on the way.\n\
              1. If that value reads like this as well, the fault is at the identity provider: report this place to its vendor.",
        action: "Copy the value of `SAMLResponse` itself",
    }
    READ "unreadable-read" {
        title: "This copy can’t be read past this place, but Webex did read the message",
        why: "{ $reason } Webex answered with error 31, which it does only after it has read the message: so it is the copy that \
              is damaged, not what was sent. { $damage }",
        fix: "Copy the value of `SAMLResponse` itself, from the posted form in the browser’s developer tools (**Network**, \
              **Payload**) or from **Parameters** in SAML-tracer: text in base64 is not changed on the way.",
        action: "Copy the value of `SAMLResponse` itself",
    }
    CUT "unreadable-cut" {
        title: "This copy is cut short",
        why: "{ $reason } Nothing is claimed about what comes behind.",
        fix: "Copy the value once more, from its first to its last character. Some viewers show only its beginning, a console \
              may break it, and dots in it mean that somebody shortened it; **Copy value** takes all of it.",
        action: "Copy the whole value",
    }
    SENT "unreadable-sent" {
        title: "The message that was sent can’t be read past this place",
        why: "{ $reason } { $what } These are the bytes that were sent, so nothing is judged of what the message says.",
        fix: "1. Report this place to whoever looks after the identity provider, or to its vendor: it has to send one XML \
              document, in the charset that it declares or in UTF-8, with nothing in front of it and nothing behind it.\n\
              1. Sign in again, capture the new message and check it here.",
        action: "Have the identity provider send XML that can be read",
    }
    PASTED "unreadable-pasted" {
        title: "The XML can’t be read past this place",
        why: "{ $reason } { $what } If this copy is exact, the identity provider sent the message like this: base64 keeps each \
              byte as it is.",
        fix: "1. Copy the value of `SAMLResponse` once more, from the sign-in itself, and check it here.\n\
              1. If it reads the same, the fault is at the identity provider: report this place to its vendor.",
        action: "Copy the value of `SAMLResponse` once more",
    }
    LETTER "bytes-letter" "In a charset of one byte for each letter it is a letter (in ISO-8859-1 `{ $letter }`); UTF-8 writes that letter with two bytes.";
    STRICT "bytes-strict" "A program that reads XML as it is specified stops here.";
    QUOTES "damage-quotes" "Quotation marks like { $character } are made by Word, Outlook and other programs that improve typed text.";
    BLANKS "damage-blanks" "There is an invisible character ({ $character }): web pages, chats and mails insert such characters.";
    AMPERSAND "damage-ampersand" "The tab **SAML** of SAML-tracer, and other viewers, show `&amp;` as `&`; in the message itself it is most likely right.";
    LINKS "damage-links" "A program that makes links of addresses took the quotation marks around them.";
    CONTROL "damage-control" "A decoder or a terminal may have put it there; or a binary value, such as `objectSid`, was sent as text.";
    INSIDE "damage-inside" "{ $who } It is inside the attribute `{ $attribute }`.";
    PREFIX "damage-prefix" "If only a part was copied, the declaration is in the part that is missing.";
    GENERAL "damage-general" "Editors, mails and viewers change XML that is copied as text.";
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let has_own_rule =
        |reason: &Reason| matches!(reason, Reason::Doctype | Reason::CharsetConflict { .. });
    let Some(error) = cx.refused.filter(|error| !has_own_rule(&error.reason)) else {
        return;
    };
    let reason = Arg::Said(*error.reason.phrase(), error.reason.args());
    let words = match () {
        () if error.reason.is_bound() => &WORDS,
        () if cx.is_refused_as_sent() => &SENT,
        () if cx.was_read => &READ,
        () if error.reason.breaks_off() => &CUT,
        () if cx.exact => &PASTED,
        () => &COPY,
    };
    let mut args = vec![("reason", reason)];
    if [COPY.id(), READ.id()].contains(&words.id()) {
        args.push(("damage", damage(cx, error)));
    }
    if [SENT.id(), PASTED.id()].contains(&words.id()) {
        args.push(("what", what(cx, error)));
    }
    out.push(rule.finding(words, Some(error.span), args));
}

/// What a receiver makes of such bytes.
fn what(cx: &Context, error: &Error) -> Arg {
    let before = cx.source.get(..error.span.start).unwrap_or_default();
    let byte = match &error.reason {
        Reason::BrokenBytes { charset, byte, .. } if charset == "UTF-8" => byte.as_str(),
        _ => "",
    };
    match u8::from_str_radix(byte, 16).map(char::from) {
        Ok(letter) if letter.is_alphabetic() && before.is_ascii() => {
            Arg::Said(LETTER, vec![("letter", Arg::Input(letter.to_string()))])
        }
        _ => Arg::said(&STRICT),
    }
}

/// Who makes such damage, and where it stands.
fn damage(cx: &Context, error: &Error) -> Arg {
    let text = cx.source;
    let end = floor(text, error.span.end.max(error.span.start) + 24);
    let near = text.get(floor(text, error.span.start)..end);
    let near = near.unwrap_or_default();
    let say = |phrase: &Phrase, c: char| {
        let character = Arg::Plain(format!("U+{:04X}", u32::from(c)));
        Arg::Said(*phrase, vec![("character", character)])
    };
    let is_quote = |c: &char| matches!(c, '\u{2018}'..='\u{201F}' | '«' | '»' | '″' | '＂');
    let is_odd = |c: &char| is_blank(*c) && !matches!(c, ' ' | '\t' | '\r' | '\n' | '\0');
    let odd = (near.chars().find(is_quote), near.chars().find(is_odd));
    let who = match (&error.reason, odd) {
        (
            Reason::StrayAmpersand | Reason::UnknownEntity { .. } | Reason::EndsInReference { .. },
            _,
        ) => Arg::said(&AMPERSAND),
        (Reason::IllegalCharacter { .. }, _) => Arg::said(&CONTROL),
        (Reason::UndeclaredPrefix { .. }, _) => Arg::said(&PREFIX),
        (_, (Some(quote), _)) => say(&QUOTES, quote),
        (_, (_, Some(odd))) => say(&BLANKS, odd),
        (Reason::UnquotedValue { .. }, _) if near.contains("://") => Arg::said(&LINKS),
        _ => Arg::said(&GENERAL),
    };
    match attribute_around(text, error.span.start) {
        Some(name) => Arg::Said(INSIDE, vec![("who", who), ("attribute", Arg::input(name))]),
        None => who,
    }
}

/// The name of the SAML attribute in which a place stands.
fn attribute_around(text: &str, at: usize) -> Option<&str> {
    const NEAR: usize = 4_000;
    let before = text.get(floor(text, at.saturating_sub(NEAR))..floor(text, at))?;
    let start = before.rfind("Attribute ")?;
    let rest = before.get(start..)?;
    let is_open = !rest.contains("</")
        || !rest.split("</").skip(1).any(|end| {
            let name = end.split('>').next().unwrap_or_default();
            name.ends_with("Attribute")
        });
    let value = rest.split_once("Name=")?.1.get(1..)?;
    let name = value.split(['"', '\'', '”', '>']).next()?;
    (is_open && !name.is_empty() && name.len() < 120).then_some(name)
}
