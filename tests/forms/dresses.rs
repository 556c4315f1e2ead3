//! Lines with something around each of them.

use super::{XML, base64, wrapped};
use error31::Input;
use error31::decode::decode;

type Dress = fn(usize, usize, &str) -> String;

/// What stands around each line: its index, its offset in bytes, the line.
const DRESSES: [(&str, Dress); 42] = [
    ("number", |at, _, line| format!("{} {line}", at + 1)),
    ("number from 98", |at, _, line| {
        format!("{} {line}", at + 98)
    }),
    ("number to the right", |at, _, line| {
        format!("{:>4}  {line}", at + 1)
    }),
    ("number and tab", |at, _, line| {
        format!("{}\t{line}", at + 1)
    }),
    ("number and colon", |at, _, line| {
        format!("{}: {line}", at + 1)
    }),
    ("number and full stop", |at, _, line| {
        format!("{}. {line}", at + 1)
    }),
    ("number and bar", |at, _, line| {
        format!("{:>3} | {line}", at + 1)
    }),
    ("number in brackets", |at, _, line| {
        format!("[{}] {line}", at + 1)
    }),
    ("number with zeros", |at, _, line| format!("{at:03} {line}")),
    ("grep", |at, _, line| format!("saml.log:{}:{line}", at + 1)),
    ("offset", |_, offset, line| format!("{offset:04x}: {line}")),
    ("long offset", |_, offset, line| {
        format!("{offset:08x}  {line}")
    }),
    ("offset with its base", |_, offset, line| {
        format!("0x{offset:04x} {line}")
    }),
    ("decimal offset", |_, offset, line| {
        format!("{offset} {line}")
    }),
    ("mail", |_, _, line| format!("> {line}")),
    ("mail without blank", |_, _, line| format!(">{line}")),
    ("mail of a mail", |_, _, line| format!("> > {line}")),
    ("bar", |_, _, line| format!("| {line}")),
    ("bar without blank", |_, _, line| format!("|{line}")),
    ("drawn bar", |_, _, line| format!("│ {line}")),
    ("added", |_, _, line| format!("+{line}")),
    ("removed", |_, _, line| format!("-{line}")),
    ("plus", |_, _, line| format!("+ {line}")),
    ("dash", |_, _, line| format!("- {line}")),
    ("asterisk", |_, _, line| format!("* {line}")),
    ("bullet", |_, _, line| format!("• {line}")),
    ("hash", |_, _, line| format!("# {line}")),
    ("slashes", |_, _, line| format!("// {line}")),
    ("tilde", |_, _, line| format!("~ {line}")),
    ("colon", |_, _, line| format!(": {line}")),
    ("tab", |_, _, line| format!("\t{line}")),
    ("time", |at, _, line| format!("09:14:{at:02} {line}")),
    ("time with parts", |at, _, line| {
        format!("09:14:07.{} {line}", at * 37)
    }),
    ("time of a zone", |at, _, line| {
        format!("2026-11-21T09:14:07.{at:03}Z {line}")
    }),
    ("time in brackets", |_, _, line| {
        format!("[09:14:07] {line}")
    }),
    ("syslog", |_, _, line| {
        format!("Nov 21 09:14:07 idp1 shibd[1234]: {line}")
    }),
    ("log of Java", |at, _, line| {
        format!("2026-11-21 09:14:07,{at:03} DEBUG [main] c.a.SamlFilter - {line}")
    }),
    ("container", |_, _, line| format!("idp_1  | {line}")),
    ("cell", |_, _, line| format!("| {line:<200} |")),
    ("cell of psql", |_, _, line| format!(" {line:<200} +")),
    ("line that goes on", |_, _, line| format!("{line} \\")),
    ("number in hexadecimal", |at, _, line| {
        format!("[{:08x}] {line}", 0xDEAD_BE00_usize + at * 977)
    }),
];

#[test]
fn dressed_lines_are_read_in_every_form() {
    let xml = XML.trim();
    let value = base64(xml.as_bytes());
    let percent = value
        .replace('+', "%2B")
        .replace('/', "%2F")
        .replace('=', "%3D");
    let lines = |text: &str| wrapped(text, "\n");
    let forms = [
        ("XML", xml.to_owned()),
        ("XML below a heading", format!("Response:\n{xml}")),
        ("base64", lines(&value)),
        ("percent", lines(&percent)),
        ("form", lines(&format!("SAMLResponse={value}"))),
        (
            "form, percent",
            lines(&format!("SAMLResponse={percent}&RelayState=x")),
        ),
        ("label", format!("SAMLResponse:\n{}", lines(&value))),
        (
            "between lines",
            format!("we got:\n{}\nDone with it.", lines(&value)),
        ),
    ];
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    let mut wrong = vec![];
    for (dress, around) in DRESSES {
        for (form, text) in &forms {
            let mut offset = 0;
            let mut input = String::new();
            for (at, line) in text.lines().enumerate() {
                input.push_str(&around(at, offset, line));
                input.push('\n');
                offset += line.len() + 1;
            }
            let found = decode(Input::Text(&input)).candidates;
            let is_read = matches!(found.as_slice(), [one] if bare(&one.text) == bare(xml));
            if !is_read {
                wrong.push(format!("{dress} around {form}: {}", found.len()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}: {}", wrong.len(), wrong.join("\n"));
}
