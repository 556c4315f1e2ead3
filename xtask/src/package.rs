//! `dist/package/`: the engine as one ES module with its types, ready for npm.

use anyhow::{Context, Result, ensure};
use serde::Serialize;

use crate::api;
use crate::command::{self, COMMAND, INPUTS, MAN};
use crate::engine::{self, Engine};
use crate::licences;
use crate::node::tool;
use crate::page::version;
use crate::shell::{read, run, write};

/// The module.
pub const MODULE: &str = "dist/package/error31.js";

/// What the package doesn't hand on: ways to read files that don't fit into memory, of which its `scan` is made, and the
/// report on an engine that stopped, which its calls give.
const INSIDE: [&str; 5] = [
    "export function stopped(",
    "export function scan(",
    "export class Pieces ",
    "export function isCapture(",
    "export class AccountsReader ",
];

/// A class that a call of the package gives, and that nobody makes.
const GIVEN: &str = "export class Accounts {\n    private constructor();";

/// How texts are marked.
const MARKS: &str = "four marks: backticks around what is sent as it stands, `**` around labels of consoles, `<…>` around \
    links, `1. ` before steps; what a language lacks is in English, each line between U+FFF9 and U+FFFB";

/// Writes the package.
pub fn build(engine: &Engine) -> Result<()> {
    write(format!("{}/engine.wasm.gz", engine::FOLDER), &engine.gzip)?;
    run(tool("esbuild").args([
        "package/error31.ts",
        "--bundle",
        "--format=esm",
        "--target=es2022",
        "--minify",
        "--log-level=warning",
        "--alias:engine=./target/engine/engine.js",
        "--loader:.gz=base64",
        "--allow-overwrite",
        &format!("--outfile={MODULE}"),
    ]))?;
    let types = types()?;
    api::build(&types)?;
    write("dist/package/error31.d.ts", types)?;
    write("dist/package/package.json", manifest()?)?;
    command::build()?;
    let others = [licences::of_engine()?, licences::of_scripts(&[INPUTS])?];
    write(
        "dist/package/LICENSES-OTHERS.txt",
        licences::plain(&others.concat()),
    )?;
    for name in ["README.md", "LICENSE-MIT", "LICENSE-APACHE"] {
        let from = if name == "README.md" {
            "package/README.md"
        } else {
            name
        };
        write(format!("dist/package/{name}"), read(from)?)?;
    }
    Ok(())
}

/// The engine's own types, without what only the page needs.
fn types() -> Result<String> {
    let engine = read(format!("{}/exports.d.ts", engine::FOLDER))?;
    let kept: Vec<_> = engine
        .split("\n\n")
        .filter(|item| !INSIDE.iter().any(|name| item.contains(name)))
        .collect();
    let kept = kept.join("\n\n");
    ensure!(
        kept.contains(GIVEN),
        "the types have no handle of user lists"
    );
    let kept = kept.replace(GIVEN, "export interface Accounts {");
    Ok([without_paths(&kept).as_str(), &read("package/init.d.ts")?].concat())
}

/// Docs whose links lead to items of Rust, said for readers of the types.
fn without_paths(types: &str) -> String {
    let types = types.replace("the marks of [`crate::text::Words`]", MARKS);
    let mut plain = String::with_capacity(types.len());
    let mut pieces = types.split("[`");
    plain.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (path, after) = piece.split_once("`]").unwrap_or((piece, ""));
        let after = match after.split_once(')') {
            Some((target, after)) if target.starts_with('(') => after,
            _ => after,
        };
        plain.push('`');
        plain.push_str(&path.replace("::", "."));
        plain.push('`');
        plain.push_str(after);
    }
    plain
}

/// `package.json`, in the order in which programs look for what they need.
#[derive(Serialize)]
struct Manifest {
    name: &'static str,
    version: String,
    description: &'static str,
    license: &'static str,
    #[serde(flatten)]
    links: Option<Links>,
    r#type: &'static str,
    keywords: [&'static str; 7],
    exports: Exports,
    types: &'static str,
    bin: Bin,
    man: String,
    files: [&'static str; 7],
    #[serde(rename = "sideEffects")]
    side_effects: bool,
    engines: Engines,
}

#[derive(Serialize)]
struct Links {
    repository: Repository,
    bugs: Bugs,
    homepage: String,
}

#[derive(Serialize)]
struct Repository {
    r#type: &'static str,
    url: String,
}

#[derive(Serialize)]
struct Bugs {
    url: String,
}

#[derive(Serialize)]
struct Exports {
    #[serde(rename = ".")]
    own: Conditions,
    #[serde(rename = "./package.json")]
    manifest: &'static str,
}

/// The first that fits is taken, so types come first.
#[derive(Serialize)]
struct Conditions {
    types: &'static str,
    default: &'static str,
}

#[derive(Serialize)]
struct Bin {
    error31: String,
}

#[derive(Serialize)]
struct Engines {
    node: &'static str,
}

fn manifest() -> Result<String> {
    let manifest = Manifest {
        name: "error31",
        version: version()?,
        description: "Explains why Webex answers a SAML sign-in with “Auto account creation failed (31)”",
        license: "MIT OR Apache-2.0",
        links: repository()?.map(|repository| Links {
            repository: Repository {
                r#type: "git",
                url: format!("git+{repository}.git"),
            },
            bugs: Bugs {
                url: format!("{repository}/issues"),
            },
            homepage: format!("{repository}#readme"),
        }),
        r#type: "module",
        keywords: [
            "webex",
            "saml",
            "sso",
            "single-sign-on",
            "wasm",
            "cli",
            "sarif",
        ],
        exports: Exports {
            own: Conditions {
                types: "./error31.d.ts",
                default: "./error31.js",
            },
            manifest: "./package.json",
        },
        types: "./error31.d.ts",
        bin: Bin {
            error31: COMMAND.to_owned(),
        },
        man: format!("./{MAN}"),
        files: [
            "error31.js",
            "error31.d.ts",
            COMMAND,
            MAN,
            "LICENSE-MIT",
            "LICENSE-APACHE",
            "LICENSES-OTHERS.txt",
        ],
        side_effects: false,
        engines: Engines { node: ">=20.16" },
    };
    serde_json::to_string_pretty(&manifest).context("package.json")
}

/// Where the project is, once Cargo.toml says it.
pub fn repository() -> Result<Option<String>> {
    let manifest: toml::Table = read("Cargo.toml")?.parse()?;
    let package = manifest
        .get("package")
        .context("Cargo.toml has no package")?;
    let repository = package.get("repository").and_then(|value| value.as_str());
    Ok(repository.map(|url| {
        url.trim_end_matches('/')
            .trim_end_matches(".git")
            .to_owned()
    }))
}

#[cfg(test)]
mod tests {
    use super::without_paths;

    #[test]
    fn links_to_rust_become_names() {
        assert_eq!(
            without_paths("of [`A::b`], [`C::d`](crate::C::d) and (e) [`F`]."),
            "of `A.b`, `C.d` and (e) `F`."
        );
    }
}
