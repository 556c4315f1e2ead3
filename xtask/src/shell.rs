//! Commands, files and folders.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
use std::{env, fs};

use anyhow::{Context, Result, bail};

use crate::output::{redirect, say};

/// The top of the repository; as Cargo tells it now, for the folder may have moved since this program was built.
pub fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        let own = env::var_os("CARGO_MANIFEST_DIR").unwrap_or(env!("CARGO_MANIFEST_DIR").into());
        Path::new(&own)
            .parent()
            .unwrap_or(Path::new("."))
            .to_owned()
    });
    &ROOT
}

/// A command that can't wait for a keyboard.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.stdin(Stdio::null());
    command
}

/// The commands that run now.
static RUNNING: Mutex<BTreeSet<u32>> = Mutex::new(BTreeSet::new());

fn running() -> MutexGuard<'static, BTreeSet<u32>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Runs a command and lets its output through.
pub fn run(command: &mut Command) -> Result<()> {
    redirect(command, true)?;
    let mut child = command
        .spawn()
        .with_context(|| format!("can't start {}", name(command)))?;
    running().insert(child.id());
    let status = child.wait();
    running().remove(&child.id());
    let status = status?;
    if !status.success() {
        bail!("failed ({status}): {command:?}");
    }
    Ok(())
}

/// Asks the commands that run to end, so that they can end their own.
pub fn stop_commands() {
    for id in running().iter() {
        let kill = format!("kill {id}");
        // One that has just ended by itself can't be asked.
        let _ = command("sh").args(["-c", &kill]).status();
    }
}

/// Runs a command and gives what it wrote.
pub fn output(command: &mut Command) -> Result<String> {
    command.stderr(Stdio::inherit());
    redirect(command, false)?;
    let output = command
        .output()
        .with_context(|| format!("can't start {}", name(command)))?;
    if !output.status.success() {
        bail!("failed ({}): {command:?}", output.status);
    }
    String::from_utf8(output.stdout)
        .with_context(|| format!("{} wrote something else than UTF-8", name(command)))
}

fn name(command: &Command) -> String {
    command.get_program().display().to_string()
}

/// Where `program` is found on the path.
pub fn which(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(format!("{program}{}", env::consts::EXE_SUFFIX)))
        .find(|path| path.is_file())
}

/// The program that an environment variable names, else the first of `programs` on the path.
pub fn named(variable: &str, programs: &[&str]) -> Result<Option<PathBuf>> {
    let Some(path) = env::var_os(variable).map(PathBuf::from) else {
        return Ok(programs.iter().find_map(|program| which(program)));
    };
    if !path.is_file() {
        bail!("{variable} names no file: {}", path.display());
    }
    Ok(Some(path))
}

/// Installs Debian packages, or says what is missing.
pub fn apt_install(what: &str, packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    let is_root = output(command("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if which("apt-get").is_none() {
        bail!("{what} is missing; install it (on Debian: {list})");
    }
    if !is_root {
        bail!("{what} is missing; install it: sudo apt-get install --no-install-recommends {list}");
    }
    say(format_args!("{what} is missing; installing {list}"));
    let apt = || {
        let mut apt = command("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive").arg("-qq");
        apt
    };
    run(apt().arg("update"))?;
    run(apt()
        .args(["install", "--yes", "--no-install-recommends"])
        .args(packages)
        .stdout(Stdio::null()))
}

/// Python in an environment of its own.
pub fn python(venv: &Path) -> Result<PathBuf> {
    let folder = if cfg!(windows) { "Scripts" } else { "bin" };
    let python = venv
        .join(folder)
        .join(format!("python{}", env::consts::EXE_SUFFIX));
    if !python.is_file() {
        run(command("python3").args(["-m", "venv"]).arg(venv))
            .context("Python 3 with venv is needed (on Debian: python3-venv)")?;
    }
    Ok(python)
}

/// Reads a text file.
pub fn read(path: impl AsRef<Path>) -> Result<String> {
    let path = path.as_ref();
    fs::read_to_string(path).with_context(|| format!("can't read {}", path.display()))
}

/// Writes a file, and the folders above it.
pub fn write(path: impl AsRef<Path>, content: impl AsRef<[u8]>) -> Result<()> {
    let path = path.as_ref();
    path.parent()
        .map_or(Ok(()), fs::create_dir_all)
        .and_then(|()| fs::write(path, content))
        .with_context(|| format!("can't write {}", path.display()))
}
