//! What was given and could not be taken: options, and what is no input or no report.

use super::capture::notice;
use super::{Notice, ProblemKind, Report, problem};
use crate::decode::Failure;
use crate::metadata;
use crate::options::{MAX_METADATA, Options, Takes};
use crate::text::{Arg, Texts, texts};

texts! {
    UNKNOWN "option-unknown" "There is no option of this name.";
    TEXT "option-takes-text" "It takes a text.";
    MOMENT "option-takes-moment" "It takes a moment: ISO 8601, milliseconds since 1970 or a `Date`.";
    NUMBER "option-takes-number" "It takes a whole number from { $from } to { $until }.";
    ONE "option-takes-one" "It takes one of { $list }.";
    NAMES "option-takes-texts" "It takes a list of texts.";
    FILES "option-takes-files" "It takes bytes (`Uint8Array`) or a list of at most { $count } such files.";
    UNREAD "option-unread-files" "Files that are neither metadata nor a certificate, can’t be read, or go beyond { $count } MB in all: { $list }.";
    ACCOUNTS "option-takes-accounts" "It takes what `loadAccounts` gave and was not freed, or a user list as bytes or text.";
    OBJECT "option-takes-object" "It takes an object with options.";
}

/// A notice for each option that was not taken, and for the files of metadata, told by their numbers, that were not read.
pub fn ignored(options: &Options, unread: &[usize], texts: &Texts) -> Vec<Notice> {
    let told = |name: &str, reason: Arg| {
        let failure = Failure {
            kind: ProblemKind::OptionIgnored,
            args: vec![("name", Arg::input(name)), ("reason", reason)],
            tried: vec![],
        };
        notice(&failure, texts)
    };
    let ignored = options.ignored.iter();
    let mut notices: Vec<Notice> = ignored
        .map(|ignored| told(&ignored.name, reason(ignored.takes.as_ref())))
        .collect();
    if !unread.is_empty() {
        let list = unread.iter().map(|number| Arg::from(*number)).collect();
        let args = vec![
            ("count", metadata::MAX_MIB.into()),
            ("list", Arg::List(list, None)),
        ];
        notices.push(told("metadata", Arg::Said(UNREAD, args)));
    }
    notices
}

fn reason(takes: Option<&Takes>) -> Arg {
    match takes {
        None => Arg::said(&UNKNOWN),
        Some(Takes::Text) => Arg::said(&TEXT),
        Some(Takes::Moment) => Arg::said(&MOMENT),
        Some(Takes::Number(from, until)) => Arg::Said(
            NUMBER,
            vec![("from", (*from).into()), ("until", (*until).into())],
        ),
        Some(Takes::One(ids)) => {
            let ids = ids.iter().map(|id| Arg::Plain(format!("`{id}`"))).collect();
            Arg::Said(ONE, vec![("list", Arg::List(ids, None))])
        }
        Some(Takes::Texts) => Arg::said(&NAMES),
        Some(Takes::Files) => Arg::Said(FILES, vec![("count", MAX_METADATA.into())]),
        Some(Takes::Accounts) => Arg::said(&ACCOUNTS),
        Some(Takes::Object) => Arg::said(&OBJECT),
    }
}

impl Report {
    /// The report on what a program gave and is no input, or no report.
    pub fn of_nothing(kind: ProblemKind, options: &Options) -> Self {
        let texts = Texts::new(&options.language);
        let failure = Failure {
            kind,
            args: vec![],
            tried: vec![],
        };
        Self {
            notices: ignored(options, &[], &texts),
            problem: Some(problem(&failure, &texts)),
            ..Self::new(&texts)
        }
    }
}
