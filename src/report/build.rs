//! Fills the words in and turns places into UTF-16 offsets.

use super::capture::{origin, set_total};
use super::offsets::Offsets;
use super::{
    Cause, CauseVerdict, Check, Console, Diagnostic, Error31, Field, First, FirstItem,
    IdentityProvider, Message, MessageKind, Observed, Omitted, Problem, ServiceProvider, Settled,
    Unlisted, Way, account, question, rank, signature,
};
use crate::decode::{Candidate, Decoded, ErrorText, Failure};
use crate::diagnosis::Diagnosis;
use crate::facts::{Carrier, Facts, Reading};
use crate::instant::Instant;
use crate::rules::{Context, Found};
use crate::saml::{Assertion, Kind};
use crate::text::{AND, Arg, Args, Phrase, Texts, texts};
use crate::webex::causes::{self, IF_IT_STAYS};
use crate::webex::codes;
use crate::webex::idps::Recognised;
use crate::webex::service_providers::Because;
use crate::webex::statuses::{Generation, Meaning};
use crate::{diagnosis, diagnostic, facts, webex};

texts! {
    BY_ISSUER "idp-by-issuer" "Issuer `{ $value }`";
    BY_ATTRIBUTE "idp-by-attribute" "An attribute that this product usually sends";
    NOT_RECOGNISED "idp-not-recognised" "The issuer matches no known product";
    BY_READER "sp-by-reader" "You said so";
    BY_ADDRESS "sp-by-address" "Address `{ $value }`";
    BY_AUDIENCE "sp-by-audience" "Audience `{ $value }`";
    BY_ANSWER "sp-by-answer" "Webex Messenger’s own answer is in the same input";
    NOT_READ "sp-not-read" "The message was not read that far";
    ASSUMED "sp-assumed" "Assumed: the message names no receiver";
    UNSURE "observed-unsure" "This may be error 31: the wording is not known here, but the number is next to the word for an account. { $meaning }";
    OPEN_SITE "open-site" "Sign in at <https://{ $site }.webex.com/admin.php>.";
    OPEN_ANY_SITE "open-any-site" "Sign in to Site Administration: the address of your Webex site, with `/admin.php` at its end.";
    NO_USER "no-user" "the user";
    NO_SITE "no-site" "of your company";
    CARRIED "check-fields-carried" "This message carries { $names }.";
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
        .map(|finding| diagnostic(finding, texts, &offsets))
        .collect();
    let error31 = error31(cx, diagnosis, &diagnostics, texts);
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
        seen: None,
        step_before: cx.step_before,
        account: account::account(cx, texts),
        rank: rank::rank(error31.verdict, false),
        signatures: cx
            .examined
            .map(|examined| signature::signatures(examined, &offsets)),
        diagnostics,
        omitted: found.omitted.iter().map(omitted).collect(),
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
    let code = codes::code(error.code)?;
    Some(Observed {
        code: error.code,
        messenger: error.messenger,
        spelling: error.spelling.clone(),
        sure: error.sure,
        meaning: match error.sure {
            true => texts.say(&code.meaning, &[]),
            false => texts.say(&UNSURE, &[("meaning", Arg::said(&code.meaning))]),
        },
        source: code.source.url.to_owned(),
        origin,
        message: message.and_then(|index| u32::try_from(index).ok()),
    })
}

/// What to look up at Webex where there is no message.
pub fn checks(cx: &Context, texts: &Texts) -> Vec<Check> {
    let checked = |row: &causes::Check| {
        let finding = diagnosis::judge(row.cause, cx, &[]);
        check(row, Some(&finding), cx, texts)
    };
    causes::CHECKS.iter().map(checked).collect()
}

/// The five causes where there is no message: none of them is decided.
pub fn causes(cx: &Context, texts: &Texts) -> Vec<Cause> {
    let judge = |row: causes::Cause| cause(&diagnosis::judge(row, cx, &[]), texts);
    causes::Cause::ALL.into_iter().map(judge).collect()
}

