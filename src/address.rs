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

/// Whether two addresses lead to the same place: letters of scheme and host, and a port that goes without saying, don’t count.
pub fn is_same(one: &str, other: &str) -> bool {
    normal(one) == normal(other)
}

fn normal(text: &str) -> String {
    let text = text.trim();
    let Some(rest) = without_scheme(text) else {
        return text.to_owned();
    };
    let (authority, tail) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let scheme = text.get(..text.len() - rest.len()).unwrap_or_default();
    let scheme = scheme.to_ascii_lowercase();
    let authority = authority.to_ascii_lowercase();
    let port = if scheme == "https://" { ":443" } else { ":80" };
    let authority = authority.strip_suffix(port).unwrap_or(&authority);
    let tail = if tail.is_empty() { "/" } else { tail };
    format!("{scheme}{authority}{tail}")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_place_is_written_in_several_ways() {
        let one = "https://adriasoft.webex.com/dispatcher?siteurl=adriasoft";
        let table = [
            (one, true),
            (
                " HTTPS://Adriasoft.webex.com:443/dispatcher?siteurl=adriasoft\n",
                true,
            ),
            (
                "http://adriasoft.webex.com/dispatcher?siteurl=adriasoft",
                false,
            ),
            (
                "https://adriasoft.webex.com/Dispatcher?siteurl=adriasoft",
                false,
            ),
            ("https://adriasoft.webex.com/dispatcher", false),
            (
                "https://adriasoft.webex.com:8443/dispatcher?siteurl=adriasoft",
                false,
            ),
            ("", false),
        ];
        for (other, same) in table {
            assert_eq!(is_same(one, other), same, "{other}");
        }
        assert!(is_same("https://a", "https://a/"));
        assert!(is_same(" urn:a ", "urn:a"));
    }
}
