//! `docs/api.md`: the calls and types of the npm package, made of the types that are published with it.

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;

use anyhow::{Context, Result, bail, ensure};

use crate::shell::write;

/// The reference as it is now.
const MARKDOWN: &str = "target/package/api.md";

/// The one in the docs; a test holds it against what it would be now, and `UPDATE=1` writes it.
const DOCS: &str = "docs/api.md";

const HEAD: &str = "<!-- Made of error31.d.ts by `UPDATE=1 cargo xtask build`. -->

# The calls and types of the npm package

```js
import { check } from \"error31\"; // ES module; from Node.js 20.19 on also: const { check } = require(\"error31\");
```

[package/README.md](../package/README.md) says when to use which, with recipes. A name with `?` can be left out.
";

/// What is called first.
const FIRST: [&str; 3] = ["check", "scan", "init"];

/// Something that is exported.
#[derive(Debug, PartialEq)]
struct Item<'a> {
    name: &'a str,
    docs: String,
    /// The declaration as it stands, without `export` and without the docs in it.
    code: String,
    /// Of an interface.
    fields: Vec<Field>,
}

#[derive(Debug, PartialEq)]
struct Field {
    name: String,
    of: String,
    docs: String,
}

/// Writes the reference of these types.
pub fn build(types: &str) -> Result<()> {
    let markdown = markdown(types)?;
    if env::var_os("UPDATE").is_some() {
        write(DOCS, &markdown)?;
    }
    write(MARKDOWN, markdown)
}

fn markdown(types: &str) -> Result<String> {
    let mut items = items(types)?;
    items.sort_by_key(|item| item.name.to_lowercase());
    let is_call = |item: &Item| item.code.starts_with("function ");
    let (mut calls, others): (Vec<_>, Vec<_>) = items.into_iter().partition(is_call);
    let place = |item: &Item| FIRST.iter().position(|name| *name == item.name);
    calls.sort_by_key(|item| place(item).unwrap_or(FIRST.len()));
    let (shapes, unions): (Vec<_>, Vec<_>) =
        others.into_iter().partition(|item| !item.fields.is_empty());
    let links = links(&calls, [&shapes, &unions]);
    let mut text = HEAD.to_owned();
    for (heading, items) in [("Calls", calls), ("Shapes", shapes), ("Values", unions)] {
        let _ = write!(text, "\n## {heading}\n");
        for item in items {
            section(&mut text, &item, &links);
        }
    }
    Ok(text)
}

fn section(text: &mut String, item: &Item, links: &BTreeMap<&str, String>) {
    let _ = write!(text, "\n### `{}`\n\n", item.name);
    if item.fields.is_empty() {
        let _ = writeln!(text, "```ts\n{}\n```", item.code);
    }
    if item.fields.is_empty() && !item.docs.is_empty() {
        text.push('\n');
    }
    if !item.docs.is_empty() {
        let _ = writeln!(text, "{}", item.docs);
    }
    if item.fields.is_empty() {
        return;
    }
    text.push_str("\n| name | type | |\n| --- | --- | --- |\n");
    for Field { name, of, docs } in &item.fields {
        let docs = docs.replace("\n\n", "<br>").replace('\n', " ");
        let docs = docs.replace('|', "\\|");
        let _ = writeln!(text, "| `{name}` | {} | {docs} |", linked(of, links));
    }
}

