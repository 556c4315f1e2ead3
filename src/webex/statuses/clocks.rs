//! What ends or begins by itself after some days.

use super::{Outside, StatusId, StatusNode};
use crate::text::Phrase;
use crate::webex::pages::{self, Page};

/// A number of days after which something happens by itself.
#[derive(Debug, PartialEq, Eq)]
pub struct Clock {
    /// The status that it runs in.
    pub status: StatusId,
    /// Where it ends.
    pub to: StatusNode,
    /// Days; `None` where each site sets its own.
    pub days: Option<u32>,
    /// The most that can be set, where it can be set.
    pub days_at_most: Option<u32>,
    /// Name for people.
    pub name: Phrase,
    /// What happens.
    pub meaning: Phrase,
    /// The page that says so.
    pub source: &'static Page,
}

/// All of them.
pub static CLOCKS: &[Clock] = &[
    Clock {
        status: StatusId::DelayedClaim,
        to: StatusNode::Outside(Outside::Any),
        days: Some(14),
        days_at_most: None,
        name: Phrase::new("clock-claim", "Delayed claim: 14 days"),
        meaning: Phrase::new(
            "clock-claim-meaning",
            "The user decides in this time; after it the default does. Either way the status ends.",
        ),
        source: &pages::DELAYED_CLAIM,
    },
    Clock {
        status: StatusId::Inactive,
        to: StatusNode::Outside(Outside::Deleted),
        days: Some(30),
        days_at_most: Some(90),
        name: Phrase::new("clock-inactive", "Inactive: 30 days, or as set up to 90"),
        meaning: Phrase::new(
            "clock-inactive-meaning",
            "After it the account is deleted. Accounts that the directory only deactivated are kept.",
        ),
        source: &pages::STATUSES,
    },
    Clock {
        status: StatusId::Inactive,
        to: StatusNode::Outside(Outside::Deleted),
        days: Some(7),
        days_at_most: None,
        name: Phrase::new("clock-directory", "Deleted in the directory: 7 days"),
        meaning: Phrase::new(
            "clock-directory-meaning",
            "A user deleted in Active Directory is Inactive for this time, then deleted. In Entra a deleted user can be restored for 30 days.",
        ),
        source: &pages::STATUSES,
    },
    Clock {
        status: StatusId::Active,
        to: StatusNode::Status(StatusId::Inactive),
        days: None,
        days_at_most: None,
        name: Phrase::new(
            "clock-unused",
            "Unused at a site: as many days as the site sets",
        ),
        meaning: Phrase::new(
            "clock-unused-meaning",
            "**Deactivate account after N days of inactivity** switches accounts off; the user gets no notice.",
        ),
        source: &pages::SITE_ADMINISTRATION,
    },
];
