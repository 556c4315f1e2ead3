//! What holds for the report on any input whatever.

use error31::report::{Message, Report, Span};
use error31::{Input, Options, check};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Checks `input`; what is wrong with the report, if anything.
pub fn report(input: Input, options: &Options) -> Result<Report, String> {
    let report = catch_unwind(AssertUnwindSafe(|| check(input, options)))
        .map_err(|_| "it panicked".to_owned())?;
    let length = match input {
        Input::Bytes(bytes) => bytes.len(),
        Input::Text(text) => text.len(),
    };
    let empty = report.messages.is_empty() && report.observed.is_empty();
    if empty != report.problem.is_some() {
        return Err("neither a finding nor a problem, or both".to_owned());
    }
    let texts: usize = report.messages.iter().map(|m| m.xml.len()).sum();
    if texts > (length + 1) * INFLATION {
        return Err(format!("{length} bytes gave {texts} bytes of XML"));
    }
    let json = serde_json::to_string(&report).map_err(|error| error.to_string())?;
    if json.len() > (report.messages.len() + 1) * WORDS + texts * REPEATED {
        let all = json.len();
        return Err(format!("{all} bytes of JSON for {texts} bytes of XML"));
    }
    let foreign = report.messages.iter().any(|m| m.xml.contains("{ $"));
    if json.contains("{ $") && !foreign {
        return Err("a placeholder is not filled".to_owned());
    }
    report.messages.iter().try_for_each(places)?;
    Ok(report)
}

/// The most that the formats inside can grow: a byte of DEFLATE gives at most 1,032.
const INFLATION: usize = 1_032;

/// More than the words of one message's report take, in bytes of JSON.
const WORDS: usize = 100_000;

/// More than how often a byte of a message stands in its report, each time written as an escape.
const REPEATED: usize = 36;

fn places(message: &Message) -> Result<(), String> {
    let units: Vec<u16> = message.xml.encode_utf16().collect();
    let is_border = |at: u32| {
        let at = at as usize;
        let is_low = |unit: Option<&u16>| unit.is_some_and(|u| (0xDC00..0xE000).contains(u));
        at <= units.len() && !is_low(units.get(at))
    };
    let spans = message.fields.iter().filter_map(|field| field.span);
    let spans = spans.chain(message.unlisted.iter().map(|attribute| attribute.span));
    let spans = spans.chain(message.diagnostics.iter().filter_map(|found| found.span));
    for Span { start, end } in spans {
        if start > end || !is_border(start) || !is_border(end) {
            return Err(format!("place {start}..{end} of {} units", units.len()));
        }
    }
    for found in &message.diagnostics {
        let line = found.line.zip(found.column);
        if line.is_some() != found.span.is_some() || line.is_some_and(|(l, c)| l == 0 || c == 0) {
            return Err(format!("{} at {line:?}", found.rule));
        }
    }
    let reasons = message.error31.causes.iter().flat_map(|c| &c.because);
    match reasons.max() {
        Some(last) if *last as usize >= message.diagnostics.len() => {
            Err(format!("a cause names finding {last}"))
        }
        _ => Ok(()),
    }
}
