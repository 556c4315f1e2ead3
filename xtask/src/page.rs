//! `dist/index.html`: page, style, script and engine in one file, under a policy that allows nothing else.

use std::env;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest, Sha256};

use crate::engine::{Engine, Mode, gzip};
use crate::node::tool;
use crate::shell::{command, output, read, run, write};
use crate::{languages, licences, package};

/// The page.
pub const PATH: &str = "dist/index.html";

/// The keys of the page's words, as a type.
const KEYS: &str = "target/page/keys.d.ts";

/// The page with its sentences and without its parts.
const TEMPLATE: &str = "target/page/template.html";

const SCRIPT: &str = "target/page/page.js";
const PROGRAM: &str = "target/page/engine.js";
/// What the script was made of, as esbuild tells it.
const INPUTS: &str = "target/page/inputs.json";

/// The same of the script that makes engines.
const PROGRAM_INPUTS: &str = "target/page/engine-inputs.json";

const ENGINE: &str = "--alias:engine=./target/engine/engine.js";

/// Bundles `www/` and the engine into the page.
pub fn build(engine: &Engine) -> Result<()> {
    write(KEYS, keys(&read("www/text/en.ftl")?))?;
    languages::build()?;
    write(TEMPLATE, template(&read("www/index.html")?)?)?;
    let first = bundle_style("first", engine.mode)?;
    let style = bundle_style("main", engine.mode)?;
    let wasm = BASE64_STANDARD.encode(&engine.gzip);
    let script = bundle_script(engine.mode, &hash(&wasm))?;
    let program = bundle_program(engine.mode)?;
    let floor = bundle_plain("floor", engine.mode)?;
    let begin = bundle_plain("begin", engine.mode)?;
    let parts = [
        (
            "policy",
            policy(&[&script, &program, &floor, &begin], &[&first, &style]),
        ),
        ("first", first),
        ("style", style),
        ("noscript", languages::without_script()?),
        ("licences", licences()?),
        ("wasm", wasm),
        ("engine", program),
        ("script", script),
        ("floor", floor),
        ("begin", begin),
    ];
    write(PATH, fill(&read(TEMPLATE)?, &parts)?)
}

/// Puts in which version it is, and what is said before the page is there, in each language.
fn template(page: &str) -> Result<String> {
    let says = format!("{}, built {}", version()?, build_date()?);
    let says = format!("<meta name=\"error31\" content=\"{says}\">");
    let says = says + &project(package::repository()?.as_deref())?;
    let page = page.replace("<!--version-->", &says);
    let page = page.replace("<!--headings-->", &languages::headings()?);
    Ok(page.replace("<!--old-browser-->", &languages::paragraphs("old-browser")?))
}

/// The project's address, for the page to link to.
fn project(repository: Option<&str>) -> Result<String> {
    let Some(address) = repository else {
        return Ok(String::new());
    };
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/".contains(c);
    if !address.starts_with("https://") || !address.chars().all(is_plain) {
        bail!("Cargo.toml: repository is no plain https address: {address}");
    }
    Ok(format!(
        "\n<meta name=\"error31-project\" content=\"{address}\">"
    ))
}

/// The licences of what is inside, as gzip in base64.
fn licences() -> Result<String> {
    let packages = [
        licences::of_engine()?,
        licences::of_scripts(&[INPUTS, PROGRAM_INPUTS])?,
    ];
    let json = licences::json(&packages.concat())?;
    Ok(BASE64_STANDARD.encode(gzip(json.as_bytes())?))
}

/// The messages of a Fluent file as a union, so that the compiler knows each key.
fn keys(words: &str) -> String {
    let ids = words
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(" ="))
        .map(|(id, _)| format!("\n  | {id:?}"));
    format!("export type Key ={};\n", ids.collect::<String>())
}

/// Puts each part where its name stands in double braces; the page does the same when it saves itself (`page-copy.ts`).
fn fill(template: &str, parts: &[(&str, String)]) -> Result<String> {
    let mut page = String::new();
    let mut pieces = template.split("{{");
    page.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (name, after) = piece
            .split_once("}}")
            .context("www/index.html: {{ without }}")?;
        let part = parts.iter().find(|(known, _)| *known == name);
        let (_, text) = part.with_context(|| format!("www/index.html wants {name}"))?;
        page.push_str(text);
        page.push_str(after);
    }
    Ok(page)
}

fn policy(scripts: &[&str], styles: &[&str]) -> String {
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:; \
         base-uri 'none'; form-action 'none'; connect-src 'none'; worker-src blob:; \
         require-trusted-types-for 'script'; trusted-types error31",
        sources(scripts),
        sources(styles)
    )
}

/// Texts as a policy names them.
fn sources(texts: &[&str]) -> String {
    let hashes = texts.iter().map(|text| format!("'sha256-{}'", hash(text)));
    hashes.collect::<Vec<_>>().join(" ")
}

fn hash(text: &str) -> String {
    BASE64_STANDARD.encode(Sha256::digest(text))
}

fn bundle_style(name: &str, mode: Mode) -> Result<String> {
    let style = output(
        tool("esbuild")
            .args([&format!("www/style/{name}.css"), "--bundle"])
            .args(common(mode)),
    )?;
    if style.to_ascii_lowercase().contains("</style") {
        bail!("the style would end its own element");
    }
    Ok(style)
}

