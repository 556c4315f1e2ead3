//! The engine's table of languages, for the page: it has to speak before the engine is there.

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::engine;
use crate::node::node;
use crate::shell::{output, read, write};
use latin::latin;
use table::{LANGUAGES, Language, Script};

#[path = "../../src/text/latin.rs"]
mod latin;
#[allow(dead_code, reason = "the engine uses the rest")]
#[path = "../../src/text/languages.rs"]
mod table;

/// The table as the page imports it, with the page's words of each language.
const TABLE: &str = "target/page/languages.ts";

/// A cause as the engine words it.
#[derive(Deserialize)]
struct Cause {
    title: String,
    note: String,
}

/// Writes the table for the page's script, and the words without what only their writers read.
pub fn build() -> Result<()> {
    let mut imports = String::new();
    let mut rows = String::new();
    for (at, language) in LANGUAGES.iter().enumerate() {
        let Language {
            tag,
            takes,
            file,
            script,
            short,
            name,
            locale,
            month,
            ..
        } = language;
        let is_latin = *script == Script::SerbianLatin;
        write(
            format!("target/page/{file}.ftl"),
            spoken(&read(format!("www/text/{file}.ftl"))?),
        )?;
        imports += &format!("import words{at} from \"./{file}.ftl\";\n");
        rows += &format!(
            "  {{ tag: {tag:?}, takes: {takes:?}, words: words{at}, latin: {is_latin}, short: {short:?}, name: {name:?}, \
             locale: {locale:?}, month: {month:?} }},\n"
        );
    }
    write(
        TABLE,
        format!("{imports}\nexport const LANGUAGES = [\n{rows}] as const;\n"),
    )
}

/// Without comments and empty lines.
fn spoken(words: &str) -> String {
    let lines = words
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| format!("{line}\n")).collect()
}

/// The heading of the empty page in each language: the page shows the reader's before the rest of it runs.
pub fn headings() -> Result<String> {
    let mut headings = String::new();
    for language in LANGUAGES {
        let said = |key| {
            let said = said(language, key)?;
            said.with_context(|| format!("{} has no {key}", language.file))
        };
        headings += &format!(
            "\n<section class=\"hero col\" lang=\"{}\" data-takes=\"{}\"><h1>{}</h1><p class=\"sub\">{}</p></section>",
            language.tag,
            language.takes.join(" "),
            said("empty-heading")?,
            said("empty-lead")?
        );
    }
    Ok(headings)
}

/// One of the page's words as HTML.
fn said(language: &Language, key: &str) -> Result<Option<String>> {
    let words = read(format!("www/text/{}.ftl", language.file))?;
    Ok(text(&words, key).map(|text| markup(&written(text, language))))
}

fn written(text: &str, language: &Language) -> String {
    match language.script {
        Script::AsIs => text.to_owned(),
        Script::SerbianLatin => latin(text),
    }
}

/// How Webex words the error, in English in every language.
const SPELLING: &str = "Auto account creation failed (31)";

/// As HTML.
fn markup(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace(SPELLING, &format!("<span lang=\"en\">{SPELLING}</span>"))
}

/// One of the page's words as a paragraph in each language that has it; of two scripts the first.
pub fn paragraphs(key: &str) -> Result<String> {
    let mut paragraphs = vec![];
    for language in each_once() {
        if let Some(said) = said(language, key)? {
            paragraphs.push(format!("<p lang=\"{}\">{said}</p>", language.tag));
        }
    }
    paragraphs
        .first()
        .with_context(|| format!("www/text/en.ftl has no {key}"))?;
    Ok(paragraphs.join("\n"))
}

/// What stands where no script runs: why, and the five causes; in each language that has it, of two scripts the first.
pub fn without_script() -> Result<String> {
    let mut script = node();
    script.args(["xtask/src/causes.mjs", engine::FOLDER]);
    let told = output(script.args(each_once().map(|language| language.tag)))?;
    let causes: Vec<Vec<Cause>> = serde_json::from_str(&told)?;
    let mut parts = String::new();
    for (language, causes) in each_once().zip(causes) {
        if let Some((why, heading)) = said(language, "no-script")?.zip(said(language, "causes")?) {
            let causes: String = causes.iter().map(item).collect();
            parts += &format!(
                "<div class=\"noscript\" lang=\"{}\"><p>{why}</p><h2>{heading}</h2><ol>{causes}</ol></div>",
                language.tag
            );
        }
    }
    Ok(parts)
}

/// A cause with the first sentence of what Cisco says of it.
fn item(Cause { title, note }: &Cause) -> String {
    let first = note.split_inclusive(". ").next().unwrap_or_default();
    format!(
        "<li><b>{}</b> {}</li>",
        codes(title),
        codes(first.trim_end())
    )
}

/// As HTML, with wire names.
fn codes(text: &str) -> String {
    let parts = markup(text);
    let parts = parts.split('`').enumerate();
    parts
        .map(|(at, part)| {
            if at % 2 == 1 {
                format!("<code>{part}</code>")
            } else {
                part.to_owned()
            }
        })
        .collect()
}

/// The languages with a file of their own: of two scripts the first.
fn each_once() -> impl Iterator<Item = &'static Language> {
    let rows = LANGUAGES.iter().enumerate();
    let own = rows.filter(|(at, language)| {
        let mut before = LANGUAGES.iter().take(*at);
        !before.any(|one| one.file == language.file)
    });
    own.map(|(_, language)| language)
}

fn text<'w>(words: &'w str, key: &str) -> Option<&'w str> {
    let mut lines = words.lines();
    lines.find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "))
}