/// The places of the types, as headings are named by whoever shows Markdown: of the same name the second has a number.
fn links<'a>(calls: &[Item<'a>], types: [&[Item<'a>]; 2]) -> BTreeMap<&'a str, String> {
    let mut seen = BTreeMap::new();
    for name in ["calls", "shapes", "values"] {
        seen.insert(name.to_owned(), 1);
    }
    let mut place = |name: &str| {
        let slug = name.to_lowercase();
        let count = seen.entry(slug.clone()).or_insert(0);
        *count += 1;
        match *count {
            1 => slug,
            n => format!("{slug}-{}", n - 1),
        }
    };
    for item in calls {
        place(item.name);
    }
    let all = types.into_iter().flatten();
    all.map(|item| (item.name, place(item.name))).collect()
}

/// A type as code, in which each type of ours is a link.
fn linked(of: &str, links: &BTreeMap<&str, String>) -> String {
    let mut pieces = vec![];
    let mut plain = String::new();
    for word in words(of) {
        let Some(place) = links.get(word) else {
            plain.push_str(word);
            continue;
        };
        pieces.extend(code(&plain));
        plain.clear();
        pieces.push(format!("[`{word}`](#{place})"));
    }
    pieces.extend(code(&plain));
    pieces.join(" ")
}

fn code(text: &str) -> Option<String> {
    let text = text.trim().replace('|', "\\|");
    (!text.is_empty()).then(|| format!("`{text}`"))
}

/// Names, texts in quotes, and what stands between them.
fn words(text: &str) -> Vec<&str> {
    let mut words = vec![];
    let (mut from, mut is_name, mut in_quotes) = (0, false, false);
    for (at, c) in text.char_indices() {
        in_quotes ^= c == '"';
        let now = c.is_ascii_alphanumeric() && !in_quotes;
        if now != is_name {
            words.extend(text.get(from..at));
            (from, is_name) = (at, now);
        }
    }
    words.extend(text.get(from..));
    words.retain(|word| !word.is_empty());
    words
}

fn items(types: &str) -> Result<Vec<Item<'_>>> {
    let mut items = vec![];
    let mut docs = String::new();
    let mut lines = types.lines();
    while let Some(line) = lines.next() {
        if line == "/**" {
            docs = comment(&mut lines);
            continue;
        }
        let Some(declared) = line.strip_prefix("export ") else {
            ensure!(
                line.is_empty() || line.starts_with("/*"),
                "error31.d.ts: {line}"
            );
            continue;
        };
        let mut words = declared.split(|c: char| !c.is_alphanumeric());
        let (kind, name) = (words.next(), words.next().context("a type has no name")?);
        let mut code = declared.to_owned();
        let mut fields = vec![];
        if kind == Some("interface") {
            fields = self::fields(&mut lines)?;
        } else {
            while !code.ends_with(';') {
                let more = lines.next().context("a type has no end")?;
                code.push('\n');
                code.push_str(more);
            }
            if kind == Some("type") {
                code = wrapped(&code.replace("= | ", "= "));
            }
        }
        ensure!(
            !docs.is_empty() || kind == Some("type"),
            "{name} has no docs"
        );
        items.push(Item {
            name,
            docs: std::mem::take(&mut docs),
            code,
            fields,
        });
    }
    Ok(items)
}

/// A long list of values, a line at a time.
fn wrapped(code: &str) -> String {
    let mut lines = String::new();
    let mut width = 0;
    for (i, value) in code.split(" | ").enumerate() {
        let broken = width + value.len() > 110;
        lines.push_str(match (i, broken) {
            (0, _) => "",
            (_, false) => " | ",
            (_, true) => "\n  | ",
        });
        width = if broken { 0 } else { width } + value.len() + 3;
        lines.push_str(value);
    }
    lines
}

/// Up to the end of an interface.
fn fields<'a>(lines: &mut impl Iterator<Item = &'a str>) -> Result<Vec<Field>> {
    let mut fields = vec![];
    let mut docs = String::new();
    while let Some(line) = lines.next() {
        let line = line.trim();
        if line == "}" {
            return Ok(fields);
        }
        if line == "/**" {
            docs = comment(lines);
            continue;
        }
        let line = line.trim_end_matches(';').trim_start_matches("readonly ");
        let Some(at) = line.find(['(', ':', '?']) else {
            bail!("error31.d.ts: {line}");
        };
        let (name, of) = match line.split_at(at) {
            (name, call) if call.starts_with('(') => (format!("{name}()"), call),
            (name, of) if of.starts_with('?') => (format!("{name}?"), of.trim_start_matches("?: ")),
            (name, of) => (name.to_owned(), of.trim_start_matches(": ")),
        };
        fields.push(Field {
            name,
            of: of.to_owned(),
            docs: std::mem::take(&mut docs),
        });
    }
    bail!("an interface has no end")
}

/// The text of a comment, up to its end.
fn comment<'a>(lines: &mut impl Iterator<Item = &'a str>) -> String {
    let of = lines
        .map(str::trim)
        .take_while(|line| *line != "*/")
        .map(|line| line.trim_start_matches('*').trim_start());
    of.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::{Field, items, markdown, words};

    const TYPES: &str = "/* eslint-disable */\n\n/**\n * A report.\n */\nexport interface Report {\n    /**\n     * All, or\n     * none.\n     */\n    messages?: Report[] | \"Report\";\n    free(): void;\n}\n\n/**\n * Checks.\n */\nexport function report(input: string): Report;\n\n/**\n * A word.\n */\nexport type Word = | \"a\" | \"b\";\n";

    #[test]
    fn every_export_is_read_with_its_docs() {
        let read = items(TYPES).unwrap_or_default();
        let names: Vec<_> = read.iter().map(|item| item.name).collect();
        assert_eq!(names, ["Report", "report", "Word"]);
        let field = |name: &str, of: &str, docs: &str| Field {
            name: name.to_owned(),
            of: of.to_owned(),
            docs: docs.to_owned(),
        };
        assert_eq!(
            read.first().map(|item| item.fields.as_slice()),
            Some(
                [
                    field("messages?", "Report[] | \"Report\"", "All, or\nnone."),
                    field("free()", "(): void", "")
                ]
                .as_slice()
            )
        );
        assert!(items("export function a();\n").is_err(), "without docs");
        assert!(items("/**\n * A.\n */\nexport interface A {\n").is_err());
    }

    #[test]
    fn types_lead_to_their_places() {
        let text = markdown(TYPES).unwrap_or_default();
        assert!(
            text.contains(
                "| `messages?` | [`Report`](#report-1) `[] \\| \"Report\"` | All, or none. |"
            ),
            "{text}"
        );
        assert!(
            text.contains("```ts\ntype Word = \"a\" | \"b\";\n```"),
            "{text}"
        );
    }

    #[test]
    fn names_in_quotes_are_no_names() {
        assert_eq!(words("A[] | \"B c\""), ["A", "[] | \"B c\""]);
    }
}
