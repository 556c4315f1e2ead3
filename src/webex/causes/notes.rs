//! What Cisco's article says of each cause besides its name, and where the cause shows.

use super::Cause;
use crate::text::Phrase;
use crate::webex::pages::{self, Page};

/// What holds of a cause whatever the message is.
#[derive(Debug, PartialEq, Eq)]
pub struct Note {
    /// The cause.
    pub cause: Cause,
    /// Where it shows, in two or three words.
    pub place: Phrase,
    /// What is known of it.
    pub text: Phrase,
    /// The page that says so.
    pub source: &'static Page,
}

static MEMBER_STATUS: Note = Note {
    cause: Cause::MemberStatus,
    place: Phrase::new("place-member-status", "in the message"),
    text: Phrase::new(
        "note-member-status",
        "An attribute Member Status is not needed in the assertion. Remove it before you take any other step.",
    ),
    source: &pages::ERROR_31,
};

static REQUIRED_FIELDS: Note = Note {
    cause: Cause::RequiredFields,
    place: Phrase::new("place-required-fields", "in the message"),
    text: Phrase::new(
        "note-required-fields",
        "The response must always carry four fields, which are passed to the site when it creates the account: user name, first name, last name and e‑mail. `uid` and `updateTimeStamp` are not required for automatic creation, says the same article.",
    ),
    source: &pages::ERROR_31,
};

static ACCOUNT_STATE: Note = Note {
    cause: Cause::AccountState,
    place: Phrase::new("place-account-state", "in the user list"),
    text: Phrase::new(
        "note-account-state",
        "The person who signs in has an account already, but it is deactivated or waits for approval. The code of a deactivated account is 18: if Webex found the account, it would rather show 18 (our reading); 31 then fits an account that is only in the way when a new one is created.",
    ),
    source: &pages::ERROR_31,
};

static HOST_LICENCES: Note = Note {
    cause: Cause::HostLicences,
    place: Phrase::new("place-host-licences", "at Webex"),
    text: Phrase::new(
        "note-host-licences",
        "A new account is normally created as a host account, and that takes a licence.",
    ),
    source: &pages::ATTENDEE_ACCOUNTS,
};

static PARTNER_ID: Note = Note {
    cause: Cause::PartnerId,
    place: Phrase::new("place-partner-id", "at Cisco or a partner"),
    text: Phrase::new(
        "note-partner-id",
        "The site needs a partner ID. Cisco names this cause without explaining it; we found no page of a console that shows the ID. Our reading: it is the `PID` that Webex’s URL API takes along with user name, names and e‑mail when it creates an account.",
    ),
    source: &pages::ERROR_31,
};

/// What to do where error 31 stays after all of it.
pub static IF_IT_STAYS: Phrase = Phrase::new(
    "if-it-stays",
    "If error 31 stays after these steps, contact Cisco support, or the partner you bought from, and send the text for the ticket along.",
);

impl Cause {
    /// What holds of it whatever the message is.
    pub fn note(self) -> &'static Note {
        match self {
            Self::MemberStatus => &MEMBER_STATUS,
            Self::RequiredFields => &REQUIRED_FIELDS,
            Self::AccountState => &ACCOUNT_STATE,
            Self::HostLicences => &HOST_LICENCES,
            Self::PartnerId => &PARTNER_ID,
        }
    }
}
