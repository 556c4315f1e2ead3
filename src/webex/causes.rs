//! The five causes of error 31 and where each can be looked up at Webex.

mod consoles;
mod notes;

pub use consoles::{SIGNS, Sign, WHICH_CONSOLE};
pub use notes::{IF_IT_STAYS, Note};

use super::pages::{self, Page};
use crate::ids::ids;
use crate::text::Phrase;
use serde::Serialize;

ids! {
    /// One of the five causes, in the order of work: what a message can prove comes first.
    pub enum Cause {
        /// The message carries Member Status.
        MemberStatus = "member-status",
        /// A required field is missing.
        RequiredFields = "required-fields",
        /// The account exists, but is deactivated or awaits approval.
        AccountState = "account-state",
        /// No host licence is free.
        HostLicences = "host-licences",
        /// The site has no partner ID.
        PartnerId = "partner-id",
    }
}

impl Cause {
    /// Those that a message can show.
    pub const OF_MESSAGE: [Self; 2] = [Self::MemberStatus, Self::RequiredFields];

    /// The cause in a few words.
    pub fn title(self) -> Phrase {
        match self {
            Self::MemberStatus => {
                Phrase::new("cause-member-status", "Member Status is in the message")
            }
            Self::RequiredFields => {
                Phrase::new("cause-required-fields", "A required field is missing")
            }
            Self::AccountState => Phrase::new(
                "cause-account-state",
                "The account exists, but is deactivated or awaits approval",
            ),
            Self::HostLicences => Phrase::new("cause-host-licences", "No host licence is free"),
            Self::PartnerId => Phrase::new("cause-partner-id", "The site has no partner ID"),
        }
    }
}

/// What the account did before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum History {
    /// It never signed in.
    NeverWorked,
    /// It signed in before.
    WorkedBefore,
}

/// Where accounts are managed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Console {
    /// Webex Site Administration.
    SiteAdministration,
    /// Webex Control Hub.
    ControlHub,
}

impl Console {
    /// Both, in the order in which their steps are told.
    pub const ALL: [Self; 2] = [Self::ControlHub, Self::SiteAdministration];

    /// The id in reports and options.
    pub fn id(self) -> &'static str {
        match self {
            Self::SiteAdministration => "site-administration",
            Self::ControlHub => "control-hub",
        }
    }

    /// The console of that id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|console| console.id() == id)
    }
}

/// Something to look up at Webex. Placeholders: `open` (how to get to Site Administration), `user`, `site`.
#[derive(Debug, PartialEq, Eq)]
pub struct Check {
    /// The cause it decides.
    pub cause: Cause,
    /// The question it answers.
    pub title: Phrase,
    /// The same as an action in a few words.
    pub action: Phrase,
    /// Who can do it.
    pub who: Phrase,
    /// The steps, for each history and console that differ.
    pub ways: &'static [Way],
}

/// The steps of one check, for the readers they are meant for.
#[derive(Debug, PartialEq, Eq)]
pub struct Way {
    /// For accounts with this history; `None` for both.
    pub history: Option<History>,
    /// In this console; `None` for both.
    pub console: Option<Console>,
    /// The steps.
    pub steps: Phrase,
    /// The pages that say so, the one with the most of it first.
    pub sources: &'static [&'static Page],
}

const ADMINISTRATOR: Phrase = Phrase::new(
    "who-administrator",
    "A site administrator in Site Administration, or a full administrator in Control Hub",
);

const ADMINISTRATOR_OF_USERS: Phrase = Phrase::new(
    "who-administrator-users",
    "A site administrator in Site Administration, or in Control Hub a full administrator or a user and device administrator",
);

