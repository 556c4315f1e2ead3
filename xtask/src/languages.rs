//! The engine's table of languages, for the page: it has to speak before the engine is there.

use anyhow::{Context, Result};

use crate::shell::{read, write};
use latin::latin;
use table::{LANGUAGES, Language, Script};

#[path = "../../src/text/latin.rs"]
mod latin;
#[allow(dead_code, reason = "the engine uses the rest")]
#[path = "../../src/text/languages.rs"]
mod table;

/// The table as the page imports it, with the page's words of each language.
const TABLE: &str = "target/page/languages.ts";

/// Writes the table for the page's script.
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
        imports += &format!("import words{at} from \"../../www/text/{file}.ftl\";\n");
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

/// The heading of the empty page in each language: the page shows the reader's before the rest of it runs.
pub fn headings() -> Result<String> {
    let mut headings = String::new();
    for language in LANGUAGES {
        let words = read(format!("www/text/{}.ftl", language.file))?;
        let said = |key| {
            let text =
                text(&words, key).with_context(|| format!("{} has no {key}", language.file))?;
            Ok::<_, anyhow::Error>(markup(&written(text, language)))
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

/// One of the page's words as a paragraph in each language, for where no script runs; of two scripts the first.
pub fn paragraphs(key: &str) -> Result<String> {
    let mut paragraphs = vec![];
    let mut files = vec![];
    for language in LANGUAGES {
        if files.contains(&language.file) {
            continue;
        }
        files.push(language.file);
        let words = read(format!("www/text/{}.ftl", language.file))?;
        let Some(text) = text(&words, key) else {
            continue;
        };
        let written = markup(&written(text, language));
        paragraphs.push(format!("<p lang=\"{}\">{written}</p>", language.tag));
    }
    paragraphs
        .first()
        .with_context(|| format!("www/text/en.ftl has no {key}"))?;
    Ok(paragraphs.join("\n"))
}

fn text<'w>(words: &'w str, key: &str) -> Option<&'w str> {
    let mut lines = words.lines();
    lines.find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "))
}
