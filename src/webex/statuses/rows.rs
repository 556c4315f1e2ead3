//! One row for each status and meaning, in the order of an account's life.

use super::Generation::{In2025, In2026, SiteAdministration, To2024};
use super::{BL994, Bearing, Generation, NCEB8TM, NIKZBGY, SITE, Status, StatusId};
use crate::text::Phrase;

macro_rules! status {
    ($status:ident $key:literal $generations:expr, $bearing:ident, $sources:expr,
     $brief:literal, $meaning:literal, $todo:literal, $error31:literal) => {
        Status {
            id: StatusId::$status,
            generations: $generations,
            brief: Phrase {
                id: concat!("status-", $key, "-brief"),
                english: $brief,
            },
            meaning: Phrase {
                id: concat!("status-", $key, "-meaning"),
                english: $meaning,
            },
            todo: Phrase {
                id: concat!("status-", $key, "-todo"),
                english: $todo,
            },
            error31: Phrase {
                id: concat!("status-", $key, "-error31"),
                english: $error31,
            },
            bearing: Bearing::$bearing,
            sources: $sources,
        }
    };
}

const HUB: &[Generation] = &[To2024, In2025, In2026];

/// All rows.
pub static ROWS: &[Status] = &[
    status!(NotVerified "not-verified" &[To2024, In2025], Possible, &[BL994, NIKZBGY],
        "identity not proven",
        "The account is in the organisation, but nobody has proven that the address belongs to the user. No service can be used yet.",
        "1. In Control Hub open **Users**, choose the user and send the activation mail again; many at once go in bulk: <https://help.webex.com/nyi1dxj>.\n1. Let the user follow the link in it, then sign in.\n1. Verifying the domain spares the next users this step.",
        "May be the cause. Our reading: an account is there and can’t be used, so Webex can’t make another. Verify it, then try again."),
    status!(Pending "pending-2025" &[In2025], Possible, &[NIKZBGY],
        "licence not accepted",
        "Another organisation offers the user a licence, and the user has not accepted it yet. This is not the approval of a new account.",
        "1. Let the user accept the invitation in the mail and sign in.\n1. If the mail is gone, send the invitation again.",
        "May be the cause. Our reading: the account belongs to another organisation until the invitation is accepted."),
    status!(Pending "pending-2026" &[In2026], Possible, &[NIKZBGY],
        "not proven, or deactivated",
        "Most often: nobody has proven yet that the address belongs to the user. Cisco’s page calls deactivated users so as well. It does not say that anybody has to approve the account.",
        "1. In Control Hub open **Users** and choose the user: the actions offered tell which of the two it is.\n1. If **Reactivate User** is offered, use it. Otherwise send the activation mail again.",
        "May be the cause. Our reading: it is if the user was deactivated; the status alone does not tell."),
    status!(PendingApproval "pending-approval" &[SiteAdministration], Confirms, &[SITE],
        "awaits approval",
        "The site approves account requests by hand (**Review host account requests**), and this one is still open.",
        "1. In Site Administration open the account requests that await approval.\n1. Approve the one of this user.\n1. Let the user sign in again.",
        "Cisco names an account that awaits approval as a cause. Approve it before you change anything at the identity provider."),
    status!(Verified "verified" &[To2024, In2025], RulesOut, &[BL994, NIKZBGY],
        "not signed in yet",
        "The identity of the user is proven; the first sign-in has not happened.",
        "1. Nothing at the account: the next sign-in makes it Active.",
        "Not the cause, by our reading: the account is there and waits for its first sign-in."),
    status!(Active "active" HUB, RulesOut, &[BL994, NIKZBGY],
        "can use Webex",
        "The account is in the organisation and is used, or ready for use.",
        "1. Nothing at the account. Look at the other causes.",
        "Not the cause: the account is neither deactivated nor awaiting approval."),
    status!(Active "active-site" &[SiteAdministration], RulesOut, &[SITE],
        "can use the site",
        "The account is switched on at this site.",
        "1. Nothing at the account. Look at the other causes.",
        "Not the cause: the account is neither deactivated nor awaiting approval."),
    status!(Inactive "inactive" HUB, Confirms, &[BL994, NIKZBGY],
        "cannot sign in",
        "The account is in the organisation, but switched off. Most likely its licence stays taken. An account never begins so.",
        "1. Find out who deactivated it, an administrator or the directory sync. If it was the sync, mend it there, or it comes back.\n1. In Control Hub open **Users**, choose the user and use **⋯ › Reactivate User**.\n1. Let the user sign in again.",
        "Cisco names a deactivated account as a cause. Our reading: Webex tries to make an account that is already there. Reactivate it before you change anything at the identity provider."),
    status!(Inactive "inactive-site" &[SiteAdministration], Confirms, &[SITE],
        "cannot sign in",
        "The account is there and switched off: by an administrator, by failed sign-ins, or by the site itself after some days without use. Nobody is told of the last.",
        "1. In Site Administration open **User Management › Edit User** and untick **Show active accounts only**.\n1. Search for the user, tick **Active**, then **Submit**.\n1. If the site switched it off by itself, look at **Deactivate account after N days of inactivity**.",
        "Cisco names a deactivated account as a cause. It is the usual story where the sign-in worked before. Activate it before you change anything at the identity provider."),
    status!(DelayedClaim "delayed-claim" &[To2024], Possible, &[BL994, NCEB8TM],
        "14 days to decide",
        "The account was claimed from another organisation, and the user has not decided yet what becomes of the data there.",
        "1. Let the user decide, or wait: after 14 days the default decides.\n1. Then look at the status again.",
        "May be the cause. Our reading: the address is still held by the other account until the claim ends."),
    status!(Suspended "suspended" &[In2026], Confirms, &[NIKZBGY],
        "locked by an admin",
        "An administrator has locked the account.",
        "1. Find out which administrator suspended it, and why.\n1. Let them lift it, then let the user sign in again.",
        "Our reading: a locked account counts as deactivated, which Cisco names as a cause. Lift the lock before you change anything at the identity provider."),
    status!(Compliance "compliance" &[In2026], Possible, &[NIKZBGY],
        "locked by Cisco",
        "Cisco has locked the account for reasons of compliance; it stands in the list of restricted users.",
        "1. Only Cisco support can lift it: write to them and name the user.",
        "May be the cause. Our reading: a locked account can’t be made anew; Cisco’s page on error 31 does not name this status."),
    status!(Fraud "fraud" &[In2026], Possible, &[NIKZBGY],
        "locked by Cisco",
        "Cisco has locked the account on a suspicion of fraud; it stands in the list of restricted users.",
        "1. Only Cisco support can lift it: write to them and name the user.",
        "May be the cause. Our reading: a locked account can’t be made anew; Cisco’s page on error 31 does not name this status."),
    status!(Transient "transient" &[In2026], Possible, &[NIKZBGY],
        "claimed, undecided",
        "The user already had an account with an address of this domain, and it was claimed. At the next sign-in the user changes that address or deletes that account.",
        "1. Let the user sign in at <https://web.webex.com> and decide.\n1. Then let them sign in to the site again.",
        "May be the cause. Our reading: the address is still held by the other account."),
];
