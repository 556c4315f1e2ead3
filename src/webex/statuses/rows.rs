//! One row for each status, in the order of an account's life: its id, its words, what it means in which list, and the
//! ways into it (those that lead out of all statuses stand where they begin).

use super::Generation::{In2025, In2026, SiteAdministration, To2024};
use super::{ANY, DELETED, HUB, Meaning, Move, NEW, OTHER, PREVIOUS, Status, at};
use crate::text::Phrase;
use crate::webex::pages;
use StatusId::*;
use serde::Serialize;

macro_rules! statuses {
    ($($(#[$doc:meta])* $status:ident $id:literal $label:literal [$($word:literal)*] $(read from [$($reading:literal)*])? means {
        $($key:literal $generations:expr, $bearing:ident, [$($page:ident)*],
            $brief:literal, $meaning:literal, $todo:literal, $error31:literal;)*
    } moves {
        $($move:literal $from:expr => $to:expr, $where:expr, $source:ident, $trigger:literal, $detail:literal;)*
    })*) => {
        /// A status. Its meaning can differ between generations.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        pub enum StatusId {
            $($(#[$doc])* #[serde(rename = $id)] $status,)*
        }

        impl StatusId {
            /// The row of this status.
            pub fn row(self) -> &'static Status {
                match self {
                    $(Self::$status => {
                        static ROW: Status = Status {
                            id: StatusId::$status,
                            name: Phrase::new(concat!("status-", $id), $label),
                            words: &[$($word),*],
                            readings: &[$($($reading),*)?],
                            meanings: &[$(Meaning {
                                status: StatusId::$status,
                                generations: $generations,
                                brief: Phrase::new(concat!("status-", $key, "-brief"), $brief),
                                meaning: Phrase::new(concat!("status-", $key, "-meaning"), $meaning),
                                todo: Phrase::new(concat!("status-", $key, "-todo"), $todo),
                                error31: Phrase::new(concat!("status-", $key, "-error31"), $error31),
                                bearing: super::Bearing::$bearing,
                                sources: &[$(&pages::$page),*],
                            }),*],
                            moves: &[$(Move {
                                from: $from,
                                to: $to,
                                generations: $where,
                                trigger: Phrase::new(concat!("move-", $move), $trigger),
                                detail: Phrase::new(concat!("move-", $move, "-detail"), $detail),
                                source: &pages::$source,
                            }),*],
                        };
                        &ROW
                    })*
                }
            }

            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$status),*];

            /// The id in reports and options.
            pub fn id(self) -> &'static str {
                match self {
                    $(Self::$status => $id,)*
                }
            }
        }
    };
}

