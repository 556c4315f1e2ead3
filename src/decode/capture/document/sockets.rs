//! Requests put together from what went over each connection, piece by piece.

use crate::address;

/// So many connections are remembered.
const MOST: usize = 64;

/// Longer requests are none with a message, in bytes.
const LONGEST: usize = 4 << 20;

/// A request over a connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sent {
    /// Head and body, as far as they came.
    pub text: String,
    /// Where it went.
    pub address: Option<String>,
    /// When it began, as the log has it.
    pub started_at: Option<String>,
}

/// The requests that are not whole yet, by the number of their connection.
#[derive(Debug, Default)]
pub(super) struct Sockets(Vec<(u64, Sent)>);

impl Sockets {
    /// Takes the next piece; gives a request that is whole with it.
    pub fn add(&mut self, source: u64, text: &str, started_at: Option<String>) -> Option<Sent> {
        let at = self.0.iter().position(|(other, _)| *other == source);
        let open = at.map(|at| self.0.remove(at).1);
        let mut sent = match open {
            Some(open) if head(text).is_none() && open.text.len() + text.len() <= LONGEST => open,
            _ => Sent {
                text: String::new(),
                address: head(text),
                started_at,
            },
        };
        sent.text.push_str(text);
        if is_whole(&sent.text) {
            return Some(sent);
        }
        if self.0.len() == MOST {
            self.0.remove(0);
        }
        self.0.push((source, sent));
        None
    }

    /// What is left at the end.
    pub fn rest(&mut self) -> Vec<Sent> {
        self.0.drain(..).map(|(_, sent)| sent).collect()
    }
}

/// The address of the request that begins `text`.
fn head(text: &str) -> Option<String> {
    let line = text.lines().next()?;
    let (_, rest) = line
        .split_once(' ')
        .filter(|(method, _)| matches!(*method, "POST" | "GET"))?;
    let (path, version) = rest.rsplit_once(' ')?;
    let path = address::without_query(path);
    let host = header(text, "host").unwrap_or_default();
    let is_http = version.starts_with("HTTP/1.");
    (is_http && !host.is_empty()).then(|| format!("https://{host}{path}"))
}

fn header<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let lines = text.lines().skip(1).take_while(|line| !line.is_empty());
    let mut pairs = lines.filter_map(|line| line.split_once(':'));
    pairs
        .find(|(other, _)| other.eq_ignore_ascii_case(name))
        .map(|(_, value)| value.trim())
}

/// Whether the body is as long as the head says; without a word on it, or without a head, nothing more is waited for.
fn is_whole(text: &str) -> bool {
    let Some((_, body)) = text.split_once("\r\n\r\n") else {
        return head(text).is_none();
    };
    let length: Option<usize> =
        header(text, "content-length").and_then(|length| length.parse().ok());
    length.is_none_or(|length| body.len() >= length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn put_together() {
        let head = "POST /x?y=1 HTTP/1.1\r\nHost: a.example\r\nContent-Length: 6\r\n\r\n";
        let mut sockets = Sockets::default();
        assert_eq!(sockets.add(7, head, Some("then".to_owned())), None);
        assert_eq!(sockets.add(7, "abc", None), None);
        assert!(sockets.add(8, "other", None).is_some());
        let sent = sockets.add(7, "def", None);
        let whole = Sent {
            text: format!("{head}abcdef"),
            address: Some("https://a.example/x".to_owned()),
            started_at: Some("then".to_owned()),
        };
        assert_eq!(sent, Some(whole));
        assert_eq!(sockets.add(7, head, None), None);
        assert_eq!(sockets.rest().len(), 1);
    }
}
