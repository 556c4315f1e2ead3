//! No shape of an input costs more than its length: twice the text takes about twice the work, counted and not timed.

use error31::Input;
use error31::decode::decode;

/// In bytes; the second size is twice as much.
const SIZE: usize = if cfg!(debug_assertions) {
    1 << 14
} else {
    1 << 19
};

/// So much more may twice the text cost, in tenths.
const GROWTH: u64 = 22;

/// Title, what is repeated, what ends it.
fn shapes() -> Vec<(&'static str, String, &'static str)> {
    let plain = [
        ("names", "SAMLResponse=", ""),
        ("fields of forms", "<textarea ", ""),
        ("named fields", "<textarea name=SAMLResponse>", ""),
        ("blocks", "SAMLResponse: >\n ", ""),
        ("envelopes", "<Envelope>", ""),
        ("envelopes of SOAP", "<S:Envelope xmlns:S='s'><S:Body>", ""),
        ("tags", "< ", ""),
        ("braces", "{ ", ""),
        ("beginnings of base64", "PHNhbWw", ""),
        ("beginnings of base64, apart", "PHNhbWw ", ""),
        (
            "alternating wrappers",
            "SAMLResponse=%7B\"SAMLResponse\":\"<textarea name=SAMLResponse>&lt;a>",
            "",
        ),
        (
            "alternating wrappers in lines",
            "SAMLResponse=<x a=\"curl 'SAMLRequest: |\n  ",
            "",
        ),
        ("almost base64", "QUJDREVGR0hJSktMTU5PUFFSU1RVVldY", "!"),
        (
            "almost base64 of XML",
            "PHNhbWxwOlJlc3BvbnNlPjxhLz48YS8+",
            "!",
        ),
        ("names of attributes", "'firstname' ", ""),
        ("lines of attributes", "firstname\n", ""),
        (
            "lists",
            "AVA: {'firstname': ['A'], 'email': ['a@b.example']}\n",
            "",
        ),
        ("digits", "3c73616d6c", ""),
        ("numbers", "60, 115, ", ""),
        ("numbers of no list", "3c 7: 61-6d,", ""),
        ("rows of dumps", "0000: 3c 73\n0002: 61 6d\n", ""),
        ("rows with an asterisk", "0000: 3c 73\n*\n", ""),
        ("marks of RTF", "{\\rtf1\\u60?\\par ", ""),
        (
            "lines of one width",
            "<Response                                 >\n",
            "",
        ),
        ("tokens", "eyJh.eyJi.c ", ""),
        ("parts of lines", "2026-11-21T09:14:07Z stdout P <\n", ""),
        ("escaped characters", "\\x3c", ""),
        ("entities", "&#60;", ""),
        ("tags in shown code", "&lt;Response<b>", ""),
        ("no-break spaces", "<Response\u{A0}", ""),
        ("joined names", "=firstname", ""),
        ("arrays", "firstname=array(array(", ""),
    ];
    let mut shapes: Vec<_> = plain
        .map(|(title, piece, end)| (title, piece.to_owned(), end))
        .into();
    let entity = format!("&{}lt;Response>", "amp;".repeat(29));
    let percent = format!("SAMLResponse=%{}3CResponse>&", "25".repeat(29));
    let slashes = format!("{}\"<Response>", "\\".repeat(63));
    shapes.push(("30 layers of entities", entity, ""));
    shapes.push(("30 layers of percent signs", percent, ""));
    shapes.push(("30 layers of backslashes", slashes, ""));
    shapes
}

#[test]
fn twice_the_text_is_twice_the_work() {
    let mut wrong = vec![];
    for (title, piece, end) in shapes() {
        for lead in ["", "<a>"] {
            let work = |size: usize| {
                let text = format!("{lead}{}{end}", piece.repeat(size / piece.len()));
                decode(Input::Text(&text)).work
            };
            let (once, twice) = (work(SIZE), work(2 * SIZE));
            if once == 0 || twice * 10 > once * GROWTH {
                wrong.push(format!("{title} after {lead:?}: {once}, then {twice}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn fields_that_are_not_read_are_told() {
    for piece in [
        "SAMLResponse=x&",
        "<input name=SAMLResponse value=x>",
        "<textarea name=SAMLResponse>x</textarea>",
    ] {
        let more = |count: usize| decode(Input::Text(&piece.repeat(count))).more;
        assert!(!more(100) && more(2_001), "{piece}");
    }
}
