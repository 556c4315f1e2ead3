//! Each file of the corpus is decoded, read and explained; with `--read-as ID`, also how often which rule fires.
//!
//! `cargo xtask corpus` runs it by itself.

mod compare;
#[path = "../support/mod.rs"]
mod support;
mod tally;

use compare::{Comparison, compare};
use error31::webex::ServiceProvider;
use error31::{Input, Options, Report};
use std::collections::BTreeMap;
use std::process::ExitCode;
use support::corpus::{self, File};
use support::sound;
use tally::Tally;

fn main() -> ExitCode {
    let service_provider = match service_provider() {
        Ok(service_provider) => service_provider,
        Err(unknown) => {
            eprintln!("--read-as: no service provider “{unknown}”");
            return ExitCode::FAILURE;
        }
    };
    let Some(files) = corpus::files() else {
        return ExitCode::SUCCESS;
    };
    let options = Options {
        service_provider,
        ..Options::default()
    };
    let mut rows: BTreeMap<&str, Row> = BTreeMap::new();
    let mut tally = Tally::default();
    let mut wrong = vec![];
    for file in &files {
        let row = rows.entry(file.kind()).or_default();
        if let Err(flaw) = examine(file, &options, row, &mut tally) {
            wrong.push(format!("{}: {flaw}", file.name()));
        }
    }
    print_rows(&rows);
    if options.service_provider.is_some() {
        tally.print();
    }
    println!("\n{} files, {} unexplained", files.len(), wrong.len());
    for line in &wrong {
        println!("{line}");
    }
    if wrong.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// The one after `--read-as`; what else `cargo test` passes on is no concern of this program.
fn service_provider() -> Result<Option<ServiceProvider>, String> {
    let mut arguments = std::env::args().skip_while(|argument| argument != "--read-as");
    if arguments.next().is_none() {
        return Ok(None);
    }
    let id = arguments.next().unwrap_or_default();
    ServiceProvider::from_id(&id).map(Some).ok_or(id)
}

/// Compares and checks one file; what is wrong and not explained.
fn examine(file: &File, options: &Options, row: &mut Row, tally: &mut Tally) -> Result<(), String> {
    let bytes = file.bytes().map_err(|error| error.to_string())?;
    let comparison = compare(file, &bytes);
    row.add(&comparison);
    tally.add(file, &report(&bytes, options)?);
    match (comparison.disagreement, comparison.explained) {
        (Some(_), Some(reason)) => println!("explained: {}: {reason}", file.name()),
        (Some(difference), None) => return Err(difference),
        (None, _) => {}
    }
    Ok(())
}

/// The report on a file, once it is sound as a file and as pasted text.
fn report(bytes: &[u8], options: &Options) -> Result<Report, String> {
    let report = sound::report(Input::Bytes(bytes), options)?;
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Ok(report);
    };
    let pasted = sound::report(Input::Text(text), options)?;
    let is_utf16 = text.contains('\0');
    if !is_utf16 && pasted.messages.len() != report.messages.len() {
        return Err("pasted, it gives another number of messages".to_owned());
    }
    Ok(report)
}

/// Figures of one kind of file.
#[derive(Default)]
struct Row {
    tried: usize,
    decoded: usize,
    compared: usize,
    agreed: usize,
    explained: usize,
}

impl Row {
    fn add(&mut self, comparison: &Comparison) {
        self.tried += 1;
        self.decoded += usize::from(comparison.decoded);
        self.compared += usize::from(comparison.compared);
        let differs = comparison.disagreement.is_some();
        self.agreed += usize::from(comparison.compared && !differs);
        self.explained += usize::from(differs && comparison.explained.is_some());
    }
}

fn print_rows(rows: &BTreeMap<&str, Row>) {
    println!(
        "\n{:<18}{:>8}{:>9}{:>10}{:>8}{:>11}",
        "kind", "tried", "decoded", "compared", "agreed", "explained"
    );
    for (kind, row) in rows {
        println!(
            "{kind:<18}{:>8}{:>9}{:>10}{:>8}{:>11}",
            row.tried, row.decoded, row.compared, row.agreed, row.explained
        );
    }
}