statuses! {
    /// Identity not proven.
    NotVerified "not-verified" "Not Verified" ["unverified" "nijepotvrđeno" "nijeprovereno"] means {
        "not-verified" &[To2024, In2025], Possible, [CONVERTED_USERS STATUSES],
            "identity not verified",
            "The account is in the organisation, but the identity of the user is not verified yet. That happens easily while users are brought in and is no error by itself: they may still be verifying when they first come to Webex. As long as they are stuck in it they can’t use their services.",
            "1. In Control Hub open **Users**, choose the user and send the activation mail again; many at once go in bulk: <https://help.webex.com/nyi1dxj>.\n1. Let the user open the link in it, then sign in.\n1. Verifying the domain spares the next users this step.",
            "May be the cause. Our reading: the account is there but can’t be used, so Webex can’t create another. The user has to verify the address; then try again.";
    } moves {
        "added" NEW => at(NotVerified), &[To2024, In2025], CONVERTED_USERS,
            "added", "Added while the domain of the address is not verified.";
        "converted-not-verified" OTHER => at(NotVerified), &[To2024, In2025], CONVERTED_USERS,
            "converted", "Converted from another organisation while Not Verified there, with the domain not verified here.";
    }

    /// Three meanings over the years.
    Pending "pending" "Pending" [] means {
        "pending-2025" &[In2025], Possible, [STATUSES],
            "licence not accepted",
            "Another organisation offers the user a licence, and the user has not accepted it yet. This is not the approval of a new account.",
            "1. Let the user accept the invitation in the mail and sign in.\n1. If the mail is lost, send the invitation again.",
            "May be the cause. Our reading: the account belongs to another organisation until the invitation is accepted.";
        "pending-2026" &[In2026], Possible, [STATUSES],
            "not verified, or deactivated",
            "Most often: nobody has verified yet that the address belongs to the user. Cisco’s page also uses this name for deactivated users. It does not say that anybody has to approve the account.",
            "1. In Control Hub open **Users** and choose the user: the actions offered show which of the two it is.\n1. If **Reactivate User** is offered, use it. Otherwise send the activation mail again.",
            "May be the cause. Our reading: it is if the user was deactivated; the status alone doesn’t show it.";
    } moves {
        "added-pending" NEW => at(Pending), &[In2026], STATUSES,
            "added", "Added; the address is not verified yet.";
        "offered-licence" OTHER => at(Pending), &[In2025], STATUSES,
            "offered a licence", "Another organisation’s user is offered a licence.";
        "deactivated-pending" ANY => at(Pending), &[In2026], STATUSES,
            "deactivated", "Deactivated: Cisco’s page calls these users **Pending** as well.";
    }

    /// Asked for at a site that approves accounts by hand.
    PendingApproval "pending-approval" "Pending approval" ["awaitingapproval"] means {
        "pending-approval" &[SiteAdministration], Confirms, [SITE_ADMINISTRATION],
            "awaits approval",
            "The site approves account requests by hand (**Review host account requests**), and this one is still open.",
            "1. In Site Administration open the account requests that await approval.\n1. Approve the one of this user.\n1. Let the user sign in again.",
            "Cisco names an account that awaits approval as a cause. Approve it before you change anything at the identity provider.";
    } moves {
        "requested" NEW => at(PendingApproval), &[SiteAdministration], SITE_ADMINISTRATION,
            "requested; approval on", "An account is requested at a site that approves requests by hand.";
    }

    /// Identity proven, never signed in.
    Verified "verified" "Verified" ["potvrđeno" "provereno"] means {
        "verified" &[To2024, In2025], RulesOut, [CONVERTED_USERS STATUSES],
            "not signed in yet",
            "The identity of the user is verified and the services are ready; the first sign-in has not happened. On the usual ways into an organisation this is a good sign.",
            "1. Nothing to do: it becomes Active with the first sign-in.",
            "Not the cause, by our reading: the account is there and waits for its first sign-in.";
    } moves {
        "added-verified" NEW => at(Verified), &[To2024, In2025], CONVERTED_USERS,
            "added; domain verified", "Added with the domain verified, in another way than by the directory sync; or by linking a Meetings site.";
        "converted-verified" OTHER => at(Verified), &[To2024, In2025], CONVERTED_USERS,
            "converted", "Converted from another organisation while Verified there; or while Not Verified there, with the domain verified here.";
        "mail-verified" at(NotVerified) => at(Verified), &[To2024, In2025], CONVERTED_USERS,
            "e‑mail verified", "The user opens the link in the activation mail.";
    }

    /// In use, or ready for it.
    Active "active" "Active" ["aktivno"] means {
        "active" HUB, RulesOut, [CONVERTED_USERS STATUSES],
            "can use Webex",
            "The status of normal use: the account is in the organisation and is used, or ready for use.",
            "1. The account is fine. Check the other causes.",
            "Not the cause, if its user name is the one that the message sends: the account is neither deactivated nor awaiting approval. Under another user name it can be in the way (our reading).";
        "active-site" &[SiteAdministration], RulesOut, [MANAGE_SITE_USERS SITE_ADMINISTRATION],
            "can use the site",
            "The account is switched on at this site.",
            "1. The account is fine. Check the other causes.",
            "Not the cause, if its user name is the one that the message sends: the account is neither deactivated nor awaiting approval. Under another user name it can be in the way (our reading).";
    } moves {
        "added-synced" NEW => at(Active), &[To2024, In2025], CONVERTED_USERS,
            "added; domain verified, directory sync", "Added by the directory sync with the domain verified, even before the first sign-in.";
        "converted-active" OTHER => at(Active), &[To2024, In2025], CONVERTED_USERS,
            "converted", "Converted from another organisation while Active there.";
        "first-sign-in" at(Verified) => at(Active), &[To2024], CONVERTED_USERS,
            "first sign-in", "The user signs in for the first time. Most accounts become Active this way.";
        "password-set" at(Verified) => at(Active), &[In2025], STATUSES,
            "sets a password", "The user sets a password.";
        "licence-accepted" at(Pending) => at(Active), &[In2025], STATUSES,
            "accepts the licence", "The user accepts the invitation and signs in.";
        "pending-verified" at(Pending) => at(Active), &[In2026], STATUSES,
            "e‑mail verified", "The user verifies the address and signs in (our reading: the page describes **Pending** like the former **Not Verified**).";
        "site-added" NEW => at(Active), &[SiteAdministration], ATTENDEE_ACCOUNTS,
            "added", "Added by an administrator, or created by a sign-in.";
        "approved" at(PendingApproval) => at(Active), &[SiteAdministration], SITE_ADMINISTRATION,
            "approved", "An administrator approves the request.";
        "site-activated" at(Inactive) => at(Active), &[SiteAdministration], SITE_ADMINISTRATION,
            "ticked Active", "An administrator ticks **Active** and submits.";
    }

    /// Deactivated.
    Inactive "inactive" "Inactive" ["deactivated" "neaktivno"] read from ["disabled"] means {
        "inactive" HUB, Confirms, [CONVERTED_USERS STATUSES],
            "cannot sign in",
            "The account is in the organisation, but switched off. Its licence stays taken. A new account never has this status. The word `disabled` of the Webex API is taken for the same here (our reading).",
            "1. Find out who deactivated it, an administrator or the directory sync. If it was the sync, fix it there, or it comes back.\n1. In Control Hub open **Users**, choose the user, then **⋯ › Reactivate User**. If the directory sync manages the user, reactivate there.\n1. Let the user sign in again.",
            "Cisco names a deactivated account as a cause. Our reading: Webex tries to create an account that is already there. Reactivate it before you change anything at the identity provider.";
        "inactive-site" &[SiteAdministration], Confirms, [MANAGE_SITE_USERS SITE_ADMINISTRATION],
            "cannot sign in",
            "The account exists, but is switched off: by an administrator, or by the site itself after a set number of days without use; the user gets no notice.",
            "1. In Site Administration open **Users › Edit User** (older: **User Management › Edit User**) and untick **Show active accounts only**.\n1. Search for the user, tick **Active**, then click **Submit**.\n1. If the site switched it off by itself, look at **Deactivate account after N days of inactivity**.",
            "Cisco names a deactivated account as a cause. Cisco’s article starts with this where the account worked before. Activate it before you change anything at the identity provider.";
    } moves {
        "deactivated" ANY => at(Inactive), &[To2024, In2025, In2026], ENTRA_USERS,
            "deactivated by an administrator or the sync", "Deactivated by an administrator, or by the directory sync when the user is blocked, deleted or removed from the application.";
        "reactivated" at(Inactive) => PREVIOUS, &[To2024, In2025, In2026], STATUSES,
            "reactivated: back to the status before", "Reactivated, or restored from the recycle bin of the directory: back to the status before.";
        "expired" at(Inactive) => DELETED, &[To2024, In2025, In2026], STATUSES,
            "after 30 days", "Deleted after 30 days, or after the time set, at most 90; after 7 days if the directory deleted the user.";
        "site-deactivated" at(Active) => at(Inactive), &[SiteAdministration], SITE_ADMINISTRATION,
            "deactivated, or unused too long", "Deactivated by an administrator, or by the site after a set number of days without use; the user gets no notice.";
    }

    /// Claimed; the user has time to decide about the old data.
    DelayedClaim "delayed-claim" "Delayed Claim" ["odloženopolaganjeprava"] means {
        "delayed-claim" &[To2024], Possible, [CONVERTED_USERS DELAYED_CLAIM],
            "14 days to decide",
            "The account was claimed from another organisation, and the user has not decided yet what happens to the data there.",
            "1. Let the user decide, or wait: after 14 days the default decides.\n1. Then look at the status again.",
            "May be the cause. Our reading: the address still belongs to the other account until the claim ends.";
    } moves {
        "claimed-delayed" OTHER => at(DelayedClaim), &[To2024], DELAYED_CLAIM,
            "claimed, with delay", "Claimed from another organisation with the delayed option, which organisations created after 5 May 2020 don’t have.";
        "claim-decided" at(DelayedClaim) => ANY, &[To2024], DELAYED_CLAIM,
            "user decides, or the default", "The user decides within 14 days; otherwise the account and its conversations are moved automatically.";
    }

    /// Locked by an administrator.
    Suspended "suspended" "Suspended" [] means {
        "suspended" &[In2026], Possible, [STATUSES],
            "locked by an administrator",
            "An administrator has locked the account.",
            "1. Find out which administrator suspended it, and why.\n1. Ask them to lift it, then let the user sign in again.",
            "May be the cause. Our reading: a locked account counts as deactivated, which Cisco names as a cause; Cisco’s page on error 31 does not name this status.";
    } moves {
        "suspended" ANY => at(Suspended), &[In2026], STATUSES,
            "suspended by an administrator", "Suspended by an administrator.";
        "lifted-suspended" at(Suspended) => PREVIOUS, &[In2026], STATUSES,
            "lifted by an administrator", "An administrator lifts the lock: back to the status before. Our reading: the page names only the way in.";
    }

    /// Locked by Cisco.
    Compliance "compliance" "Compliance" [] read from ["compliancetransient"] means {
        "compliance" &[In2026], Possible, [STATUSES],
            "locked by Cisco",
            "Cisco has locked the account for reasons of compliance; it is on the list of restricted users. The word `compliance_transient` of the Webex API is taken for the same here (our reading).",
            "1. Only Cisco support can lift it: contact them and name the user.",
            "May be the cause. Our reading: Webex can’t create an account that exists and is locked; Cisco’s page on error 31 does not name this status.";
    } moves {
        "locked-compliance" ANY => at(Compliance), &[In2026], STATUSES,
            "locked by Cisco", "Locked by Cisco; nobody else can.";
        "lifted-compliance" at(Compliance) => PREVIOUS, &[In2026], STATUSES,
            "lifted by Cisco support", "Only Cisco support can lift it.";
    }

    /// Locked by Cisco.
    Fraud "fraud" "Fraud" [] read from ["fraudtransient"] means {
        "fraud" &[In2026], Possible, [STATUSES],
            "locked by Cisco",
            "Cisco has locked the account on a suspicion of fraud; it is on the list of restricted users. The word `fraud_transient` of the Webex API is taken for the same here (our reading).",
            "1. Only Cisco support can lift it: contact them and name the user.",
            "May be the cause. Our reading: Webex can’t create an account that exists and is locked; Cisco’s page on error 31 does not name this status.";
    } moves {
        "locked-fraud" ANY => at(Fraud), &[In2026], STATUSES,
            "locked by Cisco", "Locked by Cisco on a suspicion; nobody else can.";
        "lifted-fraud" at(Fraud) => PREVIOUS, &[In2026], STATUSES,
            "lifted by Cisco support", "Only Cisco support can lift it, once the suspicion is cleared.";
    }

    /// Claimed; the user chooses at the next sign-in.
    Transient "transient" "Transient" [] read from ["pendingtransient"] means {
        "transient" &[In2026], Possible, [STATUSES],
            "claimed, undecided",
            "The user already had an account with an address of this domain, and it was claimed. At the next sign-in the user changes that address or deletes that account. The word `pending_transient` of the Webex API is taken for the same here (our reading).",
            "1. Let the user sign in to the Webex app and decide.\n1. Then let them sign in to the site again.",
            "May be the cause. Our reading: the address still belongs to the other account.";
    } moves {
        "claimed-transient" OTHER => at(Transient), &[In2026], STATUSES,
            "claimed", "Had an account with an address of this domain, and was claimed.";
        "address-changed" at(Transient) => ANY, &[In2026], STATUSES,
            "changes the address", "At the next sign-in the user gives the old account another address.";
        "account-deleted" at(Transient) => DELETED, &[In2026], STATUSES,
            "deletes the account", "At the next sign-in the user deletes the old account.";
    }
}
