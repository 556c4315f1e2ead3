//! The causes that lie at Webex: what a user list or the reader's answers say of them.

use super::sentences as say;
use super::{CauseVerdict, Judgement, Provenance, has_checks, questions};
use crate::accounts::{Accounts, Counted, Entry, Format, Lookup, Other, Seats};
use crate::diagnostic::Diagnostic;
use crate::facts::FieldState;
use crate::options::AccountAnswer;
use crate::rules::{Context, account_other_username};
use crate::text::{Arg, Args, Phrase};
use crate::webex::ServiceProvider;
use crate::webex::causes::{Cause, Console};
use crate::webex::statuses::{self, Bearing, Generation, Meaning, StatusId};

/// The account: the list counts, and an answer where the list can't tell.
pub(super) fn account_state(cx: &Context, diagnostics: &[Diagnostic]) -> Judgement {
    if !has_checks(cx) {
        return Judgement::cannot_tell(vec![&say::ACCOUNT], &say::NEXT_ACCOUNT);
    }
    let listed = cx.account.map(|lookup| listed(cx, lookup));
    let found = diagnostics.iter().enumerate();
    let found = found.filter(|(_, found)| found.rule == account_other_username::RULE.id);
    let because: Vec<usize> = found.map(|(index, _)| index).collect();
    let answered = cx.options.answers.account.map(answered);
    let overturns =
        |answer: &Judgement| because.is_empty() || answer.verdict != CauseVerdict::RuledOut;
    let judgement = both(cx, Cause::AccountState, listed, answered.filter(overturns))
        .unwrap_or_else(|| Judgement::cannot_tell(vec![&say::ACCOUNT], &say::NEXT_ACCOUNT));
    Judgement {
        because,
        ..judgement
    }
}

/// Joins what the list and the answer say.
fn both(
    cx: &Context,
    cause: Cause,
    listed: Option<Judgement>,
    answered: Option<Judgement>,
) -> Option<Judgement> {
    let answer = questions::given_label(cx, cause);
    let (mut judgement, differs) = match (listed, answered) {
        (Some(list), Some(answer)) if list.verdict == CauseVerdict::CannotTell => {
            let is_decided = answer.verdict != CauseVerdict::CannotTell;
            let listed = list.why.first().copied();
            let mut joined = if is_decided {
                Judgement {
                    args: list.args,
                    ..answer
                }
            } else {
                list
            };
            let other = if is_decided {
                listed
            } else {
                Some(&say::ANSWERED)
            };
            joined.why.extend(other);
            (joined, None)
        }
        (Some(list), Some(answer)) => {
            let differs = answer.verdict != list.verdict;
            (list, differs.then_some(&say::DIFFERS))
        }
        (Some(one), None) | (None, Some(one)) => (one, None),
        (None, None) => return None,
    };
    judgement.why.extend(differs);
    judgement
        .args
        .extend(answer.map(|answer| ("answer", answer)));
    Some(judgement)
}

fn listed(cx: &Context, lookup: &Lookup) -> Judgement {
    let Some(accounts) = cx
        .options
        .accounts
        .as_deref()
        .filter(|list| !list.is_empty())
    else {
        return Judgement::cannot_tell(vec![&say::LIST_UNREADABLE], &say::NEXT_ACCOUNT);
    };
    match lookup {
        Lookup::NoKey => Judgement::cannot_tell(vec![&say::LIST_NO_KEY], &say::NEXT_ACCOUNT),
        Lookup::NotFound(_) if !accounts.is_whole => {
            Judgement::cannot_tell(vec![&say::LIST_NOT_SO_FAR], &say::NEXT_ACCOUNT)
        }
        Lookup::NotFound(_) => match linked(cx, accounts) {
            Some(linked) => Judgement::of_the_site(vec![&say::LIST_NO_ROW, linked]),
            None => Judgement::cannot_tell(vec![&say::LIST_NOT_FOUND], &say::NEXT_OTHERS),
        },
        Lookup::Several(entries) => {
            let lines = entries.iter().map(|entry| Arg::from(entry.line)).collect();
            let named = entries.iter().find(|entry| entry.other.is_some());
            let (other, mut args) = named
                .map(|entry| reservations(cx, accounts, entry))
                .unwrap_or_default();
            args.push(("lines", Arg::List(lines, None)));
            Judgement {
                args,
                ..Judgement::cannot_tell(
                    [&say::LIST_SEVERAL].into_iter().chain(other).collect(),
                    &say::NEXT_ROWS,
                )
            }
        }
        Lookup::Found(entry) => found(cx, accounts, entry),
    }
}

