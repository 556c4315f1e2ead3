//! Addresses on the web: their parts, as they stand in messages and captures.

/// An address with its host; without a user name and a port.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Address<'a> {
    /// The host, in the letters that it was written in.
    pub host: &'a str,
    /// From the first `/` to the query.
    pub path: &'a str,
    /// Behind the first `?`.
    pub query: &'a str,
}

impl<'a> Address<'a> {
    /// Reads an address that begins with `https://` or `http://`.
    pub fn parse(text: &'a str) -> Option<Self> {
        let text = text.trim();
        let rest = without_scheme(text)?;
        let (authority, tail) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        let (path, query) = tail.split_once('?').unwrap_or((tail, ""));
        let host = authority.rsplit('@').next()?.split(':').next()?;
        Some(Self { host, path, query })
    }
}

fn without_scheme(text: &str) -> Option<&str> {
    ["https://", "http://"].into_iter().find_map(|scheme| {
        let head = text.get(..scheme.len())?;
        head.eq_ignore_ascii_case(scheme)
            .then(|| text.get(scheme.len()..))?
    })
}

/// The host of an address, empty where it has none.
pub fn host(text: &str) -> &str {
    Address::parse(text).map_or("", |address| address.host)
}

/// Scheme, host and path, without what may be secret behind them.
pub fn without_query(text: &str) -> &str {
    let end = text.find(['?', '#', ';']).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// Whether a text is an address and nothing else.
pub fn is_address(text: &str) -> bool {
    without_scheme(text).is_some() && !text.contains(char::is_whitespace)
}
