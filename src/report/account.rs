//! The user list and the account in it, in words.

use crate::accounts::{self, Accounts, AccountsProblemKind, Entry, Format, Lookup, Other};
use crate::diagnosis;
use crate::rules::Context;
use crate::text::{Arg, Texts, texts};
use crate::webex::causes::Cause;
use crate::webex::statuses::{Bearing, Generation, StatusId};
use serde::Serialize;
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

/// The user in the user list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Account {
    /// What came of looking it up.
    pub state: AccountState,
    /// The status, where one row has one that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<StatusId>,
    /// The list of statuses that it is taken from: the newest that fits the user list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub generation: Option<Generation>,
    /// What it says about the cause `account-state`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bearing: Option<Bearing>,
    /// The rows of the user: one where it is found, or several.
    pub rows: Vec<AccountRow>,
    /// Where there is no row: up to three that are near. A guess, not a match.
    pub nearest: Vec<AccountRow>,
    /// What, in one sentence.
    pub title: String,
    /// What that means, and what to do.
    pub why: String,
}

/// What came of looking a user up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum AccountState {
    /// One row, with a status that is known.
    Found,
    /// One row, with a status that no table knows.
    UnknownStatus,
    /// One row, without a status.
    NoStatus,
    /// Several rows.
    Several,
    /// No row.
    NotFound,
    /// The message names no user.
    NoKey,
    /// The list could not be read; [`AccountsSummary::problems`] says why.
    Unreadable,
}

/// A row of the user list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct AccountRow {
    /// Its line in the file, from 1; 0 where it is left out.
    pub line: u32,
    /// The header of the column that names the user.
    pub column: String,
    /// What stands there.
    pub value: String,
    /// What stands in the status column, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// What that means, where a table knows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<StatusId>,
    /// Its user name, where it is another than the one that the message sends with this e-mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other_username: Option<String>,
    /// Its e-mail, where it is another than the one that the message sends with this user name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other_email: Option<String>,
}

/// What a user list is, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct AccountsSummary {
    /// Which export it is; none where it is no list of users.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<Format>,
    /// Name of the export for people; none where it is no list of users.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format_name: Option<String>,
    /// The number of rows with an account.
    pub rows: u32,
    /// The headers as they stand in the file.
    pub headers: Vec<String>,
    /// The headers of the columns that name the user.
    pub key_columns: Vec<String>,
    /// The header of the status column.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_column: Option<String>,
    /// The words of the status column.
    pub statuses: Vec<StatusCount>,
    /// The lists of statuses that fit these words, the newest first.
    pub generations: Vec<Generation>,
    /// The host seats in use; empty where the list does not tell.
    pub seats: Vec<HostSeats>,
    /// What is wrong with the list, the worst first.
    pub problems: Vec<AccountsProblem>,
}

/// A word of the status column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct StatusCount {
    /// As it stands in the list.
    pub label: String,
    /// What it means, where a table knows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<StatusId>,
    /// The number of rows with it.
    pub rows: u32,
}

/// The host seats in use at a site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct HostSeats {
    /// Address of the site, where the list tells sites apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
    /// Seats in use at least, counted as the console of the list does: Control Hub counts inactive accounts too, Site
    /// Administration those that are active.
    pub used: u32,
    /// Accounts with a host privilege that are not active, whether they are counted or not.
    pub inactive: u32,
    /// Both in words.
    pub text: String,
}

/// Something that is wrong with a user list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct AccountsProblem {
    /// What it is.
    pub kind: AccountsProblemKind,
    /// What.
    pub title: String,
    /// Why it matters.
    pub why: String,
    /// What to do.
    pub fix: String,
    /// The first lines that it is about, from 1.
    pub lines: Vec<u32>,
}

texts! {
    FOUND "account-found" "The account is in the user list, line { $line }: `{ $word }`";
    FOUND_EMPTY "account-found-empty" "The account is in the user list, line { $line }; an empty status means active";
    UNKNOWN_STATUS "account-unknown-status" "The account is in the user list, line { $line }, with a status that no table knows: `{ $word }`";
    NO_STATUS "account-no-status" "The account is in the user list, line { $line }, without a status";
    SEVERAL "account-several" "This user has several rows in the user list";
    NOT_FOUND "account-not-found" "No row for this user";
    NO_KEY "account-no-key" "The message names no user to look up";
    UNREADABLE "account-unreadable" "The user list could not be read";
    NEAREST "account-nearest" "These rows are only similar: compare letter by letter.";
    CONTROL_HUB "format-control-hub" "Users of **Control Hub**";
    CONTROL_HUB_LICENCES "format-control-hub-licences" "Users of **Control Hub**, older export with licences";
    CONTROL_HUB_TABLE "format-control-hub-table" "Users of **Control Hub**, the table on the screen";
    SITE_ADMINISTRATION "format-site-administration" "Users of **Site Administration**";
    MEETINGS_SITE "format-meetings-site" "Users of a Meetings site, from **Control Hub**";
    MEETINGS_SERVER "format-meetings-server" "Users of WebEx Meetings Server";
    MESSENGER "format-messenger" "Users of Webex Messenger";
    OTHER "format-other" "A list of users";
}

