//! What can be wrong with a user list, in words.

use crate::text::{Arg, Args, kinds};

/// Something that is wrong with a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// What it is.
    pub kind: AccountsProblemKind,
    /// What is put into its words.
    pub args: Args,
    /// The first lines that it is about, from 1.
    pub lines: Vec<u32>,
}

impl Trouble {
    pub(super) fn new(kind: AccountsProblemKind, args: Args, lines: Vec<u32>) -> Self {
        Self { kind, args, lines }
    }

    /// The same, with the lines and the number of rows in the words.
    pub(super) fn at(
        kind: AccountsProblemKind,
        count: u32,
        lines: Vec<u32>,
        mut args: Args,
    ) -> Self {
        let numbers = lines.iter().map(|line| Arg::from(*line)).collect();
        args.push(("lines", Arg::List(numbers, None)));
        args.push(("count", count.into()));
        Self { kind, args, lines }
    }
}

kinds! {
    /// What can be wrong with a user list.
    pub enum AccountsProblemKind {
        /// Nothing in it.
        Empty "accounts-empty" {
            "The file is empty"
            "There is no line of headers and no row in it."
            "Export the list of users again and open that file."
        }
        /// Headers alone.
        NoRow "accounts-no-row" {
            "The list has headers, but no row"
            "An export can be limited to a group, or to active accounts; then the others are not in it."
            "Export all users, inactive ones too."
        }
        /// A spreadsheet or an archive.
        Workbook "accounts-workbook" {
            "This is a workbook or an archive, not a CSV file"
            "A list of users is read as CSV, text with one row a line."
            "Open it in the spreadsheet and save it as **CSV UTF-8**, or take the file as it came from the export."
        }
        /// XML or HTML.
        Markup "accounts-markup" {
            "This looks like XML or HTML, not like a CSV file"
            "A page saved from the console does not hold the whole list."
            "In Control Hub open **Users** and export them as CSV; in Site Administration, **User Management**."
        }
        /// JSON.
        Json "accounts-json" {
            "This looks like JSON, not like a CSV file"
            "A list of users is read as CSV, text with one row a line."
            "Export the list as CSV."
        }
        /// Text without columns.
        Text "accounts-text" {
            "This is text without columns"
            "There is no comma, semicolon or tab in its first line, which should hold the headers."
            "Take the file as it came from the export, with its line of headers."
        }
        /// No column names the user.
        Columns "accounts-columns" {
            "No column shows who the user is"
            "The headers are: `{ $headers }`. A user name or an e‑mail address is needed to find an account."
            "Say which column holds the user name or the e‑mail address, or take the file as it came from the export."
        }
        /// No column with a status.
        NoStatus "accounts-no-status" {
            "The list has no status column"
            "It shows whether an account is there, not whether it is active."
            "Take an export with the status in it: from Control Hub, **Users**, with the column **User Status**; or from Site Administration, with **Active**."
        }
        /// A quotation mark that is not closed.
        Quoting "accounts-quoting" {
            "A quotation mark is not closed: line { $lines }"
            "Everything after it counts as one cell, so later rows were not read."
            "Close the quotation mark in this line, or export the list again."
        }
        /// Rows longer or shorter than the headers.
        Cells "accounts-cells" {
            "Rows with another number of cells than the headers: { $count }"
            "In such a row a cell can be under the wrong header. The first are in lines { $lines }."
            "Look at these lines: most often there is a separator in a cell without quotation marks around it."
        }
        /// Several rows for a user.
        Twice "accounts-twice" {
            "Rows for users who already have a row: { $count }"
            "The list doesn’t say which row is valid. The first are in lines { $lines }."
            "Look at these rows in the console; one of them may be out of date."
        }
        /// Statuses that no table knows.
        StatusWord "accounts-status-word" {
            "Statuses that no table knows: `{ $words }`"
            "Rows with them: { $count }. What they mean for error 31 is not known here."
            "Look up these users in the console, and choose what it says among the answers."
        }
        /// Not UTF-8, and no charset declared.
        Charset "accounts-charset" {
            "The list is not UTF-8"
            "Its charset is unknown. Letters other than A–Z were read as `{ $charset }` and may be wrong."
            "Save it as UTF-8, or export it again."
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop")]
mod tests {
    use super::*;

    #[test]
    fn a_kind_and_its_words_have_one_id() {
        for kind in AccountsProblemKind::ALL {
            let id = serde_json::to_value(kind).unwrap();
            assert_eq!(kind.words().id().strip_prefix("accounts-"), id.as_str());
        }
    }
}
