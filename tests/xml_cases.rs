//! Hand-made documents: what is wrong with them, and where.

use error31::xml::{self, Error};

/// Each document with the part that is wrong in `«»`, and the reason.
const WRONG: &[(&str, &str)] = &[
    ("«»", "xml-no-root"),
    ("  \n«»", "xml-no-root"),
    ("<!-- only -->«»", "xml-no-root"),
    ("«text»", "xml-text-before-root"),
    (" «x» <a/>", "xml-text-before-root"),
    ("«&amp;»<a/>", "xml-text-before-root"),
    ("«<![CDATA[]]>»", "xml-text-before-root"),
    ("<a/>«more»", "xml-text-after-root"),
    ("<a></a> \n«;» ", "xml-text-after-root"),
    ("<a/>«<b>»", "xml-second-root"),
    ("<a/>«<b»", "xml-second-root"),
    ("«<!DOCTYPE a»><a/>", "xml-doctype"),
    ("«<!DOCTYPE a» [<!ENTITY b 'c'>]><a>&b;</a>", "xml-doctype"),
    ("«<!DOCTYPE a» [", "xml-doctype"),
    ("«<!doctype html»>", "xml-doctype"),
    ("<a>«<!DOCTYPE a»></a>", "xml-doctype"),
    ("<a>«»", "xml-ends-in-element"),
    ("<a><b>text«»", "xml-ends-in-element"),
    ("<a>«<»", "xml-ends-in-markup"),
    ("<a>«<!»", "xml-ends-in-markup"),
    ("<a>«<!-»", "xml-ends-in-markup"),
    ("<a>«<![CDA»", "xml-ends-in-markup"),
    ("<a>«<saml»", "xml-ends-in-tag"),
    ("<a>«<saml:»", "xml-ends-in-tag"),
    ("<a>«<saml:b c='1' »", "xml-ends-in-tag"),
    ("<a>«<b c='1' d»", "xml-ends-in-tag"),
    ("<a>«<b c='1' d:»", "xml-ends-in-tag"),
    ("<a>«<b /»", "xml-ends-in-tag"),
    ("<a><b «c=»", "xml-ends-in-value"),
    ("<a><b «c='1»", "xml-ends-in-value"),
    ("<a>«</»", "xml-ends-in-end-tag"),
    ("<a>«</a»", "xml-ends-in-end-tag"),
    ("<a>«</a:»", "xml-ends-in-end-tag"),
    ("<a>«<!-- a»", "xml-ends-in-comment"),
    ("<a>«<!-- a --»", "xml-ends-in-comment"),
    ("<a>«<!--»", "xml-ends-in-comment"),
    ("<a>«<!-->»", "xml-ends-in-comment"),
    ("<a>«<![CDATA[ a ]]»", "xml-ends-in-cdata"),
    ("<a>«<?b»", "xml-ends-in-instruction"),
    ("«<?xml version='1.0'»", "xml-ends-in-instruction"),
    ("<a>x «&am»", "xml-ends-in-reference"),
    ("<a>«&#x4»", "xml-ends-in-reference"),
    ("<a>«&»", "xml-stray-ampersand"),
    ("<a><b>«</a>»", "xml-mismatched-end"),
    ("<a>«</A>»", "xml-mismatched-end"),
    ("<p:a xmlns:p='u' xmlns='u'>«</a>»", "xml-mismatched-end"),
    ("<a></a>«</a>»", "xml-unopened-end"),
    ("«</a>»", "xml-unopened-end"),
    ("<a>«</a» b>", "xml-bad-end-tag"),
    ("<a>«</»>", "xml-bad-end-tag"),
    ("<a>«</» a>", "xml-bad-end-tag"),
    ("<a>1 «<» 2</a>", "xml-stray-less-than"),
    ("<a>«<»></a>", "xml-stray-less-than"),
    ("<a>«<!»ELEMENT b></a>", "xml-unknown-markup"),
    ("<a>«<!»></a>", "xml-unknown-markup"),
    ("<a>«<!»[INCLUDE[]]></a>", "xml-unknown-markup"),
    ("<a>«<!»-></a>", "xml-unknown-markup"),
    ("<a>«<b »<c/></a>", "xml-tag-not-closed"),
    ("<a «/» >", "xml-bad-tag"),
    ("<a «'»b'>", "xml-bad-tag"),
    ("<a «=»'b'/>", "xml-bad-tag"),
    ("<«1»/>", "xml-bad-name"),
    ("<a «b+»='1'/>", "xml-bad-name"),
    ("<a><«b\u{D7}»/></a>", "xml-bad-name"),
    ("<«a:b:c»/>", "xml-bad-qualified-name"),
    ("<«:a»/>", "xml-bad-qualified-name"),
    ("<«a:»/>", "xml-bad-qualified-name"),
    ("<a «xmlns:»='u'/>", "xml-bad-qualified-name"),
    ("<a>«\0»</a>", "xml-illegal-character"),
    ("<a b='«\u{1}»'/>", "xml-illegal-character"),
    ("<a><!-- «\u{1B}» --></a>", "xml-illegal-character"),
    ("<a><?b «\u{FFFE}»?></a>", "xml-illegal-character"),
    ("<a><![CDATA[«\u{FFFF}»]]></a>", "xml-illegal-character"),
    ("<a/>«\0»", "xml-illegal-character"),
    ("<a>«\u{8}»]]></a>", "xml-illegal-character"),
    ("<a>R«&»D</a>", "xml-stray-ampersand"),
    ("<a b='x?y=1«&»z=2'/>", "xml-stray-ampersand"),
    ("<a>«&»&amp;</a>", "xml-stray-ampersand"),
    ("<a>«&nbsp;»</a>", "xml-unknown-entity"),
    ("<a b='«&eacute;»'/>", "xml-unknown-entity"),
    ("<a>«&#xD800;»</a>", "xml-bad-character-reference"),
    ("<a b='«&#0;»'/>", "xml-bad-character-reference"),
    ("<a «b»/>", "xml-no-value"),
    ("<a «b»=>", "xml-no-value"),
    ("<a «b» c='1'/>", "xml-no-value"),
    ("<a «b»=1/>", "xml-unquoted-value"),
    ("<a b='1'«c»='2'/>", "xml-missing-space"),
    ("<a b='«<»'/>", "xml-less-than-in-value"),
    (
        "<a><b c=\"1>text«<»/b><d e=\"2\"/></a>",
        "xml-less-than-in-value",
    ),
    ("<a b='1' «b»='2'/>", "xml-duplicate-attribute"),
    ("<a xmlns:p='u' «xmlns:p»='v'/>", "xml-duplicate-attribute"),
    (
        "<a xmlns:p='u' xmlns:q='u' p:b='1' «q:b»='2'/>",
        "xml-duplicate-expanded-name",
    ),
    ("<a>«]]>»</a>", "xml-cdata-end-in-text"),
    ("<a><!-- b «--» c --></a>", "xml-double-hyphen"),
    ("<a><!-- b «--»-></a>", "xml-double-hyphen"),
    ("\n«<?xml version='1.0'?>»<a/>", "xml-late-declaration"),
    ("<a>«<?xml version='1.0'?>»</a>", "xml-late-declaration"),
    ("«<?xml?>»<a/>", "xml-bad-declaration"),
    ("«<?xml encoding='UTF-8'?>»<a/>", "xml-bad-declaration"),
    ("«<?XML version='1.0'?>»<a/>", "xml-reserved-target"),
    ("<a>«<??>»</a>", "xml-bad-name"),
    ("<«p»:a/>", "xml-undeclared-prefix"),
    ("<a «p»:b='1'/>", "xml-undeclared-prefix"),
    ("<a><b xmlns:p='u'/><«p»:c/></a>", "xml-undeclared-prefix"),
    ("<a «xmlns:p»=''/>", "xml-empty-namespace"),
    ("<a «xmlns:xml»='u'/>", "xml-reserved-namespace"),
    ("<a «xmlns:xmlns»='u'/>", "xml-reserved-namespace"),
    ("<«xmlns»:a/>", "xml-reserved-namespace"),
    (
        "<a «xmlns:p»='http://www.w3.org/XML/1998/namespace'/>",
        "xml-reserved-namespace",
    ),
    (
        "<a «xmlns»='http://www.w3.org/2000/xmlns/'/>",
        "xml-reserved-namespace",
    ),
    ("\u{FEFF}«\u{FEFF}»<a/>", "xml-second-mark"),
    ("\u{FEFF}<a>«&»</a>", "xml-stray-ampersand"),
];

