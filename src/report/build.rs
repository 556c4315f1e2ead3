//! Fills the words in and turns places into UTF-16 offsets.

mod code;
mod error31;

pub use code::code;
pub(super) use error31::TEXTS as ERROR31;
pub use error31::{causes, checks, source_note, which_console};

use super::capture::{origin, set_total};
use super::contexts::authn_context;
use super::offsets::Offsets;
use super::{
    Diagnostic, Field, IdentityProvider, Message, MessageKind, Observed, Omitted, Problem, Reason,
    ServiceProvider, Unlisted, account, rank, signature,
};
use crate::address;
use crate::decode::{Candidate, Certainty, Decoded, ErrorText, Failure};
use crate::diagnosis::Diagnosis;
use crate::facts::{Carrier, Facts, Reading};
use crate::instant::Instant;
use crate::rules::{Context, Found};
use crate::saml::{Assertion, Kind};
use crate::text::{Arg, Phrase, Texts, texts};
use crate::webex::codes;
use crate::webex::idps::{self, Recognised};
use crate::webex::pages;
use crate::webex::service_providers::{self, Because};
use crate::{diagnostic, facts, remedy, webex};

texts! {
    BY_ISSUER "idp-by-issuer" "Issuer `{ $value }`";
    BY_ATTRIBUTE "idp-by-attribute" "Attribute `{ $value }`, which this product usually sends";
    NOT_RECOGNISED "idp-not-recognised" "The issuer matches no known product";
    BY_READER "sp-by-reader" "You said so";
    BY_ADDRESS "sp-by-address" "Address `{ $value }`";
    BY_AUDIENCE "sp-by-audience" "Audience `{ $value }`";
    BY_ANSWER "sp-by-answer" "Webex Messenger’s own answer is in the same input";
    NOT_READ "sp-not-read" "The message was not read that far";
    ASSUMED "sp-assumed" "Assumed: the message names no receiver";
    UNSURE "observed-unsure" "This may be error 31: the wording is not known here, but the number is next to the word for an account. { $meaning }";
    UNNUMBERED "observed-unnumbered" "This may be error { $code }: other programs use these words too, and the number is not beside them. { $meaning }";
    ELSEWHERE "observed-elsewhere" "This did not come from Webex: `{ $host }` answered it, and other products have numbers of their own. If Webex’s own page says the same, it is error { $code }. { $meaning }";
    FROM_SERVER "observed-server" "This is how WebEx Meetings Server words it, without a number. Cisco’s guide for that server names `updatetimestamp` first, then `firstname`, `lastname` and `email`, and the NameID, which has to be the e‑mail address. If the sentence comes from a site in the cloud, it may be error { $code }.";
}

/// One message of the report.
pub fn message(
    candidate: &Candidate,
    cx: &Context,
    found: &Found,
    diagnosis: &Diagnosis,
    texts: &Texts,
) -> Message {
    let offsets = Offsets::new(&candidate.text);
    let diagnostics: Vec<Diagnostic> = found
        .listed
        .iter()
        .map(|finding| diagnostic(finding, cx.facts, texts, &offsets))
        .collect();
    let error31 = error31::error31(cx, diagnosis, &diagnostics, texts);
    let assertion = cx.facts.and_then(|facts| facts.assertion);
    Message {
        origin: origin(&candidate.layers, &candidate.forgiven, &candidate.place),
        kind: cx
            .facts
            .map_or(MessageKind::Unknown, |facts| kind(facts.message.kind)),
        xml: candidate.text.clone(),
        idp: idp(cx.facts, texts),
        sp: sp(cx.facts, texts),
        user: cx.facts.and_then(|facts| facts.user).map(str::to_owned),
        issued_at: issued_at(cx.facts),
        valid_for: assertion.and_then(valid_for),
        fields: cx.facts.map_or_else(
            || unseen_fields(cx, texts),
            |facts| fields(&facts.fields, texts, &offsets),
        ),
        unlisted: unlisted(cx.facts, &offsets),
        charset: candidate
            .charset_conflict
            .as_ref()
            .map(|conflict| conflict.actual.clone()),
        bad_bytes: candidate.bad_bytes.clone(),
        seen: None,
        step_before: cx.step_before,
        asked: cx.asked.cloned(),
        authn_context: authn_context(cx, &offsets),
        account: account::account(cx, texts),
        rank: rank::rank(error31.verdict, error31.code_by),
        signatures: signature::signatures(cx, texts, &offsets),
        diagnostics,
        omitted: found.omitted.iter().map(omitted).collect(),
        remedy: remedy::remedy(cx, &found.listed)
            .map(|remedy| super::remedy::remedy(&remedy, texts)),
        error31,
    }
}