/// What to look up, in the order of work.
pub static CHECKS: &[Check] = &[
    Check {
        cause: Cause::AccountState,
        title: Phrase::new(
            "check-account",
            "Is there an account already, and is it active?",
        ),
        action: Phrase::new("check-account-action", "Look up the account of { $user }"),
        who: ADMINISTRATOR_OF_USERS,
        ways: &[
            Way {
                history: Some(History::NeverWorked),
                console: Some(Console::ControlHub),
                steps: Phrase::new(
                    "check-account-new-hub",
                    "1. Sign in at <https://admin.webex.com> and open **Users**.\n\
                     1. Search for { $user } and read the status.\n\
                     1. The status that Cisco names as a cause is Inactive; for any other than Active see “User statuses”. Approvals are a matter of Site Administration: if a console shows an open one for { $user }, approve it.\n\
                     1. If it is Active, compare its user name with the one that the message sends. If the site is only linked to the organisation, look in Site Administration too: the site has accounts of its own.\n\
                     1. If there is no row at all, the account is new; go on with the next check. Automatic creation is on, otherwise the code would be 3 (our reading).",
                ),
                sources: &[
                    &pages::STATUSES,
                    &pages::ERROR_31,
                    &pages::UPDATE_TO_HUB,
                    &pages::MOVE_TO_HUB,
                    &pages::CODE_3,
                ],
            },
            Way {
                history: Some(History::WorkedBefore),
                console: Some(Console::ControlHub),
                steps: Phrase::new(
                    "check-account-known-hub",
                    "1. Sign in at <https://admin.webex.com> and open **Users**.\n\
                        1. Search for { $user } and read the status.\n\
                        1. If it is Inactive, open **⋯ › Reactivate User**. If the directory sync manages the user, reactivate there.\n\
                        1. If it is Active, compare its user name with the one that the message sends.",
                ),
                sources: &[&pages::STATUSES, &pages::ERROR_31],
            },
            Way {
                history: Some(History::NeverWorked),
                console: Some(Console::SiteAdministration),
                steps: Phrase::new(
                    "check-account-new-site",
                    "1. { $open }\n\
                     1. Under **Site Information** look for a link to requests (for privileges it is **New privileges requests**; that account requests are beside it is our reading). Approve the one of { $user } if it is there. With SSO on, a site takes no new requests, so an open one is from before.\n\
                     1. Open **Users › Edit User** (older: **User Management › Edit User**) and untick **Show active accounts only**.\n\
                     1. Search for { $user }, by user name and by e‑mail. If the account is listed but not active, that is the cause: tick **Active**, then click **Submit**. A site keeps “deleted” accounts as not active.\n\
                     1. If it is active, compare its user name with the one that the message sends: under another user name the e‑mail is taken, and Webex may not be able to create a second account (our reading).\n\
                     1. If there is no row at all, the account is new; go on with the next check. Automatic creation is on, otherwise the code would be 3 (our reading).",
                ),
                sources: &[
                    &pages::ERROR_31,
                    &pages::MANAGE_SITE_USERS,
                    &pages::SERVICE_REQUESTS,
                    &pages::SIGN_UP,
                    &pages::CODE_3,
                ],
            },
            Way {
                history: Some(History::WorkedBefore),
                console: Some(Console::SiteAdministration),
                steps: Phrase::new(
                    "check-account-known-site",
                    "1. { $open }\n\
                     1. Open **Users › Edit User** (older: **User Management › Edit User**) and untick **Show active accounts only**.\n\
                     1. Search for { $user }, by user name and by e‑mail.\n\
                     1. If the account is not active, tick **Active**, then click **Submit**. A site can deactivate accounts by itself after a set number of days without use; the user gets no notice.\n\
                     1. If it is active, compare its user name with the one that the message sends.",
                ),
                sources: &[
                    &pages::ERROR_31,
                    &pages::MANAGE_SITE_USERS,
                    &pages::SITE_ADMINISTRATION,
                ],
            },
        ],
    },
    Check {
        cause: Cause::RequiredFields,
        title: Phrase::new("check-fields", "Does your site require more fields?"),
        action: Phrase::new(
            "check-fields-action",
            "Compare with the fields that your site marks with an asterisk",
        ),
        who: ADMINISTRATOR,
        ways: &[
            Way {
                history: Some(History::NeverWorked),
                console: Some(Console::ControlHub),
                steps: Phrase::new(
                    "check-fields-hub",
                    "1. Sign in at <https://admin.webex.com> and open **Users › Manage Users › Add User**.\n\
                     1. If accounts are created through an API, each field with an asterisk must be passed along. For SSO, a required field beyond the four may be needed too (our reading); a password never is. Compare them with the fields of the message. { $carried }\n\
                     1. The quickest proof, by experience: add this user by hand, with the user name that the message sends. What is in the way (no licence, e‑mail taken, a field missing) the page then says in words.",
                ),
                sources: &[&pages::ERROR_31],
            },
            Way {
                history: Some(History::NeverWorked),
                console: Some(Console::SiteAdministration),
                steps: Phrase::new(
                    "check-fields-site",
                    "1. { $open }\n\
                     1. Open **Users › Add User** (older: **User Management › Add User**) and scroll through the whole page.\n\
                     1. If accounts are created through an API, each field with an asterisk must be passed along. For SSO, a required field beyond the four may be needed too (our reading); a password never is. Compare them with the fields of the message. { $carried }\n\
                     1. The quickest proof, by experience: add this user by hand, with the user name that the message sends. What is in the way (no licence, e‑mail taken, a field missing) the page then says in words.",
                ),
                sources: &[&pages::ERROR_31],
            },
        ],
    },
    Check {
        cause: Cause::HostLicences,
        title: Phrase::new("check-seats", "Is a host licence free?"),
        action: Phrase::new("check-seats-action", "Check that a host licence is free"),
        who: ADMINISTRATOR,
        ways: &[
            Way {
                history: Some(History::NeverWorked),
                console: Some(Console::ControlHub),
                steps: Phrase::new(
                    "check-seats-hub",
                    "1. Sign in at <https://admin.webex.com> and open **Users**; look for the host accounts still available.\n\
                     1. If none is free, take the licence from a user who does not need it, or buy more. An inactive user’s licence stays taken.",
                ),
                sources: &[&pages::ERROR_31, &pages::STATUSES],
            },
            Way {
                history: Some(History::NeverWorked),
                console: Some(Console::SiteAdministration),
                steps: Phrase::new(
                    "check-seats-site",
                    "1. { $open }\n\
                     1. Open **Site Information** and compare the host accounts in use with the number bought. Cisco says of its API that activated accounts count; with concurrent licences there is no limit, so this is not the cause.\n\
                     1. If none is free, deactivate a host account that nobody needs, or buy more licences.",
                ),
                sources: &[
                    &pages::ERROR_31,
                    &pages::CREATE_USER,
                    &pages::MANAGE_SITE_USERS,
                ],
            },
        ],
    },
    Check {
        cause: Cause::PartnerId,
        title: Phrase::new("check-partner", "Does the site have a partner ID?"),
        action: Phrase::new(
            "check-partner-action",
            "Ask whether the site has a partner ID",
        ),
        who: Phrase::new("who-partner", "Your Cisco partner or Cisco support"),
        ways: &[Way {
            history: None,
            console: None,
            steps: Phrase::new(
                "check-partner-steps",
                "1. If the site was bought through a partner, ask the partner first, otherwise Cisco support.\n\
                 1. Write for example: “Can you check whether the site { $site } has a partner ID? Sign-ins fail with Auto account creation failed (31), see WBX54421.” Add the user, the time of the attempt and what you have already ruled out; the ticket text has it all.\n\
                 1. We found no page of a console that shows the partner ID, nor one that explains it.",
            ),
            sources: &[&pages::ERROR_31, &pages::MANAGE_SITE],
        }],
    },
];