/// Documents that are well-formed though they look odd.
const RIGHT: &[&str] = &[
    "<a/>",
    "\u{FEFF}<?xml version='1.0'?><a/>",
    "<?xml version=\"1.0\" encoding=\"EBCDIC\" standalone='no' ?><a></a\n>",
    "<a b='1'\n\tc=\">\"/>",
    "<a><!-->--><!--->--><!-- - --><!----></a>",
    "<a><?b?><?c d?e??><?xml-stylesheet?></a>",
    "<a><![CDATA[<&]]]]><![CDATA[>]]></a>",
    "<!-- a --><?b?><a/><!-- c -->\n<?d?>\n",
    "<a xmlns=''><b xmlns='u'><c xmlns=''/></b></a>",
    "<a xmlns:xml='http://www.w3.org/XML/1998/namespace' xml:lang='en'/>",
    "<a xmlns:p='u' b='1' p:b='2'/>",
    "<čaršija ž='š'/>",
    "<a b = '&#60;' c='&quot;&apos;'>]] > ]]&gt;</a>",
];

fn place(marked: &str) -> (String, usize, usize) {
    let (before, after) = marked.split_once('«').unwrap_or_default();
    let (wrong, after) = after.split_once('»').unwrap_or_default();
    let end = before.len() + wrong.len();
    ([before, wrong, after].concat(), before.len(), end)
}

