//! The text that a page shows: code between the tags that colour it and break its lines.

use super::escaped;
use super::markup;

/// Elements that begin a line.
const LINES: [&str; 12] = [
    "br", "p", "div", "li", "tr", "pre", "h1", "h2", "h3", "h4", "table", "ol",
];

/// Whether tags stand inside of markup that was escaped to be shown.
pub(in crate::decode) fn has_tags(text: &str) -> bool {
    let mut signs = text.match_indices('&').map(|(at, _)| at);
    let Some(start) = signs.find(|at| escaped::begins(text, *at).is_some()) else {
        return false;
    };
    let end = text.rfind("&gt;").unwrap_or(text.len()).max(start);
    let shown = text.get(start..end).unwrap_or_default();
    let mut tags = shown.match_indices('<');
    tags.any(|(at, _)| {
        markup::starts_like_xml(shown.get(at..).unwrap_or_default())
            || shown.get(at..).is_some_and(|tag| tag.starts_with("</"))
    })
}

/// What `text` shows, its entities as they are; a line for each line.
pub(in crate::decode) fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        let name = markup::local(markup::name(tag.trim_start_matches(['<', '/'])));
        let name = name.to_ascii_lowercase();
        let is_line = LINES.contains(&name.as_str()) && !out.is_empty() && !out.ends_with('\n');
        if is_line && (!tag.starts_with("</") || name != "br") {
            out.push('\n');
        }
        let (length, _) = markup::tag(tag);
        rest = tag.get(length.max(1)..).unwrap_or_default();
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shown() {
        let page = "<div>&lt;<b>p:Response</b>&nbsp;<i>ID</i>=\"_1\"&gt;<br>\n&lt;/p:Response&gt;</div><p>x";
        assert!(has_tags("&lt;p:Response <b>ID</b>=\"_1\"/&gt;"));
        assert!(!has_tags("<div>&lt;p:Response ID=\"_1\"/&gt;</div>"));
        assert_eq!(
            text(page),
            "&lt;p:Response&nbsp;ID=\"_1\"&gt;\n\n&lt;/p:Response&gt;\nx"
        );
    }
}
