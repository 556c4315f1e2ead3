//! The tree against roxmltree's: names, namespaces, attributes, text and places.

use crate::support;
use error31::Input;
use error31::charset;
use error31::decode::decode;
use error31::xml::{self, Element, Node};

const SAMPLES: &[&str] = &[
    "<a/>",
    "\u{FEFF}<?xml version='1.0'?><a>š</a>",
    "<a xmlns='u' xmlns:p='v' b='1' p:c='2'><p:d xmlns=''><e xmlns:p='w' p:f=''/></p:d>t</a>",
    "<a b=' 1\t2\n3\r\n4\r5 &#9;&#10;&#13; &lt;&amp;&quot;&apos;&gt; '>x\r\ny\rz&#13;&#x161;<![CDATA[<\r\n&lt;]]>w</a>",
    "<?p q?><!-- c --><a>1<!-- 2 -->3<?r s?>4<b>5</b>6</a>\n<!-- d -->",
    "<a xml:lang='en' xml:space='preserve' >  <b></b >  </a >",
    "<a c=\"'\" d='\"'>]] &gt; 😀<b e='>'/></a>",
];

/// One line for each thing that both trees tell.
fn ours(element: Element) -> Vec<String> {
    let mut lines = vec![];
    let nodes = std::iter::once(Node::Element(element)).chain(element.descendants());
    for node in nodes {
        let range = node.span().range();
        match node {
            Node::Element(element) => {
                let name = (element.namespace(), element.local_name());
                lines.push(format!("element {name:?} {range:?}"));
                for found in element.attributes() {
                    let name = (found.namespace(), found.local_name(), found.value());
                    let places = (found.span().range(), found.value_span().range());
                    lines.push(format!("attribute {name:?} {places:?}"));
                }
            }
            Node::Text(text) if text.value().is_empty() => {}
            Node::Text(text) => lines.push(format!("text {:?}", text.value())),
            Node::Comment(comment) => {
                lines.push(format!("comment {:?} {range:?}", comment.value()))
            }
            Node::Pi(_) => lines.push(format!("pi {range:?}")),
        }
    }
    lines
}

fn theirs(root: roxmltree::Node) -> Vec<String> {
    let mut lines = vec![];
    for node in root.descendants() {
        let range = node.range();
        if node.is_element() {
            let name = node.tag_name();
            let namespace = name.namespace().filter(|uri| !uri.is_empty());
            let name = (namespace, name.name());
            lines.push(format!("element {name:?} {range:?}"));
            for found in node.attributes() {
                let name = (found.namespace(), found.name(), found.value());
                let places = (found.range(), found.range_value());
                lines.push(format!("attribute {name:?} {places:?}"));
            }
        } else if let Some(text) = node.text().filter(|_| node.is_text()) {
            lines.push(format!("text {text:?}"));
        } else if let Some(comment) = node.text().filter(|_| node.is_comment()) {
            lines.push(format!("comment {comment:?} {range:?}"));
        } else if node.is_pi() {
            lines.push(format!("pi {range:?}"));
        }
    }
    lines
}

/// Asserts that both trees are the same; whether both read the text.
fn agree(text: &str, name: &str) -> bool {
    let (Ok(document), Ok(other)) = (xml::parse(text), roxmltree::Document::parse(text)) else {
        return false;
    };
    let (ours, theirs) = (ours(document.root()), theirs(other.root_element()));
    for (ours, theirs) in ours.iter().zip(&theirs) {
        assert_eq!(ours, theirs, "{name}");
    }
    assert_eq!(ours.len(), theirs.len(), "{name}");
    true
}

#[test]
fn samples() {
    for text in SAMPLES {
        assert!(agree(text, text), "{text}");
    }
}

#[test]
fn fixtures() {
    let mut compared = 0;
    for fixture in support::fixtures().unwrap() {
        for candidate in decode(Input::Bytes(&fixture.input)).candidates {
            compared += usize::from(agree(&candidate.text, &fixture.name));
        }
    }
    println!("compared: {compared}");
    assert!(compared > 70, "fixtures: {compared}");
}

#[test]
fn corpus() {
    let Some(files) = support::corpus::files() else {
        return;
    };
    let mut compared = 0;
    for file in files {
        if let Ok(decoded) = charset::decode(&file.bytes().unwrap()) {
            compared += usize::from(agree(&decoded.text, file.name()));
        }
    }
    println!("compared: {compared}");
    assert!(compared > 500, "the corpus is not whole");
}

#[test]
fn handles() {
    let text = "<a xmlns='u' xmlns:p='v'>\n<p:b c='1' p:c='&amp;2'>x<d/>y</p:b><!-- e --></a>";
    let document = xml::parse(text).unwrap();
    let root = document.root();
    let b = root.elements().next().unwrap();
    let at = |span: error31::diagnostic::Span| &text[span.range()];
    assert!(b.is("v", "b") && root.is("u", "a") && !root.is("v", "a"));
    assert_eq!((b.prefix(), root.prefix()), (Some("p"), None));
    assert_eq!(b.parent(), Some(root));
    assert_eq!(root.parent(), None);
    assert_eq!(at(b.name_span()), "p:b");
    assert_eq!(at(b.tag_span()), "<p:b c='1' p:c='&amp;2'>");
    assert_eq!(b.end_tag_span().map(at), Some("</p:b>"));
    assert_eq!(at(b.content_span()), "x<d/>y");
    assert_eq!(b.text(), "xy");
    assert_eq!(b.attribute(None, "c").unwrap().value(), "1");
    let attribute = b.attribute(Some("v"), "c").unwrap();
    assert_eq!(attribute.value(), "&2");
    assert_eq!(at(attribute.name_span()), "p:c");
    assert_eq!(at(attribute.value_span()), "&amp;2");
    assert_eq!(at(attribute.span()), "p:c='&amp;2'");
    assert_eq!(attribute.prefix(), Some("p"));
    let d = b.elements().next().unwrap();
    assert_eq!((d.end_tag_span(), at(d.span())), (None, "<d/>"));
    assert_eq!(
        d.ancestors().map(|e| e.local_name()).collect::<Vec<_>>(),
        ["b", "a"]
    );
    assert_eq!(d.lookup(Some("p")), Some("v"));
    assert_eq!((d.lookup(None), d.lookup(Some("q"))), (Some("u"), None));
    let declarations: Vec<_> = root
        .declarations()
        .map(|d| (d.prefix, d.namespace))
        .collect();
    assert_eq!(declarations, [(None, Some("u")), (Some("p"), Some("v"))]);
    assert_eq!(
        root.declarations().map(|d| at(d.span)).last(),
        Some("xmlns:p='v'")
    );
    assert_eq!(
        (root.children().count(), root.descendants().count()),
        (3, 6)
    );
    assert_eq!(
        (document.elements().count(), document.nodes().count()),
        (3, 1)
    );
}