#[test]
fn wrong() {
    let mut differing = vec![];
    for (marked, reason) in WRONG {
        let (text, start, end) = place(marked);
        let Err(Error {
            reason: found,
            span,
        }) = xml::parse(&text)
        else {
            panic!("accepted: {text}");
        };
        let found = (found.id(), span.start, span.end);
        if found != (*reason, start, end) {
            differing.push((marked, found, (*reason, start, end)));
        }
    }
    assert!(differing.is_empty(), "{differing:#?}");
}

#[test]
fn right() {
    for text in RIGHT {
        let document = xml::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        assert_eq!(document.text(), *text);
    }
}

#[test]
fn bounds() {
    let many =
        |count: usize, part: &dyn Fn(usize) -> String| -> String { (0..count).map(part).collect() };
    let table = [
        (many(257, &|_| "<a>".to_owned()), "xml-too-deep"),
        (many(100_000, &|_| "<a>".to_owned()), "xml-too-deep"),
        (
            many(5_000, &|i| format!("<p{i}:a xmlns:p{i}='{i}'>")),
            "xml-too-deep",
        ),
        (
            format!("<a{}/>", many(20_000, &|i| format!(" b{i}=''"))),
            "xml-too-many-attributes",
        ),
        (
            format!("<a{}/>", many(20_000, &|i| format!(" xmlns:p{i}='u'"))),
            "xml-too-many-attributes",
        ),
        (
            many(200, &|depth| {
                let part = |i| format!(" xmlns:p{depth}.{i}='u'");
                format!("<a{}>", (0..10).map(part).collect::<String>())
            }),
            "xml-too-many-namespaces",
        ),
        (
            format!("<a>{}</a>", "<!---->".repeat(1_000_001)),
            "xml-too-many-nodes",
        ),
        (
            format!(
                "<a>{}</a>",
                "<b c='' d='' e='' f='' g='' h='' i='' j=''/>".repeat(125_001)
            ),
            "xml-too-many-nodes",
        ),
        (" ".repeat((32 << 20) + 1), "xml-too-long"),
    ];
    for (text, reason) in table {
        let error = xml::parse(&text).unwrap_err();
        assert_eq!(error.reason.id(), reason);
    }
    let close = many(256, &|_| "</a>".to_owned());
    let deepest = many(256, &|_| "<a>".to_owned()) + &close;
    assert!(xml::parse(&deepest).is_ok());
}

