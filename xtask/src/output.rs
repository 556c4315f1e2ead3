//! Where a step's words go: to the terminal, or into a file of its own while other steps run beside it.

use std::cell::RefCell;
use std::fmt::Display;
use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use std::process::Command;

thread_local! {
    static FILE: RefCell<Option<File>> = const { RefCell::new(None) };
}

/// Writes all that `action` says, and its commands, into a file.
pub fn into_file<T>(path: &Path, action: impl FnOnce() -> T) -> io::Result<T> {
    FILE.set(Some(File::create(path)?));
    let done = action();
    FILE.set(None);
    Ok(done)
}

/// Says a line.
pub fn say(line: impl Display) {
    FILE.with_borrow_mut(|file| {
        // What can't be written to a log or a closed terminal is no reason to stop.
        let _ = match file {
            Some(file) => writeln!(file, "{line}"),
            None => writeln!(io::stdout(), "{line}"),
        };
    });
}

/// Sends what a command writes to where this thread's words go.
pub fn redirect(command: &mut Command, stdout_too: bool) -> io::Result<()> {
    FILE.with_borrow(|file| {
        let Some(file) = file else { return Ok(()) };
        if stdout_too {
            command.stdout(file.try_clone()?);
        }
        command.stderr(file.try_clone()?);
        Ok(())
    })
}