/// What a list of an organisation leaves open about the account of a Meetings site: a site that is only linked has its
/// own. `None` where the reader says that the site is managed in Control Hub, and for every other list.
fn linked(cx: &Context, accounts: &Accounts) -> Option<&'static Phrase> {
    let is_of_an_organisation = accounts.format.is_some_and(Format::is_of_an_organisation);
    let is_of_a_site = cx
        .facts
        .is_some_and(|facts| facts.sp == ServiceProvider::MeetingsSite);
    match cx.options.answers.managed_in {
        _ if !is_of_an_organisation || !is_of_a_site => None,
        Some(Console::ControlHub) => None,
        Some(Console::SiteAdministration) => Some(&say::NOT_OF_THE_SITE),
        None => Some(&say::MAY_BE_LINKED),
    }
}

/// What keeps a row from deciding, or from deciding alone; `listed`, `sent` are put into it.
pub fn reservations(
    cx: &Context,
    accounts: &Accounts,
    entry: &Entry,
) -> (Vec<&'static Phrase>, Args) {
    let phrases = [other(entry), linked(cx, accounts)].into_iter().flatten();
    let sent = |id| cx.facts.and_then(|facts| facts.usable(id));
    let (listed, sent) = match entry.other {
        Some(Other::Username) => (&entry.username, sent("username")),
        Some(Other::Email) => (&entry.email, sent("email")),
        None => (&None, None),
    };
    let args = vec![
        ("listed", Arg::input(listed.as_deref().unwrap_or_default())),
        ("sent", Arg::input(sent.unwrap_or_default())),
    ];
    (phrases.collect(), args)
}

fn other(entry: &Entry) -> Option<&'static Phrase> {
    entry.other.map(|other| match other {
        Other::Username => &say::OTHER_USERNAME,
        Other::Email => &say::OTHER_EMAIL,
    })
}

/// The console in which the site is managed, as far as that is known: by the reader's word, by a message to Control Hub
/// itself, or by the list. A list of an organisation does not tell it of a Meetings site, which may only be linked.
pub fn console(cx: &Context) -> Option<Console> {
    if let Some(console) = cx.options.answers.managed_in {
        return Some(console);
    }
    if cx
        .facts
        .is_some_and(|facts| facts.sp == ServiceProvider::ControlHub)
    {
        return Some(Console::ControlHub);
    }
    let list = cx.options.accounts.as_deref()?;
    match linked(cx, list) {
        Some(_) => None,
        None => list.format?.console(),
    }
}

fn found(cx: &Context, accounts: &Accounts, entry: &Entry) -> Judgement {
    let word = entry.word.clone().unwrap_or_default();
    let column = accounts
        .columns
        .status
        .and_then(|column| accounts.headers.get(column));
    let mut args: Args = vec![
        ("line", entry.line.into()),
        ("column", Arg::Input(column.cloned().unwrap_or_default())),
        ("word", Arg::Input(word.clone())),
    ];
    let list = Provenance::UserList;
    let (reservations, names) = reservations(cx, accounts, entry);
    args.extend(names);
    let with = |why: &[&'static Phrase]| -> Vec<&'static Phrase> {
        why.iter().chain(&reservations).copied().collect()
    };
    let judgement = match (row(accounts, entry), column) {
        (None, _) | (_, None) if word.is_empty() => {
            Judgement::cannot_tell(with(&[&say::LIST_NO_STATUS]), &say::NEXT_ACCOUNT)
        }
        (None, _) | (_, None) => {
            let why = with(&[&say::LIST_STATUS, &say::LIST_UNKNOWN]);
            Judgement::cannot_tell(why, &say::NEXT_ACCOUNT)
        }
        (Some(row), _) => {
            let status = match row.bearing {
                Bearing::RulesOut if word.is_empty() => &say::LIST_EMPTY,
                _ => &say::LIST_STATUS,
            };
            let possible = (row.bearing == Bearing::Possible).then(|| {
                let is_old = row.status == StatusId::Pending && accounts.generations().len() > 1;
                if is_old { &say::PENDING } else { &row.error31 }
            });
            let reading = is_reading(entry).then_some(&say::LIST_READING);
            let told: Vec<&Phrase> = [status]
                .into_iter()
                .chain(reading)
                .chain(possible)
                .collect();
            let why = with(&told);
            match capped(cx, accounts, entry, row.bearing) {
                Bearing::RulesOut => Judgement::ruled_out(list, why),
                Bearing::Confirms => Judgement::confirmed(list, why, next(row.status)),
                Bearing::Possible if entry.other.is_some() => {
                    Judgement::cannot_tell(why, &say::NEXT_NAMES)
                }
                Bearing::Possible if linked(cx, accounts).is_some() => Judgement::of_the_site(why),
                Bearing::Possible => Judgement::cannot_tell(why, &say::NEXT_LISTED),
            }
        }
    };
    Judgement { args, ..judgement }
}

/// What a status says of the account that counts: no more than “possible” where this row may be another's.
fn capped(cx: &Context, accounts: &Accounts, entry: &Entry, bearing: Bearing) -> Bearing {
    let linked = linked(cx, accounts);
    match bearing {
        Bearing::RulesOut if entry.other.is_some() || linked.is_some() => Bearing::Possible,
        Bearing::Confirms if linked == Some(&say::NOT_OF_THE_SITE) || is_reading(entry) => {
            Bearing::Possible
        }
        bearing => bearing,
    }
}

/// Whether the word of the row means its status by our reading alone.
fn is_reading(entry: &Entry) -> bool {
    let word = entry.word.as_deref().unwrap_or_default();
    entry.status.is_some_and(|status| status.is_reading(word))
}

/// What the row of the user says of the cause `account-state`.
pub fn bearing(cx: &Context, accounts: &Accounts, entry: &Entry) -> Option<Bearing> {
    let row = row(accounts, entry)?;
    Some(capped(cx, accounts, entry, row.bearing))
}

/// What the status of a row means, in the newest generation that fits its list.
pub fn row(accounts: &Accounts, entry: &Entry) -> Option<&'static Meaning> {
    statuses::meaning(entry.status?, generation(accounts, entry)?)
}