/// A script for browsers of any age.
fn bundle_plain(name: &str, mode: Mode) -> Result<String> {
    let mut esbuild = tool("esbuild");
    esbuild.arg(format!("www/{name}.js")).args(common(mode));
    output(esbuild.arg("--target=es5"))
}

/// What makes engines stands before the page's script, which uses it, and is the script of the worker too.
fn bundle_program(mode: Mode) -> Result<String> {
    run(tool("esbuild")
        .args(["www/engine/program.ts", "--bundle", "--format=iife", ENGINE])
        .args(common(mode))
        .arg(format!("--outfile={PROGRAM}"))
        .arg(format!("--metafile={PROGRAM_INPUTS}")))?;
    Ok(escape_script(&read(PROGRAM)?))
}

fn bundle_script(mode: Mode, engine_hash: &str) -> Result<String> {
    run(tool("esbuild")
        .args(["www/main.ts", "--bundle", "--format=iife"])
        .args(common(mode))
        .args([
            "--alias:engine=./www/engine/instantiate.ts",
            &format!("--alias:template=./{TEMPLATE}"),
            "--legal-comments=none",
            "--loader:.txt=text",
            "--loader:.ftl=text",
            "--loader:.xml=text",
            "--loader:.svg=text",
            "--loader:.html=text",
        ])
        .arg(format!("--outfile={SCRIPT}"))
        .arg(format!("--metafile={INPUTS}"))
        .arg(format!("--define:VERSION={:?}", version()?))
        .arg(format!("--define:BUILD_DATE={:?}", build_date()?))
        .arg(format!("--define:ENGINE_HASH={engine_hash:?}")))?;
    Ok(escape_script(&read(SCRIPT)?))
}

/// What all bundles have in common.
pub fn common(mode: Mode) -> Vec<&'static str> {
    let mut arguments = vec!["--target=es2022", "--charset=utf8", "--log-level=warning"];
    if mode == Mode::Release {
        arguments.push("--minify");
    }
    arguments
}

/// Keeps a script from ending its own element; in strings and regular expressions the escape means the same.
fn escape_script(script: &str) -> String {
    let lower = script.to_ascii_lowercase();
    let mut escaped = String::with_capacity(script.len());
    let mut done = 0;
    for (at, _) in lower.match_indices('<') {
        if lower[at..].starts_with("</script") || lower[at..].starts_with("<!--") {
            escaped.push_str(&script[done..at]);
            escaped.push_str("\\x3c");
            done = at + 1;
        }
    }
    escaped.push_str(&script[done..]);
    escaped
}

/// The version in Cargo.toml.
pub fn version() -> Result<String> {
    let manifest: toml::Table = read("Cargo.toml")?.parse()?;
    manifest
        .get("package")
        .and_then(|package| package.get("version")?.as_str())
        .map(ToOwned::to_owned)
        .context("Cargo.toml has no version")
}

/// The day of the last commit, so that the same commit gives the same bytes; `SOURCE_DATE_EPOCH` is stronger.
pub fn build_date() -> Result<String> {
    let seconds = match env::var("SOURCE_DATE_EPOCH") {
        Ok(seconds) => seconds,
        Err(_) => output(command("git").args(["log", "-1", "--format=%ct"])).or_else(|_| now())?,
    };
    let date = time::OffsetDateTime::from_unix_timestamp(seconds.trim().parse()?)?.date();
    Ok(date.to_string())
}

fn now() -> Result<String> {
    Ok(SystemTime::now()
        .duration_since(UNIX_EPOCH)?
        .as_secs()
        .to_string())
}

#[cfg(test)]
mod tests {
    use super::{escape_script, fill, keys, project};

    #[test]
    fn keys_become_a_union() {
        let words = "# head = a\n\nundo = Undo\nlead =\n    two = lines\n";
        assert_eq!(
            keys(words),
            "export type Key =\n  | \"undo\"\n  | \"lead\";\n"
        );
    }

    #[test]
    fn a_script_cannot_end_its_element() {
        let escaped = escape_script("'š</script><!--' + '</SCRIPT>' < 1");
        assert_eq!(escaped, r"'š\x3c/script>\x3c!--' + '\x3c/SCRIPT>' < 1");
    }

    #[test]
    fn the_project_is_named_once_it_has_an_address() {
        assert_eq!(project(None).ok().as_deref(), Some(""));
        let named = project(Some("https://git.example/team/error31")).ok();
        let expected =
            "\n<meta name=\"error31-project\" content=\"https://git.example/team/error31\">";
        assert_eq!(named.as_deref(), Some(expected));
        assert!(project(Some("http://git.example")).is_err());
        assert!(project(Some("https://git.example/\"><script>")).is_err());
    }

    #[test]
    fn a_part_is_filled_in_once_whatever_it_holds() {
        let parts = [("x", "{{y}} $1".to_owned()), ("y", "2".to_owned())];
        let filled = fill("a {{x}} b {{y}}", &parts);
        assert_eq!(filled.ok().as_deref(), Some("a {{y}} $1 b 2"));
        assert!(fill("a {{z}}", &parts).is_err());
    }
}
