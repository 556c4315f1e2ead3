//! SAML elements in other text: log lines, mails, traces.

use crate::chars::floor;
use crate::decode::find::markup::{self, local, name};
use std::ops::Range;

const NAMES: [&str; 17] = [
    "Response",
    "Assertion",
    "EncryptedAssertion",
    "AuthnRequest",
    "LogoutRequest",
    "LogoutResponse",
    "EntityDescriptor",
    "EntitiesDescriptor",
    "ArtifactResponse",
    "ArtifactResolve",
    "AttributeQuery",
    "ManageNameIDRequest",
    "ManageNameIDResponse",
    "NameIDMappingRequest",
    "NameIDMappingResponse",
    "RequestSecurityTokenResponse",
    "RequestSecurityTokenResponseCollection",
];

/// So far the name of an attribute is looked for in its tag, in bytes.
const NEAR: usize = 400;

/// So many elements are told apart; what follows is left.
const MOST: usize = 100_000;

struct Node<'a> {
    start: usize,
    end: Option<usize>,
    name: &'a str,
    kind: usize,
}

/// Index of the SAML element whose name begins `text` and ends there.
pub(in crate::decode) fn saml_name(text: &str) -> Option<usize> {
    let name = name(text);
    let after = text.get(name.len()..)?;
    let ends = after.is_empty()
        || after.starts_with(|c: char| c.is_whitespace() || matches!(c, '>' | '/' | '\\' | '&'));
    if matches!(name.split_once(':'), Some(("ecp" | "paos", _))) {
        return None;
    }
    let local = local(name);
    let kind = NAMES.iter().position(|known| *known == local)?;
    ends.then_some(kind)
}

/// Which part of an assertion begins `text`, as its name: an `AttributeStatement`, or an `Attribute` of SAML.
pub(in crate::decode) fn excerpt_name(text: &str) -> Option<&'static str> {
    let name = name(text);
    let rest = text.get(name.len()..)?;
    match local(name) {
        "AttributeStatement"
            if rest.starts_with(|c: char| c.is_whitespace() || matches!(c, '>' | '/')) =>
        {
            Some("AttributeStatement")
        }
        "Attribute" if rest.starts_with(char::is_whitespace) => {
            let near = rest.get(..floor(rest, NEAR))?;
            let tag = near.split('>').next()?;
            tag.contains("Name").then_some("Attribute")
        }
        _ => None,
    }
}

/// Whether bytes begin a SAML message, a part of one, or a page; what can't be told apart may be one.
pub(in crate::decode) fn bytes_name_a_message(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let text = String::from_utf8_lossy(head);
    let head = markup::head(text.trim_start_matches('\u{FEFF}'));
    let root = text.get(text.len() - text.trim_start_matches('\u{FEFF}').len() + head.at + 1..);
    let root = root.unwrap_or_default();
    head.root.is_empty()
        || head.is_html
        || saml_name(root).is_some()
        || excerpt_name(root).is_some()
}

/// Whether `text` is a SAML element with its end tag, whose attributes are not quoted twice.
pub(in crate::decode) fn is_whole(text: &str) -> bool {
    let head = markup::head(text);
    let is_saml = text.get(head.at + 1..).and_then(saml_name).is_some();
    let tag = text.get(head.at..).and_then(|rest| rest.split('>').next());
    let is_odd =
        tag.is_some_and(|tag| tag.contains("\\\"") || tag.contains("=\"\"") || tag.contains("=3D"));
    is_saml && !is_odd && markup::end(text).is_some()
}

/// Places of the attribute statements of `text`, else of its attributes, closed or not.
pub(in crate::decode) fn excerpts(text: &str) -> Vec<Range<usize>> {
    struct Tag<'a> {
        at: usize,
        end: usize,
        name: &'a str,
        opens: bool,
        is_statement: bool,
    }
    let mut tags: Vec<Tag> = vec![];
    let mut at = 0;
    while tags.len() < MOST
        && let Some(found) = text.get(at..).and_then(|rest| rest.find('<'))
    {
        let start = at + found;
        at = start + 1;
        let rest = text.get(at..).unwrap_or_default();
        let closing = rest.strip_prefix('/');
        let name = name(closing.unwrap_or(rest));
        let is_named = matches!(local(name), "Attribute" | "AttributeStatement");
        if !is_named || closing.is_none() && excerpt_name(rest).is_none() {
            continue;
        }
        let tag = tag(text.get(start..).unwrap_or_default(), 1 + name.len());
        at = start + tag.length.max(1);
        tags.push(Tag {
            at: start,
            end: at,
            name,
            opens: closing.is_none(),
            is_statement: local(name) == "AttributeStatement",
        });
        if tag.is_empty && closing.is_none() {
            tags.push(Tag {
                at,
                end: at,
                name,
                opens: false,
                is_statement: false,
            });
        }
    }
    let has_statement = tags.iter().any(|tag| tag.is_statement && tag.opens);
    let mut places: Vec<Range<usize>> = vec![];
    let mut open: Option<(usize, &str)> = None;
    for tag in tags
        .iter()
        .filter(|tag| tag.is_statement == has_statement || tag.at == tag.end)
    {
        match (open, tag.opens) {
            (None, true) => open = Some((tag.at, tag.name)),
            (Some((start, _)), true) if !has_statement => {
                places.push(start..tag.at);
                open = Some((tag.at, tag.name));
            }
            (Some((start, name)), false) if name == tag.name => {
                places.push(start..tag.end);
                open = None;
            }
            _ => {}
        }
    }
    if let Some((start, _)) = open {
        let rest = text.get(start..).unwrap_or_default();
        places.push(start..start + rest.trim_end().len());
    }
    places
}