/// The meanings of the status that confirms the cause `account-state`: one from a list, which tells its generation;
/// from an answer, one for each console that has it.
pub fn confirming(cx: &Context, provenance: Provenance) -> Vec<&'static Meaning> {
    let list = cx.options.accounts.as_deref();
    let all: Vec<&'static Meaning> = match (provenance, cx.account, cx.options.answers.account) {
        (Provenance::UserList, Some(Lookup::Found(entry)), _) => {
            list.and_then(|list| row(list, entry)).into_iter().collect()
        }
        (Provenance::Answer, _, Some(AccountAnswer::Status(id))) => {
            id.row().meanings.iter().collect()
        }
        _ => vec![],
    };
    let confirms = |meaning: &&Meaning| meaning.bearing == Bearing::Confirms;
    all.into_iter().filter(confirms).collect()
}

/// The newest generation that fits the list; where none fits, the newest that has the status of this row.
pub fn generation(accounts: &Accounts, entry: &Entry) -> Option<Generation> {
    let id = entry.status?;
    let fitting = accounts.generations().into_iter();
    let all = Generation::ALL.into_iter().rev();
    fitting
        .chain(all)
        .find(|generation| statuses::meaning(id, *generation).is_some())
}

fn answered(answer: AccountAnswer) -> Judgement {
    let why = || vec![&say::ANSWERED];
    let AccountAnswer::Status(id) = answer else {
        return Judgement::ruled_out(Provenance::Answer, why());
    };
    let row = id.row().meanings.last();
    match row.map_or(Bearing::Possible, |row| row.bearing) {
        Bearing::Confirms => Judgement::confirmed(Provenance::Answer, why(), next(id)),
        Bearing::RulesOut => Judgement::ruled_out(Provenance::Answer, why()),
        Bearing::Possible => {
            let meaning = row.map(|row| &row.error31);
            let why = why().into_iter().chain(meaning).collect();
            Judgement::cannot_tell(why, &say::NEXT_STATUS)
        }
    }
}

fn next(id: StatusId) -> &'static Phrase {
    match id {
        StatusId::PendingApproval => &say::NEXT_APPROVE,
        _ => &say::NEXT_REACTIVATE,
    }
}