/// An error text that stands in the input, and the index of the message it answers.
pub fn observed(
    error: &ErrorText,
    message: Option<usize>,
    decoded: &Decoded,
    texts: &Texts,
) -> Option<Observed> {
    let mut origin = origin(&error.layers, &[], &error.place);
    set_total(&mut origin, &error.place, decoded);
    let row = codes::code(error.code)?;
    let (doubt, source) = match error.certainty {
        Certainty::Sure => (None, row.source),
        Certainty::Number => (Some(&UNSURE), row.source),
        Certainty::Wording => (Some(&UNNUMBERED), row.source),
        Certainty::Elsewhere => (Some(&ELSEWHERE), row.source),
        Certainty::Server => (Some(&FROM_SERVER), &pages::SERVER_GUIDE_2_0),
    };
    let host = error.place.url.as_deref().map_or("", address::host);
    Some(Observed {
        code: error.code,
        messenger: error.messenger,
        spelling: error.spelling.clone(),
        sure: error.certainty == Certainty::Sure,
        meaning: match doubt {
            None => texts.say(&row.meaning, &[]),
            Some(doubt) => texts.say(
                doubt,
                &[
                    ("code", error.code.into()),
                    ("host", Arg::input(host)),
                    ("meaning", Arg::said(&row.meaning)),
                ],
            ),
        },
        source: source.url.to_owned(),
        source_note: source_note(source, texts),
        about: (row.number != 31 && error.certainty != Certainty::Elsewhere)
            .then(|| code(row, texts)),
        origin,
        message: message.and_then(|index| u32::try_from(index).ok()),
    })
}

/// Why nothing was found.
pub fn problem(failure: &Failure, texts: &Texts) -> Problem {
    let Failure { kind, args, tried } = failure;
    let words = kind.words();
    Problem {
        kind: *kind,
        title: texts.title(words, args),
        why: texts.why(words, args),
        fix: texts.fix(words, args),
        tried: tried.clone(),
    }
}

fn kind(kind: Kind) -> MessageKind {
    match kind {
        Kind::Response => MessageKind::Response,
        Kind::Assertion | Kind::EncryptedAssertion | Kind::Statement | Kind::Attributes => {
            MessageKind::Assertion
        }
        Kind::AttributeList => MessageKind::AttributeList,
        Kind::AuthnRequest => MessageKind::AuthnRequest,
        Kind::Logout => MessageKind::Logout,
        Kind::Metadata => MessageKind::Metadata,
        Kind::WsFederation => MessageKind::WsFederation,
        Kind::Saml1 => MessageKind::Saml1,
        Kind::Artifact | Kind::Soap | Kind::Other => MessageKind::Unknown,
    }
}

fn idp(facts: Option<&Facts>, texts: &Texts) -> IdentityProvider {
    let Some(facts) = facts else {
        return IdentityProvider {
            id: idps::UNKNOWN.id,
            name: None,
            because: alone(&NOT_RECOGNISED, texts),
        };
    };
    let reason = |(idp, sign): &idps::Sign| {
        let (because, value) = match *sign {
            Recognised::Reader => (&BY_READER, ""),
            Recognised::Issuer(value) => (&BY_ISSUER, value),
            Recognised::Attribute(value) => (&BY_ATTRIBUTE, value),
        };
        Reason {
            text: texts.say(because, &[("value", Arg::input(value))]),
            instead: (*idp != facts.idp).then(|| idp.name.to_owned()),
        }
    };
    let because: Vec<Reason> = facts.idp_because.iter().map(reason).collect();
    let name = if facts.idp.name.is_empty() {
        facts.issuer
    } else {
        facts.idp.name
    };
    IdentityProvider {
        id: facts.idp.id,
        name: (!name.is_empty()).then(|| name.to_owned()),
        because: or_alone(because, &NOT_RECOGNISED, texts),
    }
}

/// Where nothing was recognised: why.
fn alone(text: &Phrase, texts: &Texts) -> Vec<Reason> {
    let text = texts.say(text, &[]);
    vec![Reason {
        text,
        instead: None,
    }]
}

fn or_alone(reasons: Vec<Reason>, text: &Phrase, texts: &Texts) -> Vec<Reason> {
    if reasons.is_empty() {
        alone(text, texts)
    } else {
        reasons
    }
}

fn sp(facts: Option<&Facts>, texts: &Texts) -> ServiceProvider {
    let Some(facts) = facts.filter(|facts| facts.reading != Reading::OtherKind) else {
        return ServiceProvider {
            id: webex::ServiceProvider::Other,
            name: None,
            site: None,
            because: alone(&NOT_READ, texts),
        };
    };
    let reason = |(sp, sign): &service_providers::Sign| {
        let (because, value) = match *sign {
            Because::Reader => (&BY_READER, ""),
            Because::Address(value) => (&BY_ADDRESS, value),
            Because::Audience(value) => (&BY_AUDIENCE, value),
            Because::Answer => (&BY_ANSWER, ""),
        };
        Reason {
            text: texts.say(because, &[("value", Arg::input(value))]),
            instead: (*sp != facts.sp).then(|| texts.say(&sp.name(), &[])),
        }
    };
    let because: Vec<Reason> = facts.sp_because.iter().map(reason).collect();
    ServiceProvider {
        id: facts.sp,
        name: Some(texts.say(&facts.sp.name(), &[])),
        site: facts.site.map(str::to_owned),
        because: or_alone(because, &ASSUMED, texts),
    }
}