/// The user of the message in the user list; `None` without a list.
pub(super) fn account(cx: &Context, texts: &Texts) -> Option<Account> {
    let list = cx.options.accounts.as_deref()?;
    let none = vec![];
    let (state, title, rows, nearest) = match cx.account? {
        _ if list.is_empty() => (AccountState::Unreadable, &UNREADABLE, &none, &none),
        Lookup::NoKey => (AccountState::NoKey, &NO_KEY, &none, &none),
        Lookup::NotFound(near) => (AccountState::NotFound, &NOT_FOUND, &none, near),
        Lookup::Several(rows) => (AccountState::Several, &SEVERAL, rows, &none),
        Lookup::Found(entry) => {
            let word = entry.word.as_deref().unwrap_or_default();
            let (state, title) = match (entry.status, word) {
                (Some(_), "") => (AccountState::Found, &FOUND_EMPTY),
                (Some(_), _) => (AccountState::Found, &FOUND),
                (None, "") => (AccountState::NoStatus, &NO_STATUS),
                (None, _) => (AccountState::UnknownStatus, &UNKNOWN_STATUS),
            };
            (state, title, &vec![entry.clone()], &none)
        }
    };
    let only = rows.first().filter(|_| rows.len() == 1);
    let meaning = only.and_then(|entry| diagnosis::row(list, entry));
    let word = only
        .and_then(|entry| entry.word.clone())
        .unwrap_or_default();
    let line = only.map_or(Arg::Plain(String::new()), |entry| match entry.line {
        0 => "…".into(),
        line => line.into(),
    });
    let bearing = only.and_then(|entry| diagnosis::bearing(cx, list, entry));
    let mut why = match only.zip(meaning) {
        Some((entry, row)) => {
            let (reservations, args) = diagnosis::reservations(cx, list, entry);
            let is_kept = bearing == Some(row.bearing);
            let all = is_kept.then_some(&row.error31).into_iter();
            let said: Vec<String> = all
                .chain(reservations)
                .map(|phrase| texts.say(phrase, &args))
                .collect();
            said.join(" ")
        }
        None => texts.paragraph(&diagnosis::judge(Cause::AccountState, cx, &[]).why),
    };
    if !nearest.is_empty() {
        why = [why, texts.say(&NEAREST, &[])].join(" ");
    }
    Some(Account {
        state,
        status: only.and_then(|entry| entry.status),
        generation: only.and_then(|entry| diagnosis::generation(list, entry)),
        bearing,
        title: texts.say(title, &[("word", Arg::Input(word)), ("line", line)]),
        why,
        rows: rows.iter().map(row).collect(),
        nearest: nearest.iter().map(row).collect(),
    })
}

fn row(entry: &Entry) -> AccountRow {
    let named = |other, name: &Option<String>| name.clone().filter(|_| entry.other == Some(other));
    AccountRow {
        line: entry.line,
        column: entry.column.clone(),
        value: entry.value.clone(),
        label: entry.word.clone(),
        status: entry.status,
        other_username: named(Other::Username, &entry.username),
        other_email: named(Other::Email, &entry.email),
    }
}

/// What a user list is.
pub fn accounts(list: &Accounts, texts: &Texts) -> AccountsSummary {
    let format = list.format.map(|format| match format {
        Format::ControlHub => &CONTROL_HUB,
        Format::ControlHubLicences => &CONTROL_HUB_LICENCES,
        Format::ControlHubTable => &CONTROL_HUB_TABLE,
        Format::SiteAdministration => &SITE_ADMINISTRATION,
        Format::MeetingsSite => &MEETINGS_SITE,
        Format::MeetingsServer => &MEETINGS_SERVER,
        Format::Messenger => &MESSENGER,
        Format::Other => &OTHER,
    });
    let header = |column: &usize| list.headers.get(*column).cloned();
    let problem = |trouble: &accounts::Trouble| {
        let accounts::Trouble { kind, args, lines } = trouble;
        AccountsProblem {
            kind: *kind,
            title: texts.title(kind.words(), args),
            why: texts.why(kind.words(), args),
            fix: texts.fix(kind.words(), args),
            lines: lines.clone(),
        }
    };
    AccountsSummary {
        format: list.format,
        format_name: format.map(|name| texts.say(name, &[])),
        rows: u32::try_from(list.len()).unwrap_or(u32::MAX),
        headers: list.headers.clone(),
        key_columns: list
            .columns
            .keys()
            .iter()
            .flatten()
            .filter_map(header)
            .collect(),
        status_column: list.columns.status.as_ref().and_then(header),
        statuses: list
            .words
            .iter()
            .map(|word| StatusCount {
                label: word.text.clone(),
                status: word.status,
                rows: word.rows,
            })
            .collect(),
        generations: list.generations(),
        seats: list
            .seats
            .iter()
            .map(|seats| HostSeats {
                site: seats.site.clone(),
                used: seats.least(),
                inactive: seats.inactive,
                text: texts.paragraph(&diagnosis::seats_words(seats)),
            })
            .collect(),
        problems: list.troubles.iter().map(problem).collect(),
    }
}
