//! What the caller brings in: language, clock, and what the reader knows.

pub use crate::charsets::CharsetReader;

use crate::accounts::Accounts;
use crate::contexts;
use crate::instant::Instant;
use crate::webex::ServiceProvider;
use crate::webex::causes::Console;
use crate::webex::idps::IdentityProvider;
use crate::webex::statuses::StatusId;
use std::sync::Arc;

/// How to read a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Language of the texts as a BCP 47 tag; a language that is not there gives English.
    pub language: String,
    /// The reader's clock.
    pub now: Option<Instant>,
    /// When the message was delivered, where the reader knows it.
    pub signed_in_at: Option<Instant>,
    /// The SSO error code that the reader saw, 1 to 32; `None` takes Webex’s answer in the input, else 31.
    pub code: Option<u8>,
    /// The SSO error code of the link that led here, 1 to 32; taken where neither `code` nor an answer of Webex says one.
    pub linked_code: Option<u8>,
    /// The receiver, where the reader knows better; `None` reads it from the message.
    pub service_provider: Option<ServiceProvider>,
    /// The product that sends, where the reader knows better; `None` reads it from the message.
    pub identity_provider: Option<&'static IdentityProvider>,
    /// Attributes that this site requires besides the four.
    pub required: Vec<String>,
    /// Further spellings of Member Status.
    pub member_status: Vec<String>,
    /// The site's list of classes of authentication: each text one entry or several, joined by `;` or one a line.
    pub authn_contexts: Vec<String>,
    /// The user list, where the reader has one.
    pub accounts: Option<Arc<Accounts>>,
    /// What the reader looked up at Webex.
    pub answers: Answers,
    /// Whether signatures are verified.
    pub signatures: bool,
    /// What a service or an identity provider publishes of itself, to hold messages against: metadata or a certificate each,
    /// told apart by what is in it. The first [`MAX_METADATA`] count, up to 32 MB together.
    pub metadata: Vec<Vec<u8>>,
    /// Reads the charsets that the engine doesn't know.
    pub charsets: Option<CharsetReader>,
    /// What was given as an option and could not be taken, to be told in the report.
    pub ignored: Vec<Ignored>,
}

/// Something that was given as an option and could not be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ignored {
    /// Its name, as it was given.
    pub name: String,
    /// What the option takes; `None` where there is no such option.
    pub takes: Option<Takes>,
}

/// What an option takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Takes {
    /// A text.
    Text,
    /// A moment.
    Moment,
    /// A whole number between these two.
    Number(u32, u32),
    /// One of these ids.
    One(Vec<&'static str>),
    /// A list of texts.
    Texts,
    /// Files as bytes.
    Files,
    /// A user list.
    Accounts,
    /// Options of its own.
    Object,
}

/// So many files of metadata are read.
pub const MAX_METADATA: usize = 8;

impl Default for Options {
    fn default() -> Self {
        Self {
            language: "en".to_owned(),
            now: None,
            signed_in_at: None,
            code: None,
            linked_code: None,
            service_provider: None,
            identity_provider: None,
            required: vec![],
            member_status: vec![],
            authn_contexts: vec![],
            accounts: None,
            answers: Answers::default(),
            signatures: true,
            metadata: vec![],
            charsets: None,
            ignored: vec![],
        }
    }
}

impl Options {
    /// The entries of the site's list of classes of authentication.
    pub fn contexts(&self) -> impl Iterator<Item = &str> {
        self.authn_contexts
            .iter()
            .flat_map(|list| contexts::entries(list))
    }
}

/// What the reader looked up at Webex; `None` where nothing was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Answers {
    /// The account of the user.
    pub account: Option<AccountAnswer>,
    /// Whether a host licence is free.
    pub host_licence_free: Option<bool>,
    /// Whether the site has a partner ID.
    pub partner_id: Option<bool>,
    /// Whether the site marks a further field as required that is not in the message.
    pub other_field_missing: Option<bool>,
    /// The number of host licences bought.
    pub licences_bought: Option<u32>,
    /// Where the site is managed.
    pub managed_in: Option<Console>,
}

/// What the reader says of the account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountAnswer {
    /// There is none.
    None,
    /// It has this status.
    Status(StatusId),
}

impl AccountAnswer {
    /// The id in reports and options.
    pub fn id(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Status(status) => status.id(),
        }
    }

    /// The answer of that id.
    pub fn from_id(id: &str) -> Option<Self> {
        match id {
            "none" => Some(Self::None),
            _ => StatusId::from_id(id).map(Self::Status),
        }
    }
}
