//! How an account comes from one status to another.

use super::Generation::{In2025, In2026, SiteAdministration, To2024};
use super::StatusId::{
    Active, Compliance, DelayedClaim, Fraud, Inactive, NotVerified, Pending, PendingApproval,
    Suspended, Transient, Verified,
};
use super::{BL994, Generation, NCEB8TM, NIKZBGY, Outside, SITE, StatusId, StatusNode};
use crate::text::Phrase;

/// One way from a status to another.
#[derive(Debug, PartialEq, Eq)]
pub struct Move {
    /// Where it begins.
    pub from: StatusNode,
    /// Where it ends.
    pub to: StatusNode,
    /// Where it is there.
    pub generations: &'static [Generation],
    /// What sets it off, in a few words.
    pub trigger: Phrase,
    /// The same as a sentence.
    pub detail: Phrase,
    /// Address of the page that says so.
    pub source: &'static str,
}

const fn at(status: StatusId) -> StatusNode {
    StatusNode::Status(status)
}

const NEW: StatusNode = StatusNode::Outside(Outside::New);
const OTHER: StatusNode = StatusNode::Outside(Outside::OtherOrganisation);
const ANY: StatusNode = StatusNode::Outside(Outside::Any);
const PREVIOUS: StatusNode = StatusNode::Outside(Outside::Previous);
const DELETED: StatusNode = StatusNode::Outside(Outside::Deleted);

macro_rules! moves {
    ($($key:literal $from:expr => $to:expr, $generations:expr, $source:expr, $trigger:literal, $detail:literal;)*) => {
        /// All of them.
        pub static MOVES: &[Move] = &[$(Move {
            from: $from,
            to: $to,
            generations: $generations,
            trigger: Phrase { id: concat!("move-", $key), english: $trigger },
            detail: Phrase { id: concat!("move-", $key, "-detail"), english: $detail },
            source: $source,
        }),*];
    };
}

moves! {
    "added" NEW => at(NotVerified), &[To2024, In2025], BL994,
        "added", "Added while the domain of the address is not verified.";
    "added-verified" NEW => at(Verified), &[To2024, In2025], BL994,
        "added; domain verified", "Added with the domain verified, by another way than the directory sync; or by linking a Meetings site.";
    "added-synced" NEW => at(Active), &[To2024, In2025], BL994,
        "added; domain verified, directory sync", "Added by the directory sync with the domain verified, even before the first sign-in.";
    "added-pending" NEW => at(Pending), &[In2026], NIKZBGY,
        "added", "Added, and the address not proven yet.";
    "converted-not-verified" OTHER => at(NotVerified), &[To2024, In2025], BL994,
        "converted", "Converted from another organisation while Not Verified there, with the domain not verified here.";
    "converted-verified" OTHER => at(Verified), &[To2024, In2025], BL994,
        "converted", "Converted from another organisation while Verified there; or while Not Verified there, with the domain verified here.";
    "converted-active" OTHER => at(Active), &[To2024, In2025], BL994,
        "converted", "Converted from another organisation while Active there.";
    "claimed-delayed" OTHER => at(DelayedClaim), &[To2024], NCEB8TM,
        "claimed, with delay", "Claimed from another organisation with the delayed option, which organisations made after 5 May 2020 don’t have.";
    "offered-licence" OTHER => at(Pending), &[In2025], NIKZBGY,
        "offered a licence", "Another organisation’s user is offered a licence.";
    "claimed-transient" OTHER => at(Transient), &[In2026], NIKZBGY,
        "claimed", "Had an account with an address of this domain, and was claimed.";
    "mail-verified" at(NotVerified) => at(Verified), &[To2024, In2025], BL994,
        "e‑mail verified", "The user follows the link in the activation mail.";
    "first-sign-in" at(Verified) => at(Active), &[To2024], BL994,
        "first sign-in", "The user signs in for the first time.";
    "password-set" at(Verified) => at(Active), &[In2025], NIKZBGY,
        "sets a password", "The user sets a password.";
    "licence-accepted" at(Pending) => at(Active), &[In2025], NIKZBGY,
        "accepts the licence", "The user accepts the invitation and signs in.";
    "pending-verified" at(Pending) => at(Active), &[In2026], NIKZBGY,
        "e‑mail verified", "The user proves the address and signs in; our reading, as the page describes **Pending** like the former **Not Verified**.";
    "claim-decided" at(DelayedClaim) => ANY, &[To2024], NCEB8TM,
        "user decides, or the default", "The user decides within 14 days; otherwise account and conversations move by themselves.";
    "address-changed" at(Transient) => ANY, &[In2026], NIKZBGY,
        "changes the address", "At the next sign-in the user gives the old account another address.";
    "account-deleted" at(Transient) => DELETED, &[In2026], NIKZBGY,
        "deletes the account", "At the next sign-in the user deletes the old account.";
    "deactivated" ANY => at(Inactive), &[To2024, In2025, In2026], BL994,
        "deactivated by an admin or the sync", "Deactivated by an administrator, or by the directory sync when the person is blocked, deleted or taken out of the application.";
    "deactivated-pending" ANY => at(Pending), &[In2026], NIKZBGY,
        "deactivated", "Deactivated: Cisco’s page calls these users **Pending** as well.";
    "suspended" ANY => at(Suspended), &[In2026], NIKZBGY,
        "suspended by an admin", "Suspended by an administrator.";
    "locked-compliance" ANY => at(Compliance), &[In2026], NIKZBGY,
        "locked by Cisco", "Locked by Cisco, and by nobody else.";
    "locked-fraud" ANY => at(Fraud), &[In2026], NIKZBGY,
        "locked by Cisco", "Locked by Cisco on a suspicion, and by nobody else.";
    "lifted-compliance" at(Compliance) => PREVIOUS, &[In2026], NIKZBGY,
        "lifted by Cisco support", "Lifted by Cisco support alone.";
    "lifted-fraud" at(Fraud) => PREVIOUS, &[In2026], NIKZBGY,
        "lifted by Cisco support", "Lifted by Cisco support alone, once the suspicion is cleared.";
    "reactivated" at(Inactive) => PREVIOUS, &[To2024, In2025, In2026], NIKZBGY,
        "reactivated: back to the status before", "Reactivated, or restored from the recycle bin of the directory: back to the status before.";
    "expired" at(Inactive) => DELETED, &[To2024, In2025, In2026], NIKZBGY,
        "after 30 days", "Deleted after 30 days, or as many as set, up to 90; after 7 days where the directory deleted the person.";
    "requested" NEW => at(PendingApproval), &[SiteAdministration], SITE,
        "asked for; approval on", "An account is asked for at a site that approves requests by hand.";
    "site-added" NEW => at(Active), &[SiteAdministration], SITE,
        "added", "Added by an administrator, or made by a sign-in.";
    "approved" at(PendingApproval) => at(Active), &[SiteAdministration], SITE,
        "approved", "An administrator approves the request.";
    "site-deactivated" at(Active) => at(Inactive), &[SiteAdministration], SITE,
        "deactivated, or unused too long", "Deactivated by an administrator, or by the site after some days without use, of which nobody is told.";
    "site-activated" at(Inactive) => at(Active), &[SiteAdministration], SITE,
        "ticked Active", "An administrator ticks **Active** and submits.";
}
