//! The statuses by name: as ids, as words of the consoles, and as they stand in exported lists.

use crate::text::Phrase;
use serde::Serialize;

/// A status. Its meaning can differ between generations: [`super::status`] knows which row holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum StatusId {
    /// In use, or ready for it.
    Active,
    /// Identity proven, never signed in.
    Verified,
    /// Identity not proven.
    NotVerified,
    /// Deactivated.
    Inactive,
    /// Claimed; the user has time to decide about the old data.
    DelayedClaim,
    /// Three meanings over the years.
    Pending,
    /// Locked by Cisco.
    Compliance,
    /// Locked by Cisco.
    Fraud,
    /// Locked by an administrator.
    Suspended,
    /// Claimed; the user chooses at the next sign-in.
    Transient,
    /// Asked for at a site that approves accounts by hand.
    PendingApproval,
}

impl StatusId {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Active,
        Self::Verified,
        Self::NotVerified,
        Self::Inactive,
        Self::DelayedClaim,
        Self::Pending,
        Self::Compliance,
        Self::Fraud,
        Self::Suspended,
        Self::Transient,
        Self::PendingApproval,
    ];

    /// The id in reports and options.
    pub fn id(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Verified => "verified",
            Self::NotVerified => "not-verified",
            Self::Inactive => "inactive",
            Self::DelayedClaim => "delayed-claim",
            Self::Pending => "pending",
            Self::Compliance => "compliance",
            Self::Fraud => "fraud",
            Self::Suspended => "suspended",
            Self::Transient => "transient",
            Self::PendingApproval => "pending-approval",
        }
    }

    /// The status of that id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.id() == id)
    }

    /// The word of the console, in English.
    pub fn label(self) -> &'static str {
        match self {
            Self::Active => "Active",
            Self::Verified => "Verified",
            Self::NotVerified => "Not Verified",
            Self::Inactive => "Inactive",
            Self::DelayedClaim => "Delayed Claim",
            Self::Pending => "Pending",
            Self::Compliance => "Compliance",
            Self::Fraud => "Fraud",
            Self::Suspended => "Suspended",
            Self::Transient => "Transient",
            Self::PendingApproval => "Pending approval",
        }
    }

    /// Name for people.
    pub fn name(self) -> Phrase {
        let id = match self {
            Self::Active => "status-active",
            Self::Verified => "status-verified",
            Self::NotVerified => "status-not-verified",
            Self::Inactive => "status-inactive",
            Self::DelayedClaim => "status-delayed-claim",
            Self::Pending => "status-pending",
            Self::Compliance => "status-compliance",
            Self::Fraud => "status-fraud",
            Self::Suspended => "status-suspended",
            Self::Transient => "status-transient",
            Self::PendingApproval => "status-pending-approval",
        };
        Phrase {
            id,
            english: self.label(),
        }
    }

    /// The status that a word in an exported list means; `None` where no table knows the word.
    pub fn from_word(word: &str) -> Option<Self> {
        let letters: String = word
            .chars()
            .filter(|c| c.is_alphabetic())
            .flat_map(char::to_lowercase)
            .collect();
        Some(match letters.as_str() {
            "active" | "aktivno" => Self::Active,
            "verified" | "potvrđeno" | "provereno" => Self::Verified,
            "notverified" | "unverified" | "nijepotvrđeno" | "nijeprovereno" => Self::NotVerified,
            "inactive" | "deactivated" | "neaktivno" => Self::Inactive,
            "delayedclaim" | "odloženopolaganjeprava" => Self::DelayedClaim,
            "pending" => Self::Pending,
            "compliance" => Self::Compliance,
            "fraud" => Self::Fraud,
            "suspended" => Self::Suspended,
            "transient" => Self::Transient,
            "pendingapproval" | "awaitingapproval" => Self::PendingApproval,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_words_of_a_list() {
        for (word, expected) in [
            ("Active", Some(StatusId::Active)),
            (" not verified ", Some(StatusId::NotVerified)),
            ("Not_Verified", Some(StatusId::NotVerified)),
            ("Delayed Claim", Some(StatusId::DelayedClaim)),
            ("Nije potvrđeno", Some(StatusId::NotVerified)),
            ("Pending approval", Some(StatusId::PendingApproval)),
            ("Invite pending", None),
            ("", None),
        ] {
            assert_eq!(StatusId::from_word(word), expected, "{word}");
        }
        for status in StatusId::ALL {
            assert_eq!(StatusId::from_id(status.id()), Some(status));
            assert_eq!(StatusId::from_word(status.label()), Some(status));
        }
    }
}