/// Places of the outermost SAML elements of `text`.
///
/// One without an end tag reaches to the next of its kind, or to the end.
pub(in crate::decode) fn elements(text: &str) -> Vec<Range<usize>> {
    let nodes = nodes(text);
    let mut next = [text.len(); NAMES.len()];
    let mut reach: Vec<usize> = Vec::with_capacity(nodes.len());
    for node in nodes.iter().rev() {
        let following = next.get_mut(node.kind);
        reach.push(following.as_deref().copied().unwrap_or(text.len()));
        if let Some(following) = following {
            *following = node.start;
        }
    }
    let mut found: Vec<Range<usize>> = vec![];
    for (node, reach) in nodes.iter().zip(reach.into_iter().rev()) {
        if found.last().is_none_or(|last| last.end <= node.start) {
            let end = node.end.unwrap_or_else(|| {
                let open = text.get(node.start..reach).unwrap_or_default();
                node.start + open.trim_end().len()
            });
            found.push(node.start..end);
        }
    }
    found
}

fn nodes(text: &str) -> Vec<Node<'_>> {
    let mut nodes: Vec<Node> = vec![];
    let mut open: Vec<usize> = vec![];
    let (mut comments, mut sections) = (true, true);
    let mut at = 0;
    while nodes.len() < MOST {
        let Some(found) = text.get(at..).and_then(|rest| rest.find('<')) else {
            break;
        };
        let start = at + found;
        let rest = text.get(start..).unwrap_or_default();
        at = start + 1;
        if rest.starts_with("<!--") {
            skip(rest, "-->", &mut comments, &mut at);
        } else if rest.starts_with("<![CDATA[") {
            skip(rest, "]]>", &mut sections, &mut at);
        } else if let Some(inner) = rest.strip_prefix("</") {
            if saml_name(inner).is_some() {
                let name = name(inner);
                at = start + tag(rest, 2 + name.len()).length;
                close(&mut nodes, &mut open, name, at);
            }
        } else if let Some(kind) = rest.get(1..).and_then(saml_name) {
            let name = rest.get(1..).map(name).unwrap_or_default();
            let tag = tag(rest, 1 + name.len());
            at = start + tag.length;
            let end = tag.is_empty.then_some(at);
            if end.is_none() {
                open.push(nodes.len());
            }
            nodes.push(Node {
                start,
                end,
                name,
                kind,
            });
        }
    }
    nodes
}

fn skip(rest: &str, sign: &str, possible: &mut bool, at: &mut usize) {
    if *possible {
        match rest.find(sign) {
            Some(length) => *at += length + sign.len() - 1,
            None => *possible = false,
        }
    }
}

fn close(nodes: &mut [Node], open: &mut Vec<usize>, name: &str, end: usize) {
    let fits = |index: &&usize| nodes.get(**index).is_some_and(|node| node.name == name);
    let depth = open.iter().rev().take(64).position(|index| fits(&index));
    if let Some(depth) = depth {
        let kept = open.len() - depth - 1;
        if let Some(node) = open.get(kept).and_then(|index| nodes.get_mut(*index)) {
            node.end = Some(end);
        }
        open.truncate(kept);
    }
}

struct Tag {
    length: usize,
    is_empty: bool,
}

fn tag(rest: &str, from: usize) -> Tag {
    let mut quote = None;
    let mut last = 0;
    for (at, &byte) in rest.as_bytes().iter().enumerate().skip(from) {
        match byte {
            b'<' => {
                return Tag {
                    length: at,
                    is_empty: false,
                };
            }
            b'>' if quote.is_none() => {
                return Tag {
                    length: at + 1,
                    is_empty: last == b'/',
                };
            }
            b'"' | b'\'' if quote.is_none() => quote = Some(byte),
            _ if quote == Some(byte) => quote = None,
            _ => {}
        }
        last = byte;
    }
    Tag {
        length: rest.len(),
        is_empty: false,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn found() {
        let table: [(&str, &[&str]); 15] = [
            ("no element <b>here</b><ecp:Response/>", &[]),
            (
                "got <p:Response a='>'><b/></p:Response> at",
                &["<p:Response a='>'><b/></p:Response>"],
            ),
            (
                "<Response/><Assertion />",
                &["<Response/>", "<Assertion />"],
            ),
            (
                "x <Response><Assertion/></Response> <Responses/>",
                &["<Response><Assertion/></Response>"],
            ),
            (
                "x <Response><Response/></Response> y",
                &["<Response><Response/></Response>"],
            ),
            (
                "x <Response><Response></Response></Response> y",
                &["<Response><Response></Response></Response>"],
            ),
            (
                "x <Response><Assertion></Assertion> \n",
                &["<Response><Assertion></Assertion>"],
            ),
            (
                "x <Response>a\ny <Response>b</Response>",
                &["<Response>a\ny", "<Response>b</Response>"],
            ),
            (
                "x <Response><!-- </Response> --></Response>",
                &["<Response><!-- </Response> --></Response>"],
            ),
            (
                "x <Response><![CDATA[</Response>]]></Response>",
                &["<Response><![CDATA[</Response>]]></Response>"],
            ),
            ("x <!-- <Response/>", &["<Response/>"]),
            (
                "</Response><a:Response></b:Response></a:Response>",
                &["<a:Response></b:Response></a:Response>"],
            ),
            (
                "x <Response a=\"<Assertion/>",
                &["<Response a=\"<Assertion/>"],
            ),
            ("x <Response", &["<Response"]),
            ("x <Response></Response", &["<Response></Response"]),
        ];
        for (text, elements) in table {
            let found: Vec<_> = super::elements(text)
                .into_iter()
                .map(|range| &text[range])
                .collect();
            assert_eq!(found, elements, "{text}");
        }
    }
}
