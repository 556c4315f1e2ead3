//! A small server for `dist/` that builds again when a source changed.

use std::fs::{self, File};
use std::path::{Component, Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Result, anyhow};
use tiny_http::{Header, Request, Response, Server};

use crate::engine::{self, Mode};
use crate::{embed, node, page};

const SOURCES: [&str; 7] = [
    "src",
    "www",
    "embed",
    "Cargo.toml",
    "Cargo.lock",
    "wasm-pack.toml",
    "package-lock.json",
];

/// Builds quickly, then serves until it is stopped.
pub fn serve(port: u16) -> Result<()> {
    build()?;
    let mut built = newest(&SOURCES);
    let server = Server::http(("127.0.0.1", port))
        .map_err(|e| anyhow!("can't listen on port {port}: {e}"))?;
    println!("http://{}/", server.server_addr());
    for request in server.incoming_requests() {
        let path = local_path(request.url());
        let changed = newest(&SOURCES);
        if path.as_deref() == Some(Path::new(page::PATH)) && changed > built {
            match build() {
                Ok(()) => built = changed,
                Err(error) => {
                    eprintln!("{error:?}");
                    respond_error(request, 500, "the build failed: see the terminal");
                    continue;
                }
            }
        }
        match path.and_then(|path| Some((File::open(&path).ok()?, path))) {
            Some((file, path)) => respond_file(request, file, &path),
            None => respond_error(request, 404, "not found"),
        }
    }
    Ok(())
}

fn build() -> Result<()> {
    let engine = engine::build(Mode::Quick)?;
    node::install()?;
    page::build(&engine)?;
    embed::build(Mode::Quick)
}

fn newest(paths: &[impl AsRef<Path>]) -> Option<SystemTime> {
    paths
        .iter()
        .filter_map(|path| newest_in(path.as_ref()))
        .max()
}

fn newest_in(path: &Path) -> Option<SystemTime> {
    let own = fs::metadata(path)
        .and_then(|metadata| metadata.modified())
        .ok();
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    own.max(entries.filter_map(|entry| newest_in(&entry.path())).max())
}

/// The file in `dist/` that an address names; `None` for what would lead out of it.
fn local_path(url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.trim_start_matches('/');
    let path = Path::new(if path.is_empty() { "index.html" } else { path });
    path.components()
        .all(|component| matches!(component, Component::Normal(_)))
        .then(|| Path::new("dist").join(path))
        .filter(|path| !path.is_dir())
}

fn respond_file(request: Request, file: File, path: &Path) {
    let response = Response::from_file(file)
        .with_header(header("Content-Type", content_type(path)))
        .with_header(header("Cache-Control", "no-store"));
    report(request.respond(response));
}

fn respond_error(request: Request, status: u16, text: &str) {
    report(request.respond(Response::from_string(text).with_status_code(status)));
}

fn report(result: std::io::Result<()>) {
    if let Err(error) = result {
        eprintln!("the browser hung up: {error}");
    }
}

fn header(name: &'static str, value: &'static str) -> Header {
    Header::from_bytes(name, value).unwrap_or_else(|()| unreachable!("both are ASCII"))
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|e| e.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("ts" | "md" | "txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::local_path;

    #[test]
    fn serves_only_what_is_inside() {
        for (url, expected) in [
            ("/", Some("dist/index.html")),
            ("/?debug", Some("dist/index.html")),
            ("/error31-embed.js", Some("dist/error31-embed.js")),
            ("/../Cargo.toml", None),
            ("/a/../../Cargo.toml", None),
        ] {
            assert_eq!(
                local_path(url).as_deref(),
                expected.map(AsRef::as_ref),
                "{url}"
            );
        }
    }
}