fn issued_at(facts: Option<&Facts>) -> Option<String> {
    let facts = facts?;
    let assertion = facts
        .assertion
        .and_then(|assertion| assertion.issue_instant.as_ref());
    let response = facts
        .message
        .response
        .as_ref()
        .and_then(|response| response.issue_instant.as_ref());
    let text = assertion.or(response)?.value.trim();
    Instant::parse(text).map(|_| text.to_owned())
}

fn valid_for(assertion: &Assertion) -> Option<f64> {
    let conditions = assertion.conditions.as_ref()?;
    let moment = |text: &str| Instant::parse(text.trim()).map(|Instant(at)| at);
    let begin = moment(&conditions.not_before.as_ref()?.value)?;
    let end = moment(&conditions.not_on_or_after.as_ref()?.value)?;
    Some((end - begin) as f64 / 1000.0)
}

fn fields(fields: &[facts::Field], texts: &Texts, offsets: &Offsets) -> Vec<Field> {
    let one = |field: &facts::Field| Field {
        id: field.id.clone(),
        label: field
            .label
            .map_or_else(|| field.name.to_owned(), |label| texts.say(&label, &[])),
        need: field.need,
        state: field.state,
        name: field.name.to_owned(),
        attribute: carrier(field),
        value: field.value.map(str::to_owned),
        span: field.span().map(|span| offsets.span(span)),
    };
    fields.iter().map(one).collect()
}

fn unseen_fields(cx: &Context, texts: &Texts) -> Vec<Field> {
    let sp = cx
        .options
        .service_provider
        .unwrap_or(webex::ServiceProvider::Other);
    let row = |row: &webex::attributes::Attribute| Field {
        id: row.label.id().trim_start_matches("field-").to_owned(),
        label: texts.say(&row.label, &[]),
        need: row.need,
        state: facts::FieldState::Unseen,
        name: row.name.to_owned(),
        attribute: None,
        value: None,
        span: None,
    };
    sp.required().iter().map(row).collect()
}

fn unlisted(facts: Option<&Facts>, offsets: &Offsets) -> Vec<Unlisted> {
    let all = facts.into_iter().flat_map(|facts| &facts.unlisted);
    all.map(|a| Unlisted {
        name: facts::called(a).to_owned(),
        span: offsets.span(a.name.span),
    })
    .collect()
}

/// The wire name that a finding is about.
fn attribute(found: &diagnostic::Diagnostic, facts: Option<&Facts>) -> Option<String> {
    let facts = facts?;
    let mut names = facts.attributes.iter().map(|attribute| &attribute.name);
    let here = names.find(|name| Some(name.span) == found.span);
    let field = facts
        .fields
        .iter()
        .find(|field| Some(&field.id) == found.field.as_ref());
    let of_field = |field: &facts::Field| carrier(field).unwrap_or_else(|| field.name.to_owned());
    here.map(|name| name.value.clone())
        .or_else(|| field.map(of_field))
}

/// The name that carries a field in the message.
fn carrier(field: &facts::Field) -> Option<String> {
    field.from.map(|from| match from {
        Carrier::NameId(_) => "NameID".to_owned(),
        Carrier::Attribute(attribute) => attribute.name.value.clone(),
    })
}

fn diagnostic(
    found: &diagnostic::Diagnostic,
    facts: Option<&Facts>,
    texts: &Texts,
    offsets: &Offsets,
) -> Diagnostic {
    let place = found.span.map(|span| offsets.line_column(span.start));
    Diagnostic {
        rule: found.rule,
        severity: found.severity,
        span: found.span.map(|span| offsets.span(span)),
        line: place.map(|(line, _)| line),
        column: place.map(|(_, column)| column),
        title: texts.title(found.words, &found.args),
        why: texts.why(found.words, &found.args),
        fix: texts.fix(found.words, &found.args),
        action: texts.action(found.words, &found.args),
        source: found.source.url.to_owned(),
        source_note: source_note(found.source, texts),
        field: found.field.clone(),
        attribute: attribute(found, facts),
        code: found.code,
    }
}

fn omitted((rule, count): &(&'static str, usize)) -> Omitted {
    Omitted {
        rule: (*rule).to_owned(),
        count: u32::try_from(*count).unwrap_or(u32::MAX),
    }
}
