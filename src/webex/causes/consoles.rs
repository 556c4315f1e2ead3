//! How to tell which console a site is managed in.

use crate::text::Phrase;
use crate::webex::pages::{self, Page};

/// Something that tells it.
#[derive(Debug, PartialEq, Eq)]
pub struct Sign {
    /// What tells what.
    pub text: Phrase,
    /// The pages that say so.
    pub sources: &'static [&'static Page],
}

/// The question.
pub static WHICH_CONSOLE: Phrase = Phrase::new("which-console", "Which console do I have?");

/// What answers it.
pub static SIGNS: &[Sign] = &[
    Sign {
        text: Phrase::new(
            "console-by-message",
            "A message to `…/dispatcher/SAML2AuthService` belongs to the site’s own SSO, which is set up in Site Administration (our reading); one to `idbroker….webex.com` belongs to the SSO of Control Hub.",
        ),
        sources: &[&pages::SSO_MEETINGS, &pages::SSO],
    },
    Sign {
        text: Phrase::new(
            "console-by-filter",
            "In Control Hub the filter **Webex sites** under **Users** lists the sites that are managed there. A site that is only linked is not in it.",
        ),
        sources: &[&pages::STATUSES],
    },
    Sign {
        text: Phrase::new(
            "console-if-linked",
            "Linked sites still have their users and licences in Site Administration. After an update to Control Hub, Site Administration can’t be used for the site; **Update Administration** there shows whether a site can be updated.",
        ),
        sources: &[
            &pages::MOVE_TO_HUB,
            &pages::LINK_SITES,
            &pages::UPDATE_TO_HUB,
        ],
    },
];
