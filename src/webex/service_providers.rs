//! The four service providers that hide behind “Webex”, and how a message shows which one it is for.

use super::attributes::{self, Attribute};
use super::pages::{self, Page};
use crate::address::Address;
use crate::ids::ids;
use crate::text::{Phrase, texts};

ids! {
    /// Who a message is addressed to.
    pub enum ServiceProvider {
        /// A Webex Meetings site run from Site Administration.
        MeetingsSite = "meetings-site",
        /// Webex Messenger, Connect or Jabber IM.
        Messenger = "messenger",
        /// A Control Hub organisation.
        ControlHub = "control-hub",
        /// WebEx Meetings Server, on premises.
        MeetingsServer = "meetings-server",
        /// Anybody else.
        Other = "other",
    }
}

/// The entity ID of Meetings sites and Messenger unless their administrator has set another.
pub const DEFAULT_AUDIENCE: &str = "http://www.webex.com";

/// What is known of one service provider.
#[derive(Debug)]
struct Row {
    name: Phrase,
    /// Whether it answers with the numbered error 31.
    has_code_31: bool,
    /// How it words what it answers.
    answers: &'static Phrase,
    /// Who manages its users.
    managed: &'static Phrase,
    /// The NameID formats that it lists; `None` where no list was found.
    name_id_formats: Option<&'static [&'static str]>,
    /// Where that list was found, and what else is known of formats.
    formats_note: &'static Phrase,
    /// The pages that say so, besides those of its attributes.
    sources: &'static [&'static Page],
    /// What it needs before it makes an account, the user name first.
    required: &'static [Attribute],
    /// What it reads besides.
    optional: &'static [&'static [Attribute]],
}

texts! {
    NUMBERS "sp-answers-numbers" "Numbers from 1 to 32, with a few words.";
    NUMBERS_MESSENGER "sp-answers-numbers-messenger" "The same numbers as a Meetings site, in a small XML document. That the numbering is the same is known from one public report of code 31.";
    WORDS_HUB "sp-answers-words" "Words. No numbers were found.";
    WORDS_SERVER "sp-answers-words-server" "Words, such as “Auto Account Creation failed”, without a number.";
    UNKNOWN_ANSWERS "sp-answers-unknown" "Not known.";
    IN_SITE_OR_LINKED "sp-managed-site" "Site Administration, also where the site is linked to an organisation in Control Hub: users, licences and the site’s own SSO stay there (of SSO that is our reading). Once the site is updated to Control Hub, users sign in through Control Hub instead.";
    IN_MESSENGER "sp-managed-messenger" "The administration tool of Webex Messenger.";
    IN_HUB "sp-managed-hub" "Control Hub.";
    ON_SERVER "sp-managed-server" "The administration site of the server itself.";
    UNKNOWN_MANAGED "sp-managed-unknown" "Not known; it is read as a Meetings site.";
    FROM_METADATA "sp-formats-metadata" "From the metadata of one Meetings site in a public repository. What counts is the format set at Webex.";
    AS_THE_SITE "sp-formats-as-site" "The administration tool offers five formats of these names; that they are the identifiers of a Meetings site is our reading.";
    FROM_GUIDES "sp-formats-guides" "From Cisco’s set-up guides for Control Hub.";
    EMAIL_NAME_ID "sp-formats-email" "The NameID has to be the e‑mail address; which formats are taken was not found.";
    NO_LIST "sp-formats-none" "No list was found.";
}

static MEETINGS_SITE: Row = Row {
    name: Phrase::new("sp-meetings-site", "Webex Meetings site"),
    has_code_31: true,
    answers: &NUMBERS,
    managed: &IN_SITE_OR_LINKED,
    name_id_formats: Some(MEETINGS_FORMATS),
    formats_note: &FROM_METADATA,
    sources: &[
        &pages::SSO_ERRORS,
        &pages::LINK_SITES,
        &pages::MOVE_TO_HUB,
        &pages::UPDATE_TO_HUB,
    ],
    required: attributes::REQUIRED,
    optional: &[attributes::MEETINGS, attributes::ROLE],
};

static MESSENGER: Row = Row {
    name: Phrase::new("sp-messenger", "Webex Messenger"),
    has_code_31: true,
    answers: &NUMBERS_MESSENGER,
    managed: &IN_MESSENGER,
    name_id_formats: Some(MEETINGS_FORMATS),
    formats_note: &AS_THE_SITE,
    sources: &[],
    required: attributes::REQUIRED,
    optional: &[attributes::MESSENGER],
};

/// It reads whatever its administrator has mapped, so nothing else is listed.
static CONTROL_HUB: Row = Row {
    name: Phrase::new("sp-control-hub", "Webex Control Hub"),
    has_code_31: false,
    answers: &WORDS_HUB,
    managed: &IN_HUB,
    name_id_formats: Some(CONTROL_HUB_FORMATS),
    formats_note: &FROM_GUIDES,
    sources: &[&pages::FAILED_STATUS, &pages::SSO, &pages::OKTA],
    required: attributes::REQUIRED_CONTROL_HUB,
    optional: &[],
};