/// The seats: counted in the list against the number bought; an answer where they can't be counted.
pub(super) fn host_licences(cx: &Context) -> Judgement {
    let asked = asked(cx);
    let unknown = || Judgement::cannot_tell(vec![asked], &say::NEXT_SEATS);
    if !has_checks(cx) {
        return unknown();
    }
    let answers = &cx.options.answers;
    let is_attendee = *asked == say::ATTENDEE;
    let taken = |provenance, why: Vec<&'static Phrase>| {
        if is_attendee {
            let why = why.into_iter().chain([&say::ATTENDEE]).collect();
            return Judgement::cannot_tell(why, &say::NEXT_SEATS);
        }
        Judgement::confirmed(provenance, why, &say::NEXT_FREE)
    };
    let answered = answers.host_licence_free.map(|is_free| match is_free {
        true => Judgement::ruled_out(Provenance::Answer, vec![&say::ANSWERED]),
        false => taken(Provenance::Answer, vec![&say::ANSWERED]),
    });
    let listed = cx
        .options
        .accounts
        .as_deref()
        .filter(|list| !list.is_empty());
    let listed = listed.and_then(|accounts| {
        let Some(seats) = seats(accounts, cx) else {
            let why = vec![&say::SEATS_UNCOUNTED, asked];
            return answers
                .licences_bought
                .map(|_| Judgement::cannot_tell(why, &say::NEXT_SEATS));
        };
        let mut args: Args = vec![
            ("used", seats.least().into()),
            ("hosts", seats.hosts.into()),
            ("inactive", seats.inactive.into()),
        ];
        let inactive = (seats.inactive > 0).then(|| inactive(seats));
        let open = match seats.counted {
            Counted::Active => &say::SEATS_OPEN_ACTIVE,
            Counted::All | Counted::Unknown => &say::SEATS_OPEN,
        };
        let judgement = match answers.licences_bought {
            None => {
                let why = [&say::SEATS_USED].into_iter().chain(inactive).collect();
                Judgement::cannot_tell(why, &say::NEXT_SEATS)
            }
            Some(bought) => {
                args.push(("bought", bought.into()));
                let why: Vec<&'static Phrase> =
                    [&say::SEATS_COUNTED].into_iter().chain(inactive).collect();
                if seats.least() >= bought {
                    taken(Provenance::UserList, why)
                } else if seats.hosts < bought && accounts.is_whole {
                    Judgement::ruled_out(Provenance::UserList, why)
                } else {
                    let is_between = seats.hosts >= bought;
                    let why = why.into_iter().chain(is_between.then_some(open)).collect();
                    Judgement::cannot_tell(why, &say::NEXT_SEATS)
                }
            }
        };
        Some(Judgement { args, ..judgement })
    });
    both(cx, Cause::HostLicences, listed, answered).unwrap_or_else(unknown)
}

/// What the inactive accounts mean for the seats.
fn inactive(seats: &Seats) -> &'static Phrase {
    match seats.counted {
        Counted::All => &say::SEATS_INACTIVE_ALL,
        Counted::Active | Counted::Unknown => &say::SEATS_INACTIVE,
    }
}

/// The seats of a list in words.
pub fn seats_words(seats: &Seats) -> Vec<Arg> {
    let args: Args = vec![
        ("used", seats.least().into()),
        ("hosts", seats.hosts.into()),
        ("inactive", seats.inactive.into()),
    ];
    let inactive = (seats.inactive > 0).then(|| inactive(seats));
    [&say::SEATS_IN_USE]
        .into_iter()
        .chain(inactive)
        .map(|phrase| Arg::naming(phrase, &args))
        .collect()
}

/// The seats of the site that the message is for, or the only ones that the list tells.
pub fn seats<'a>(accounts: &'a Accounts, cx: &Context) -> Option<&'a Seats> {
    let site = cx.facts.and_then(|facts| facts.site);
    let is_same = |seats: &&Seats| {
        let address = seats
            .site
            .as_deref()
            .and_then(|site| site.strip_suffix(".webex.com"));
        site.zip(address)
            .is_some_and(|(site, own)| site.eq_ignore_ascii_case(own))
    };
    match accounts.seats.as_slice() {
        [only] if only.site.is_none() || site.is_none() => Some(only),
        seats => seats.iter().find(is_same),
    }
}

fn asked(cx: &Context) -> &'static Phrase {
    let Some(facts) = cx.readable() else {
        return &say::SEATS;
    };
    let role = facts
        .fields
        .iter()
        .find(|field| field.id == "isattendeerole");
    match role
        .filter(|role| role.state == FieldState::Ok)
        .and_then(|role| role.value)
    {
        Some("True" | "true" | "Yes" | "yes") => &say::ATTENDEE,
        _ => &say::HOST,
    }
}

/// The partner ID: only the reader can know.
pub(super) fn partner_id(cx: &Context) -> Judgement {
    let answered = cx.options.answers.partner_id.filter(|_| has_checks(cx));
    let answered = answered.map(|has_one| match has_one {
        true => Judgement::ruled_out(Provenance::Answer, vec![&say::ANSWERED]),
        false => Judgement::confirmed(Provenance::Answer, vec![&say::ANSWERED], &say::NEXT_SUPPORT),
    });
    both(cx, Cause::PartnerId, None, answered)
        .unwrap_or_else(|| Judgement::cannot_tell(vec![&say::PARTNER], &say::NEXT_PARTNER))
}
