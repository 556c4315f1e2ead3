//! The ticket's own words.

use crate::report::{CauseVerdict, FieldState, FirstHeading, Provenance, Severity};
use crate::text::{Phrase, texts};

texts! {
    pub(super) static:
    DO_FIRST "ticket-do-first" "Do first";
    CHECK_NEXT "ticket-check-next" "Check next, at Webex";
    FACT "ticket-fact" "Fact";
    VALUE "ticket-value" "Value";
    FROM "ticket-from" "From";
    FOR "ticket-for" "For";
    ISSUED "ticket-issued" "Issued";
    DELIVERED "ticket-delivered" "Delivered";
    ADDRESS "ticket-address" "To the address";
    READ_FROM "ticket-read-from" "Read from";
    REQUEST "ticket-request" "request { $request }";
    SIGN_IN "ticket-sign-in" "The sign-in as it happened";
    LATER "ticket-later" "{ $seconds } s later";
    NOT_THERE "ticket-not-there" "not in the capture";
    ANSWER "ticket-answer" "Webex’s answer";
    ANSWER_CODE "ticket-answer-code" "Code { $code }";
    COMPARISON "ticket-comparison" "Compared with another message";
    DIFFERENCE "ticket-difference" "What differs";
    BEFORE "ticket-before" "Before";
    AFTER "ticket-after" "After";
    COMPARED_NONE "ticket-compared-none" "not there";
    VALUES "ticket-values" "Values: { $n }";
    CAUSES "ticket-causes" "The five causes of error 31";
    NUMBER "ticket-number" "No.";
    CAUSE "ticket-cause" "Cause";
    VERDICT "ticket-verdict" "Verdict";
    WHY "ticket-why" "Why";
    CONFIRMED "ticket-confirmed" "Confirmed";
    RULED_OUT "ticket-ruled-out" "Ruled out";
    CANNOT_TELL "ticket-cannot-tell" "Cannot tell";
    FROM_MESSAGE "ticket-from-message" "from the message";
    FROM_LIST "ticket-from-list" "from the user list";
    FROM_ANSWER "ticket-from-answer" "checked by an administrator";
    FIELDS "ticket-fields" "The assertion, by Cisco’s attribute table";
    FIELD "ticket-field" "Field";
    ATTRIBUTE "ticket-attribute" "Attribute";
    STATE "ticket-state" "State";
    STATE_OK "ticket-state-ok" "Read";
    STATE_MISSING "ticket-state-missing" "Missing";
    STATE_EMPTY "ticket-state-empty" "Empty";
    STATE_MISNAMED "ticket-state-misnamed" "Under another name";
    STATE_DUPLICATE "ticket-state-duplicate" "More than once";
    STATE_INVALID "ticket-state-invalid" "Doubtful value";
    STATE_UNSEEN "ticket-state-unseen" "Can’t be seen";
    REMEDY "ticket-remedy" "What to change at the identity provider";
    FINDINGS "ticket-findings" "Findings";
    ERROR "ticket-error" "Error";
    WARNING "ticket-warning" "Warning";
    NOTE "ticket-note" "Note";
    LINE "ticket-line" "line { $line }, column { $column }";
    LINE_ONLY "ticket-line-only" "line { $line }";
    OMITTED "ticket-omitted" "Findings of `{ $rule }` that are not listed: { $count }";
    CODE "ticket-code" "Webex code { $code }";
    SOURCE "ticket-source" "Source: { $source }";
    MESSAGE "ticket-message" "The message, without personal data";
    TOKENS "ticket-tokens" "Words such as `user-1`, `host-1` and `removed` replace what was removed, whatever its length. Of a value that is too long only the limit is kept, of characters that Webex may refuse only that there are some.";
    MOVED "ticket-moved" "Times are moved: only the minutes between them are those of the message.";
    LEFT_OUT "ticket-left-out" "The message is left out: it can’t be read, so it can’t be made free of personal data either.";
    TOO_LONG "ticket-too-long" "The message is left out here: it has { $count } characters.";
    DATE "ticket-date" "{ $year }-{ $month }-{ $day }";
    MADE "ticket-made" "Made in the browser by { $engine }; nothing was sent. Facts about Webex last checked on { $date }.";
    REMOVED "ticket-removed" "Replaced or left out: { $list }.";
    REMOVED_KIND "ticket-removed-kind" "{ $what } { $count }";
    PROMISE "ticket-promise" "Another user with the same fault would give the same text.";
    SHARED "ticket-shared" "Kept on request: { $list }.";
    SAME "ticket-same" "Removing it changed no finding.";
    DIFFERS "ticket-differs" "Removing data changed these findings: { $differs }. The sender’s page is right.";
    AT_WEBEX "ticket-at-webex" "Steps at Webex";
    CODE_CAUSES "ticket-code-causes" "Likely causes of code { $code }";
    AT_IDP "ticket-at-idp" "Steps at the identity provider";
    ADMIN "ticket-admin" "A sign-in to Webex fails with “{ $name } ({ $code })”.";
    ADMIN_USER "ticket-admin-user" "The sign-in of `{ $user }` to Webex fails with “{ $name } ({ $code })”.";
    ADMIN_SITE "ticket-admin-site" "The site is `{ $site }.webex.com`.";
    ONLY "ticket-only" "Check these points in Webex:";
    ALSO "ticket-also" "These points are still open; check them in Webex too:";
    HISTORY_NEW "ticket-history-new" "The account never worked";
    HISTORY_KNOWN "ticket-history-known" "The account worked before";
}

pub(super) fn of_heading(heading: FirstHeading) -> &'static Phrase {
    match heading {
        FirstHeading::DoFirst => &DO_FIRST,
        FirstHeading::CheckNext => &CHECK_NEXT,
    }
}

pub(super) fn of_verdict(verdict: CauseVerdict) -> &'static Phrase {
    match verdict {
        CauseVerdict::Confirmed => &CONFIRMED,
        CauseVerdict::RuledOut => &RULED_OUT,
        CauseVerdict::CannotTell => &CANNOT_TELL,
    }
}

pub(super) fn of_provenance(provenance: Provenance) -> &'static Phrase {
    match provenance {
        Provenance::Message => &FROM_MESSAGE,
        Provenance::UserList => &FROM_LIST,
        Provenance::Answer => &FROM_ANSWER,
    }
}

pub(super) fn of_state(state: FieldState) -> &'static Phrase {
    match state {
        FieldState::Ok => &STATE_OK,
        FieldState::Missing => &STATE_MISSING,
        FieldState::Empty => &STATE_EMPTY,
        FieldState::Misnamed => &STATE_MISNAMED,
        FieldState::Duplicate => &STATE_DUPLICATE,
        FieldState::Invalid => &STATE_INVALID,
        FieldState::Unseen => &STATE_UNSEEN,
    }
}

pub(super) fn of_severity(severity: Severity) -> &'static Phrase {
    match severity {
        Severity::Error => &ERROR,
        Severity::Warning => &WARNING,
        Severity::Info => &NOTE,
    }
}