static MEETINGS_SERVER: Row = Row {
    name: Phrase::new("sp-meetings-server", "WebEx Meetings Server"),
    has_code_31: false,
    answers: &WORDS_SERVER,
    managed: &ON_SERVER,
    name_id_formats: None,
    formats_note: &EMAIL_NAME_ID,
    sources: &[
        &pages::SERVER_GUIDE_2_0,
        &pages::SERVER_PLANNING,
        &pages::SERVER_USER_NAMES,
    ],
    required: attributes::REQUIRED_SERVER,
    optional: &[attributes::SERVER],
};

/// Anybody else is read as a Meetings site.
static OTHER: Row = Row {
    name: Phrase::new("sp-other", "Another service"),
    has_code_31: false,
    answers: &UNKNOWN_ANSWERS,
    managed: &UNKNOWN_MANAGED,
    name_id_formats: None,
    formats_note: &NO_LIST,
    sources: &[],
    required: attributes::REQUIRED,
    optional: &[attributes::MEETINGS, attributes::ROLE],
};

/// NameID formats in the metadata of a Meetings site.
const MEETINGS_FORMATS: &[&str] = &[
    "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified",
    "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress",
    "urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName",
    "urn:oasis:names:tc:SAML:2.0:nameid-format:entity",
    "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
];

/// NameID formats in Cisco's set-up guides for Control Hub.
const CONTROL_HUB_FORMATS: &[&str] = &[
    "urn:oasis:names:tc:SAML:2.0:nameid-format:transient",
    "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified",
    "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress",
];

impl ServiceProvider {
    fn row(self) -> &'static Row {
        match self {
            Self::MeetingsSite => &MEETINGS_SITE,
            Self::Messenger => &MESSENGER,
            Self::ControlHub => &CONTROL_HUB,
            Self::MeetingsServer => &MEETINGS_SERVER,
            Self::Other => &OTHER,
        }
    }

    /// The service provider with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sp| sp.id() == id)
    }

    /// The name for people.
    pub fn name(self) -> Phrase {
        self.row().name
    }

    /// Whether it answers with the numbered error 31.
    pub fn has_code_31(self) -> bool {
        self.row().has_code_31
    }

    /// Whether error 31 may come from it: also where the message names somebody else, since a Webex site may use a name
    /// of its own.
    pub fn may_answer_31(self) -> bool {
        self.has_code_31() || self == Self::Other
    }

    /// The NameID formats that it lists; `None` where no list was found.
    pub fn name_id_formats(self) -> Option<&'static [&'static str]> {
        self.row().name_id_formats
    }

    /// How it words what it answers: numbers or words.
    pub fn answers(self) -> &'static Phrase {
        self.row().answers
    }

    /// Who manages its users, and what linking to Control Hub changes.
    pub fn managed(self) -> &'static Phrase {
        self.row().managed
    }

    /// Where the list of NameID formats was found, and how sure it is.
    pub fn formats_note(self) -> &'static Phrase {
        self.row().formats_note
    }

    /// The pages about it, besides those of its attributes.
    pub fn sources(self) -> &'static [&'static Page] {
        self.row().sources
    }

    /// What it needs before it makes an account, the user name first; anybody else is read as a Meetings site.
    pub fn required(self) -> &'static [Attribute] {
        self.row().required
    }

    /// What it reads besides. Control Hub reads whatever its administrator has mapped, so its list is empty.
    pub fn optional(self) -> impl Iterator<Item = &'static Attribute> {
        self.row().optional.iter().copied().flatten()
    }

    /// All that it reads, what it needs first.
    pub fn attributes(self) -> impl Iterator<Item = &'static Attribute> {
        self.required().iter().chain(self.optional())
    }
}

/// What a receiver was recognised by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because<'a> {
    /// The reader said so.
    Reader,
    /// This address in the message.
    Address(&'a str),
    /// This audience in the message.
    Audience(&'a str),
    /// Webex's own answer in the input has the shape of this service.
    Answer,
}

/// A sign of a receiver in a message.
pub type Sign<'a> = (ServiceProvider, Because<'a>);

