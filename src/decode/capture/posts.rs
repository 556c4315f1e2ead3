//! Which message was posted to which host, so that an answer finds its message.

use crate::webex::is_host;

/// The last message for each host.
#[derive(Debug, Default)]
pub(in crate::decode) struct Posts(Vec<(String, usize)>);

/// So many hosts are remembered.
const MOST: usize = 50;

impl Posts {
    /// Remembers which message was posted to a host.
    pub fn add(&mut self, host: &str, index: usize) {
        self.0.retain(|(other, _)| other != host);
        if self.0.len() == MOST {
            self.0.remove(0);
        }
        self.0.push((host.to_owned(), index));
    }

    /// The message that was posted last to a host, else to any host of Webex where this is one.
    pub fn last(&self, host: &str) -> Option<usize> {
        let mut posts = self.0.iter().rev();
        let same = self.0.iter().rev().find(|(other, _)| other == host);
        let found = same.or_else(|| posts.find(|(other, _)| is_host(host) && is_host(other)));
        found.map(|(_, index)| *index)
    }
}
