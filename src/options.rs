//! What the caller brings in: language, clock, and what the reader knows.

use crate::instant::Instant;
use crate::webex::ServiceProvider;

/// How to read a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Language of the texts as a BCP 47 tag; a language that is not there gives English.
    pub language: String,
    /// The reader's clock.
    pub now: Option<Instant>,
    /// When the message was delivered, where the reader knows it.
    pub signed_in_at: Option<Instant>,
    /// The SSO error code that the reader saw, 1 to 32; `None` takes the one found in the input, else 31.
    pub code: Option<u8>,
    /// The receiver, where the reader knows better; `None` reads it from the message.
    pub service_provider: Option<ServiceProvider>,
    /// Attributes that this site requires besides the four.
    pub required: Vec<String>,
    /// Further spellings of Member Status.
    pub member_status: Vec<String>,
    /// Reads the charsets that the engine doesn't know.
    pub charsets: Option<CharsetReader>,
}

/// Reads bytes in the charset of a declared name: gives the text, or `None` where it doesn't know the name or the
/// bytes are not in that charset.
#[derive(Debug, Clone, Copy)]
pub struct CharsetReader(pub fn(&str, &[u8]) -> Option<String>);

impl PartialEq for CharsetReader {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::fn_addr_eq(self.0, other.0)
    }
}

impl Eq for CharsetReader {}

impl Default for Options {
    fn default() -> Self {
        Self {
            language: "en".to_owned(),
            now: None,
            signed_in_at: None,
            code: None,
            service_provider: None,
            required: vec![],
            member_status: vec![],
            charsets: None,
        }
    }
}