/// What speaks for whom in a message with these addresses (`Recipient`, `Destination`) and audiences, the strongest first.
pub fn signs<'a>(addresses: &[&'a str], audiences: &[&'a str]) -> Vec<Sign<'a>> {
    let is_address = |text: &str, wanted: fn(&Address) -> bool| {
        Address::parse(text.trim()).is_some_and(|address| wanted(&address))
    };
    let address = |wanted| {
        let found = addresses.iter().find(|text| is_address(text, wanted));
        found.copied().map(Because::Address)
    };
    let audience = |wanted: &dyn Fn(&str) -> bool| {
        let found = audiences.iter().find(|text| wanted(text.trim()));
        found.copied().map(Because::Audience)
    };
    let ranked = [
        (
            ServiceProvider::MeetingsSite,
            address(|a| is_webex(a) && a.path == "/dispatcher/SAML2AuthService"),
        ),
        (ServiceProvider::ControlHub, address(is_control_hub)),
        (
            ServiceProvider::ControlHub,
            audience(&|text| is_address(text, is_control_hub)),
        ),
        (
            ServiceProvider::MeetingsSite,
            audience(&|text| text.trim_end_matches('/') == DEFAULT_AUDIENCE),
        ),
    ];
    let known: Vec<_> = ranked
        .into_iter()
        .filter_map(|(service, because)| Some((service, because?)))
        .collect();
    if !known.is_empty() {
        return known;
    }
    let audience = audiences.first().copied().map(Because::Audience);
    let named = audience.or_else(|| addresses.first().copied().map(Because::Address));
    let stranger = named.map(|because| (ServiceProvider::Other, because));
    stranger.into_iter().collect()
}

/// The receiver of such a message: a Meetings site where it names nobody.
pub fn recognise(addresses: &[&str], audiences: &[&str]) -> ServiceProvider {
    let signs = signs(addresses, audiences);
    signs
        .first()
        .map_or(ServiceProvider::MeetingsSite, |(service, _)| *service)
}

/// The name of the Meetings site that an address names, in its query or its host.
pub fn site(address: &str) -> Option<&str> {
    let address = Address::parse(address).filter(is_webex)?;
    let query = address
        .query
        .split('&')
        .find_map(|pair| pair.strip_prefix("siteurl="));
    let host = address
        .host
        .strip_suffix(".webex.com")
        .map(|host| host.split('.').next().unwrap_or(host));
    query
        .filter(|site| is_site(site))
        .or(host.filter(|site| is_site(site) && !matches!(*site, "www" | "idbroker")))
}

fn is_site(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 63
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

fn is_webex(address: &Address) -> bool {
    super::is_host(address.host)
}

fn is_control_hub(address: &Address) -> bool {
    is_webex(address) && address.host.to_ascii_lowercase().starts_with("idbroker")
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACS: &str = "https://adriasoft.webex.com/dispatcher/SAML2AuthService?siteurl=adriasoft";

    #[test]
    fn recognises_the_receiver() {
        use ServiceProvider::{ControlHub, MeetingsSite, Other};
        for (addresses, audiences, expected) in [
            (&[ACS][..], &["http://www.webex.com"][..], MeetingsSite),
            (&[ACS], &["urn:our-own-id"], MeetingsSite),
            (&[], &["http://www.webex.com/"], MeetingsSite),
            (&[], &[], MeetingsSite),
            (
                &[],
                &["https://idbroker.webex.com/11111111-2222"],
                ControlHub,
            ),
            (
                &["https://idbroker-eu.webex.com/idb/Consumer/metaAlias/1111/sp"],
                &["x"],
                ControlHub,
            ),
            (&["https://sp.example/acs"], &["https://sp.example"], Other),
            (
                &["https://webex.com.evil.example/dispatcher/SAML2AuthService"],
                &[],
                Other,
            ),
            (
                &["https://evil.example/dispatcher/SAML2AuthService"],
                &["https://evil.example"],
                Other,
            ),
        ] {
            assert_eq!(
                recognise(addresses, audiences),
                expected,
                "{addresses:?} {audiences:?}"
            );
        }
    }

    #[test]
    fn tells_each_sign_the_strongest_first() {
        use ServiceProvider::{ControlHub, MeetingsSite, Other};
        let hub = "https://idbroker.webex.com/11111111-2222";
        for (addresses, audiences, expected) in [
            (
                &[ACS][..],
                &[hub, "http://www.webex.com"][..],
                &[
                    (MeetingsSite, Because::Address(ACS)),
                    (ControlHub, Because::Audience(hub)),
                    (MeetingsSite, Because::Audience("http://www.webex.com")),
                ][..],
            ),
            (&["x"], &[], &[(Other, Because::Address("x"))]),
            (&["x"], &["y"], &[(Other, Because::Audience("y"))]),
            (&[], &[], &[]),
        ] {
            assert_eq!(signs(addresses, audiences), expected);
        }
    }

    #[test]
    fn reads_the_site() {
        for (address, expected) in [
            (ACS, Some("adriasoft")),
            (
                "https://adriasoft.webex.com/dispatcher/SAML2AuthService",
                Some("adriasoft"),
            ),
            ("https://adriasoft.my.webex.com/x", Some("adriasoft")),
            (
                "https://www.webex.com/dispatcher/SAML2AuthService?siteurl=a-b",
                Some("a-b"),
            ),
            (
                "https://www.webex.com/dispatcher/SAML2AuthService?siteurl=a/../b",
                None,
            ),
            ("https://evil.example/?siteurl=a", None),
            ("adriasoft.webex.com", None),
        ] {
            assert_eq!(site(address), expected, "{address}");
        }
    }
}
