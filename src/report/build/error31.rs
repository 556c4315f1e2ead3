//! Fills in the words of error 31: causes, what to do first, what to look up.

use super::super::{
    Cause, CauseVerdict, Check, CodeWords, Console, ConsoleSign, Diagnostic, Error31, First,
    FirstItem, Settled, Source, Way, WhichConsole, question,
};
use crate::diagnosis::{Diagnosis, Provenance};
use crate::rules::Context;
use crate::text::{AND, Arg, Args, Phrase, Texts, texts};
use crate::webex::causes::{self, IF_IT_STAYS};
use crate::webex::pages::{Page, Standing};
use crate::webex::statuses::{Generation, Meaning};
use crate::{diagnosis, facts};

texts! {
    SOURCE_COPY "source-copy" "a copy on another site, not Cisco’s own page";
    SOURCE_THIRD "source-third" "a report by others, not a page of Cisco’s";
    OPEN_SITE "open-site" "Sign in at <https://{ $site }.webex.com/admin.php>.";
    OPEN_ANY_SITE "open-any-site" "Sign in to Site Administration: the address of your Webex site, with `/admin.php` at its end.";
    NO_USER "no-user" "the user";
    NO_SITE "no-site" "of your company";
    OVERTURN_MESSAGE "overturn-message" "Another message: this holds for the open one alone.";
    OVERTURN_LIST "overturn-list" "A newer user list: this one shows the day of its export.";
    OVERTURN_ANSWER "overturn-answer" "Another answer about what you found at Webex.";
    CARRIED "check-fields-carried" "This message carries { $names }.";
}

/// What is to be known about a page that is not of those whom it speaks of.
pub fn source_note(page: &Page, texts: &Texts) -> Option<String> {
    let note = match page.standing {
        Standing::Own => return None,
        Standing::Copy => &SOURCE_COPY,
        Standing::Third => &SOURCE_THIRD,
    };
    Some(texts.say(note, &[]))
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

/// Error 31 for one message.
pub(super) fn error31(
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
    let about = diagnosis.code.map(|row| super::code(row, texts));
    Error31 {
        code: diagnosis.code.map_or(31, |row| row.number),
        code_by: cx.coded_by,
        verdict: diagnosis.verdict,
        title: texts.write(&diagnosis.title),
        lead: texts.paragraph(&diagnosis.lead),
        short: texts.write(&diagnosis.short),
        first: first(
            &diagnosis.first,
            diagnostics,
            &causes,
            &checks,
            about.as_ref(),
            diagnosis.narrowed(),
        ),
        about,
        causes,
        if_it_stays: (!checks.is_empty()).then(|| texts.say(&IF_IT_STAYS, &[])),
        which_console: (!checks.is_empty()).then(|| which_console(texts)),
        checks,
    }
}

fn cause(judged: &diagnosis::Judged, texts: &Texts) -> Cause {
    let note = judged.cause.note();
    Cause {
        id: judged.cause,
        title: texts.say(&judged.cause.title(), &[]),
        verdict: judged.verdict,
        provenance: judged.provenance,
        why: texts.paragraph(&judged.why),
        because: judged
            .because
            .iter()
            .filter_map(|index| u32::try_from(*index).ok())
            .collect(),
        next: judged.next.as_ref().map(|next| texts.write(next)),
        overturn: overturn(judged).map(|text| texts.say(text, &[])),
        place: texts.say(&note.place, &[]),
        note: texts.say(&note.text, &[]),
        source: note.source.url.to_owned(),
        source_note: source_note(note.source, texts),
    }
}

/// What would change the verdict, whatever the message: where it rests on nothing yet, its next step says so.
fn overturn(judged: &diagnosis::Judged) -> Option<&'static Phrase> {
    (judged.verdict != CauseVerdict::CannotTell).then_some(match judged.provenance? {
        Provenance::Message => &OVERTURN_MESSAGE,
        Provenance::UserList => &OVERTURN_LIST,
        Provenance::Answer => &OVERTURN_ANSWER,
    })
}

fn first(
    first: &diagnosis::First,
    diagnostics: &[Diagnostic],
    causes: &[Cause],
    checks: &[Check],
    about: Option<&CodeWords>,
    narrowed: Option<causes::Cause>,
) -> First {
    let index = |index: Option<usize>| index.and_then(|index| u32::try_from(index).ok());
    let item = |item: &diagnosis::Item| {
        let check = item.check.and_then(|index| checks.get(index));
        let finding = item.finding.and_then(|index| diagnostics.get(index));
        let next = || {
            let cause = causes.iter().find(|known| Some(known.id) == item.cause)?;
            let next = cause.next.as_deref()?.trim_end_matches('.');
            let is_it = cause.verdict == CauseVerdict::Confirmed || narrowed == Some(cause.id);
            is_it.then_some(next)
        };
        let action = finding
            .and_then(|finding| finding.action.as_deref())
            .or_else(next)
            .or_else(|| check.map(|check| check.action.as_str()))
            .or_else(|| about?.fixes.get(item.fix?)?.action.as_deref())?;
        Some(FirstItem {
            action: action.to_owned(),
            finding: index(item.finding),
            cause: item.cause,
            check: index(item.check),
            fix: index(item.fix),
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
    let args: Args = vec![
        ("open", open),
        ("user", user.map_or(Arg::said(&NO_USER), Arg::input)),
        ("site", site.map_or(Arg::said(&NO_SITE), Arg::input)),
        ("carried", carried(cx)),
    ];
    let say = |phrase: &Phrase| {
        let mut text = texts.say(phrase, &args);
        text.truncate(text.trim_end().len());
        text
    };
    let left_in = finding.and_then(|finding| finding.left_in);
    let known = left_in.or_else(|| diagnosis::console(cx));
    let is_fitting =
        |way: &&causes::Way| known.is_none() || way.console.is_none() || way.console == known;
    let way = |way: &causes::Way| Way {
        history: way.history,
        console: way.console,
        steps: say(&way.steps),
        sources: sources(way.sources, texts),
    };
    Check {
        cause: row.cause,
        title: say(&row.title),
        action: say(&row.action),
        who: say(&row.who),
        ways: mending(row.cause, settled, cx, texts)
            .unwrap_or_else(|| row.ways.iter().filter(is_fitting).map(way).collect()),
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
            sources: sources(row.sources, texts),
        })
        .collect();
    (!ways.is_empty()).then_some(ways)
}

/// How to tell which console a site is managed in.
pub fn which_console(texts: &Texts) -> WhichConsole {
    let sign = |sign: &causes::Sign| ConsoleSign {
        text: texts.say(&sign.text, &[]),
        sources: sources(sign.sources, texts),
    };
    WhichConsole {
        title: texts.say(&causes::WHICH_CONSOLE, &[]),
        signs: causes::SIGNS.iter().map(sign).collect(),
    }
}

fn sources(pages: &[&Page], texts: &Texts) -> Vec<Source> {
    let source = |page: &&Page| Source {
        url: page.url.to_owned(),
        note: source_note(page, texts),
    };
    pages.iter().map(source).collect()
}

/// Under which names the message carries fields of Webex; empty where that is not known.
fn carried(cx: &Context) -> Arg {
    let facts = cx.readable().into_iter();
    let names: Vec<Arg> = facts
        .flat_map(|facts| &facts.fields)
        .filter(|field| field.state == facts::FieldState::Ok)
        .map(|field| super::carrier(field).map_or_else(|| Arg::input(field.name), Arg::Input))
        .collect();
    if names.is_empty() {
        return Arg::from("");
    }
    Arg::Said(CARRIED, vec![("names", Arg::List(names, Some(AND)))])
}