#[test]
fn bytes() {
    let table: [(&[u8], Option<&str>); 15] = [
        (b"<a/>", None),
        (b"\xFE\xFF\0<\0a\0/\0>", None),
        (
            b"<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE9</a>",
            None,
        ),
        (b"<a>\xE9</a>", Some("xml-broken-bytes")),
        (
            b"<?xml version='1.0' encoding='UTF-16'?><a/>",
            Some("xml-charset-conflict"),
        ),
        (
            b"<?xml version='1.0' encoding='windows-1250'?><a>\x9A</a>",
            Some("xml-unknown-charset"),
        ),
        (b" <a/>x", Some("xml-text-after-root")),
        (b"\xEF\xBB\xBF<a/>", None),
        (b"\xEF\xBB\xBF\xEF\xBB\xBF<a/>", Some("xml-second-mark")),
        (b"\xFE\xFF\xFE\xFF\0<\0a\0/\0>", Some("xml-second-mark")),
        (b"\xFF\xFE\xFF\xFE<\0a\0/\0>\0", Some("xml-second-mark")),
        (b"\0<\0a\0/\0>", Some("xml-no-mark")),
        (b"<\0a\0/\0>\0", Some("xml-no-mark")),
        (b"\xFF\xFE<\0a\0/\0>\0", None),
        (b"\xFF\xFE<\0a\0\0\xD8/\0>\0", Some("xml-broken-bytes")),
    ];
    for (bytes, expected) in table {
        let found = xml::read(bytes).err().map(|error| error.reason.id());
        assert_eq!(found, expected, "{}", String::from_utf8_lossy(bytes));
    }
}

const SAMPLE: &str = "\u{FEFF}<?xml version='1.0' encoding='UTF-8'?>\n<p:a xmlns:p='u' b='č &amp; \t1'>\r\n\
    <!-- š --><c d=\"2\"/>😀&#x161;<![CDATA[<e>]]><?f ž?><p:g p:h='>'>x</p:g></p:a>\n";

#[test]
fn every_prefix_is_refused_with_a_place() {
    let borders = SAMPLE.char_indices().map(|(at, _)| at);
    for end in borders.take_while(|end| *end + 1 < SAMPLE.len()) {
        let text = &SAMPLE[..end];
        let error = xml::parse(text).expect_err(text);
        assert!(text.get(error.span.range()).is_some(), "{text:?} {error:?}");
    }
}

#[test]
fn every_flipped_byte_is_read_or_refused_with_a_place() {
    for at in 0..SAMPLE.len() {
        for byte in *b"\0\t <>&;\"'/=!?-[]:a1\x80\xC3\xFF" {
            let mut bytes = SAMPLE.as_bytes().to_vec();
            bytes[at] = byte;
            let _ = xml::read(&bytes);
            let text = String::from_utf8_lossy(&bytes);
            match xml::parse(&text) {
                Ok(document) => {
                    for element in document.elements() {
                        assert!(text.get(element.span().range()).is_some());
                    }
                }
                Err(error) => {
                    assert!(text.get(error.span.range()).is_some(), "{text:?} {error:?}");
                }
            }
        }
    }
}