/// Why nothing was found.
pub fn problem(failure: &Failure, texts: &Texts) -> Problem {
    let Failure { words, args, tried } = failure;
    Problem {
        kind: words.id().trim_start_matches("problem-").to_owned(),
        title: texts.title(words, args),
        why: texts.why(words, args),
        fix: texts.fix(words, args),
        tried: tried.iter().map(|layer| layer.id().to_owned()).collect(),
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
            id: "unknown".to_owned(),
            name: String::new(),
            because: texts.say(&NOT_RECOGNISED, &[]),
        };
    };
    let because = match facts.idp_because {
        Recognised::Issuer => &BY_ISSUER,
        Recognised::Attribute => &BY_ATTRIBUTE,
        Recognised::No => &NOT_RECOGNISED,
    };
    let name = if facts.idp.name.is_empty() {
        facts.issuer
    } else {
        facts.idp.name
    };
    IdentityProvider {
        id: facts.idp.id.to_owned(),
        name: name.to_owned(),
        because: texts.say(because, &[("value", Arg::input(facts.issuer))]),
    }
}

fn sp(facts: Option<&Facts>, texts: &Texts) -> ServiceProvider {
    let Some(facts) = facts.filter(|facts| facts.reading != Reading::OtherKind) else {
        return ServiceProvider {
            id: webex::ServiceProvider::Other.id().to_owned(),
            name: String::new(),
            site: None,
            because: texts.say(&NOT_READ, &[]),
        };
    };
    let (because, value) = match &facts.sp_because {
        Because::Reader => (&BY_READER, ""),
        Because::Address(value) => (&BY_ADDRESS, value.as_str()),
        Because::Audience(value) => (&BY_AUDIENCE, value.as_str()),
        Because::Answer => (&BY_ANSWER, ""),
        Because::Nothing => (&ASSUMED, ""),
    };
    ServiceProvider {
        id: facts.sp.id().to_owned(),
        name: texts.say(&facts.sp.name(), &[]),
        site: facts.site.map(str::to_owned),
        because: texts.say(because, &[("value", Arg::input(value))]),
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
        attribute: field.from.map(|from| match from {
            Carrier::NameId(_) => "NameID".to_owned(),
            Carrier::Attribute(attribute) => attribute.name.value.clone(),
        }),
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
        name: a.name.value.clone(),
        span: offsets.span(a.name.span),
    })
    .collect()
}

fn diagnostic(found: &diagnostic::Diagnostic, texts: &Texts, offsets: &Offsets) -> Diagnostic {
    let place = found.span.map(|span| offsets.line_column(span.start));
    Diagnostic {
        rule: found.rule.to_owned(),
        severity: found.severity,
        span: found.span.map(|span| offsets.span(span)),
        line: place.map(|(line, _)| line),
        column: place.map(|(_, column)| column),
        title: texts.title(found.words, &found.args),
        why: texts.why(found.words, &found.args),
        fix: texts.fix(found.words, &found.args),
        action: texts.action(found.words, &found.args),
        source: found.source.url.to_owned(),
        field: found.field.clone(),
        code: found.code,
    }
}

fn omitted((rule, count): &(&'static str, usize)) -> Omitted {
    Omitted {
        rule: (*rule).to_owned(),
        count: u32::try_from(*count).unwrap_or(u32::MAX),
    }
}

fn error31(
    cx: &Context,
    diagnosis: &Diagnosis,
    diagnostics: &[Diagnostic],
    texts: &Texts,
) -> Error31 {
    let checked = |row: &&'static causes::Check| {
        let finding = diagnosis.causes.iter().find(|f| f.cause == row.cause);
        check(row, finding, cx, texts)
    };
    let causes: Vec<Cause> = diagnosis
        .causes
        .iter()
        .map(|judged| cause(judged, texts))
        .collect();
    let checks: Vec<Check> = diagnosis.checks.iter().map(checked).collect();
    Error31 {
        verdict: diagnosis.verdict,
        title: texts.write(&diagnosis.title),
        lead: texts.paragraph(&diagnosis.lead),
        short: texts.write(&diagnosis.short),
        first: first(&diagnosis.first, diagnostics, &causes, &checks),
        causes,
        if_it_stays: (!checks.is_empty()).then(|| texts.say(&IF_IT_STAYS, &[])),
        checks,
    }
}

fn cause(judged: &diagnosis::Judged, texts: &Texts) -> Cause {
    let note = judged.cause.note();
    Cause {
        id: judged.cause.id().to_owned(),
        title: texts.say(&judged.cause.title(), &[]),
        verdict: judged.verdict,
        provenance: judged.provenance,
        why: texts.paragraph(&judged.why),
        because: judged
            .because
            .iter()
            .filter_map(|index| u32::try_from(*index).ok())
            .collect(),
        next: judged
            .next
            .as_ref()
            .map(|next| texts.write(next))
            .unwrap_or_default(),
        place: texts.say(&note.place, &[]),
        note: texts.say(&note.text, &[]),
        source: note.source.url.to_owned(),
    }
}

