//! A Cargo that builds for wasm32: rustup's where it has the target, else Debian's with a std of our own.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result};

use crate::output::say;
use crate::shell::{apt_install, command, output, read, root, run, which, write};

const TARGET: &str = "wasm32-unknown-unknown";

/// Sixteen bytes at a time: Chrome 91, Firefox 89 and Safari 16.4 can do it.
const SIMD: &str = "-Ctarget-feature=+simd128";

/// Copies of a function into its callers up to this length: an eighth faster than LLVM's own for size, and 4 % bigger.
const INLINING: &str = "-Cllvm-args=-inline-threshold=30";

/// What builds for wasm32.
pub enum Toolchain {
    /// The toolchain that runs this program.
    Default,
    /// Debian's rustc-web.
    Debian,
}

impl Toolchain {
    /// The first that is there: the target, the target from rustup, Debian's packages.
    pub fn find() -> Result<Self> {
        if has_target()? {
            return Ok(Self::Default);
        }
        if !stamp_fits()? {
            if which("rustup").is_some() {
                say(format_args!(
                    "the target {TARGET} is missing; rustup target add {TARGET}"
                ));
                let added = run(command("rustup")
                    .args(["target", "add", TARGET])
                    .env_remove("RUST_BACKTRACE"));
                if added.is_ok() && has_target()? {
                    return Ok(Self::Default);
                }
            }
            say(format_args!(
                "rustup could not add the target {TARGET}; trying Debian's Rust for the web"
            ));
            install_debian()?;
        }
        Ok(Self::Debian)
    }

    /// Installs `cargo clippy` for wasm32 where it does not come with the toolchain.
    pub fn need_clippy(&self) -> Result<()> {
        match self {
            Self::Debian if !Path::new("/usr/bin/cargo-clippy").is_file() => {
                apt_install("Clippy for wasm32", &["rust-web-clippy"])
            }
            _ => Ok(()),
        }
    }

    /// Where it builds: two compilers don't share a folder.
    pub fn target_folder(&self) -> PathBuf {
        root().join(match self {
            Self::Default => "target",
            Self::Debian => "target/debian",
        })
    }

    /// `cargo SUBCOMMAND` for wasm32, with the settings of `wasm-pack.toml`.
    pub fn cargo(&self, subcommand: &str) -> Result<Command> {
        let mut cargo = match self {
            Self::Default => command(env::var_os("CARGO").unwrap_or("cargo".into())),
            Self::Debian => debian_cargo()?,
        };
        let mut flags = remap()?;
        flags.extend([SIMD, INLINING].map(str::to_owned));
        if let Self::Debian = self {
            flags.extend(["--sysroot".to_owned(), sysroot().display().to_string()]);
            cargo.env(
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER",
                linker()
                    .context("rust-lld is missing: install rustup's toolchain or Debian's lld")?,
            );
        }
        cargo
            .args([subcommand, "--config", "wasm-pack.toml", "--locked"])
            .arg("--target-dir")
            .arg(self.target_folder())
            .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"));
        Ok(cargo)
    }
}

fn has_target() -> Result<bool> {
    let rustc = env::var_os("RUSTC").unwrap_or("rustc".into());
    let folder = output(command(rustc).args(["--print", "target-libdir", "--target", TARGET]))?;
    Ok(fs::read_dir(folder.trim()).is_ok_and(|files| {
        files
            .flatten()
            .any(|f| f.file_name().to_string_lossy().starts_with("libstd-"))
    }))
}

/// No folder of the builder's machine may stand in the wasm.
fn remap() -> Result<Vec<String>> {
    let home = cargo_home()?;
    let sources = fs::read_dir(home.join("registry/src"))
        .into_iter()
        .flatten()
        .flatten();
    Ok(sources
        .map(|index| (index.path(), "/deps"))
        .chain([(root().to_owned(), "/src")])
        .map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()))
        .collect())
}

/// Where Cargo keeps the sources of the dependencies.
pub fn cargo_home() -> Result<PathBuf> {
    env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(env::home_dir()?.join(".cargo")))
        .context("no CARGO_HOME and no home folder")
}

fn debian_cargo() -> Result<Command> {
    let mut cargo = command("/usr/bin/cargo");
    for name in [
        "LD_LIBRARY_PATH",
        "RUSTUP_TOOLCHAIN",
        "CARGO",
        "RUSTC_WRAPPER",
    ] {
        cargo.env_remove(name);
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let debian_first = env::join_paths(
        [PathBuf::from("/usr/bin")]
            .into_iter()
            .chain(env::split_paths(&path)),
    )?;
    cargo
        .env("RUSTC", "/usr/bin/rustc")
        .env("PATH", debian_first);
    Ok(cargo)
}

fn sysroot() -> PathBuf {
    root().join("target/wasm-sysroot")
}

fn stamp() -> PathBuf {
    sysroot().join("rustc-version")
}

fn debian_version() -> Result<String> {
    output(
        command("/usr/bin/rustc")
            .arg("-vV")
            .env_remove("LD_LIBRARY_PATH"),
    )
}

fn stamp_fits() -> Result<bool> {
    Ok(stamp().is_file()
        && Path::new("/usr/bin/rustc").is_file()
        && read(stamp())? == debian_version()?)
}

fn linker() -> Option<PathBuf> {
    let sysroot = output(command("rustc").args(["--print", "sysroot"])).ok()?;
    let host = format!(
        "lib/rustlib/{}-unknown-linux-gnu/bin/rust-lld",
        env::consts::ARCH
    );
    Some(Path::new(sysroot.trim()).join(host))
        .filter(|path| path.is_file())
        .or_else(|| which("rust-lld"))
}

fn install_debian() -> Result<()> {
    let sources = Path::new("/usr/lib/rustlib/src/rust/library/Cargo.lock");
    if !(Path::new("/usr/bin/cargo").is_file() && sources.is_file()) {
        apt_install(
            &format!("the Rust target {TARGET}"),
            &["rustc-web", "cargo-web", "rust-web-src"],
        )
        .context("`rustup target add wasm32-unknown-unknown` did not work either")?;
    }
    build_std()
}

/// Builds std for wasm32 from Debian's sources: once for each version of rustc.
fn build_std() -> Result<()> {
    say(format_args!("building std for {TARGET}, once"));
    let scratch = root().join("target/wasm-std");
    write(
        scratch.join("Cargo.toml"),
        "[package]\nname = \"std-for-wasm\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n[lib]\npath = \"lib.rs\"\n",
    )?;
    write(scratch.join("lib.rs"), "")?;
    let flags = [
        remap()?,
        vec![
            "--remap-path-prefix=/usr/src=/rust".to_owned(),
            "--remap-path-prefix=/usr/lib/rustlib/src=/rust".to_owned(),
        ],
    ];
    run(debian_cargo()?
        .current_dir(&scratch)
        .args([
            "build",
            "--release",
            "--target",
            TARGET,
            "-Zbuild-std=std,panic_abort,test",
            "--target-dir",
            "target",
        ])
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_ENCODED_RUSTFLAGS", flags.concat().join("\x1f")))?;
    let libraries = sysroot().join("lib/rustlib").join(TARGET).join("lib");
    if libraries.is_dir() {
        fs::remove_dir_all(&libraries)?;
    }
    fs::create_dir_all(&libraries)?;
    for file in fs::read_dir(scratch.join("target").join(TARGET).join("release/deps"))? {
        let file = file?;
        if file.path().extension().is_some_and(|e| e == "rlib") {
            fs::copy(file.path(), libraries.join(file.file_name()))?;
        }
    }
    write(stamp(), debian_version()?)
}