fn first(
    first: &diagnosis::First,
    diagnostics: &[Diagnostic],
    causes: &[Cause],
    checks: &[Check],
) -> First {
    let item = |item: &diagnosis::Item| {
        let check = item.check.and_then(|index| checks.get(index));
        let cause = item.cause.map(|cause| cause.id());
        let finding = item.finding.and_then(|index| diagnostics.get(index));
        let next = || {
            let cause = causes
                .iter()
                .find(|known| Some(known.id.as_str()) == cause)?;
            (cause.verdict == CauseVerdict::Confirmed).then(|| cause.next.trim_end_matches('.'))
        };
        let action = finding
            .map(|finding| finding.action.as_str())
            .or_else(next)
            .or_else(|| check.map(|check| check.action.as_str()))?;
        Some(FirstItem {
            action: action.to_owned(),
            finding: item.finding.and_then(|index| u32::try_from(index).ok()),
            cause: cause.map(str::to_owned),
            check: item.check.and_then(|index| u32::try_from(index).ok()),
        })
    };
    First {
        heading: first.heading,
        items: first.items.iter().filter_map(item).collect(),
    }
}

fn check(
    row: &causes::Check,
    finding: Option<&diagnosis::Judged>,
    cx: &Context,
    texts: &Texts,
) -> Check {
    let settled = finding.and_then(|finding| question::settled(finding, cx));
    let user = cx.facts.and_then(|facts| facts.user);
    let site = cx.facts.and_then(|facts| facts.site);
    let open = match site {
        Some(site) => Arg::Said(OPEN_SITE, vec![("site", Arg::Plain(site.to_owned()))]),
        None => Arg::said(&OPEN_ANY_SITE),
    };
    let mut args: Args = vec![("open", open)];
    args.extend(user.map(|user| ("user", Arg::input(user))));
    args.extend(site.map(|site| ("site", Arg::input(site))));
    args.push(("carried", carried(cx)));
    let say = |phrase: &Phrase| {
        let mut text = texts.say(phrase, &args);
        if user.is_none() {
            text = text.replace("`{ $user }`", &texts.say(&NO_USER, &[]));
        }
        if site.is_none() {
            text = text.replace("`{ $site }`", &texts.say(&NO_SITE, &[]));
        }
        text.trim_end().to_owned()
    };
    let way = |way: &causes::Way| Way {
        history: way.history,
        console: way.console,
        steps: say(&way.steps),
    };
    Check {
        cause: row.cause.id().to_owned(),
        title: say(&row.title),
        action: say(&row.action),
        who: say(&row.who),
        ways: mending(row.cause, settled, cx, texts)
            .unwrap_or_else(|| row.ways.iter().map(way).collect()),
        source: row.source.url.to_owned(),
        question: question::question(row.cause, cx, texts),
        settled,
    }
}

/// Where the status of the account is the cause: the steps that mend it, in the place of those that look it up.
fn mending(
    cause: causes::Cause,
    settled: Option<Settled>,
    cx: &Context,
    texts: &Texts,
) -> Option<Vec<Way>> {
    let settled = settled.filter(|_| cause == causes::Cause::AccountState)?;
    let rows = diagnosis::confirming(cx, settled.provenance);
    let console = |row: &Meaning| match row.generations {
        [Generation::SiteAdministration] => Console::SiteAdministration,
        _ => Console::ControlHub,
    };
    let ways: Vec<Way> = rows
        .iter()
        .map(|row| Way {
            history: None,
            console: (rows.len() > 1).then(|| console(row)),
            steps: texts.say(&row.todo, &[]),
        })
        .collect();
    (!ways.is_empty()).then_some(ways)
}

/// Which fields of Webex the message carries; empty where that is not known.
fn carried(cx: &Context) -> Arg {
    let facts = cx.readable().into_iter();
    let names: Vec<Arg> = facts
        .flat_map(|facts| &facts.fields)
        .filter(|field| field.state == facts::FieldState::Ok)
        .map(|field| Arg::input(field.name))
        .collect();
    if names.is_empty() {
        return Arg::from("");
    }
    Arg::Said(CARRIED, vec![("names", Arg::List(names, Some(AND)))])
}
