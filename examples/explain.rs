//! Says what is wrong with a message: `cargo run --example explain -- response.xml`.

use std::process::ExitCode;
use std::{env, fs};

use error31::report::Message;
use error31::{Options, check};

fn main() -> ExitCode {
    let Some(path) = env::args_os().nth(1) else {
        eprintln!("usage: explain FILE");
        return ExitCode::from(64);
    };
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{}: {error}", path.display());
            return ExitCode::from(66);
        }
    };
    let report = check(bytes.as_slice(), &Options::default());
    if let Some(problem) = &report.problem {
        println!("{}\n{}", problem.title, problem.why);
    }
    for answer in &report.observed {
        println!("Webex answered code {}", answer.code);
    }
    for message in &report.messages {
        explain(message);
    }
    ExitCode::SUCCESS
}

fn explain(message: &Message) {
    println!("{}\n", message.error31.title);
    for cause in &message.error31.causes {
        println!("{:?}: {}", cause.verdict, cause.title);
    }
    for finding in &message.diagnostics {
        let place = finding
            .line
            .map_or(String::new(), |line| format!(" in line {line}"));
        println!("\n{}{place}: {}", finding.rule.as_str(), finding.title);
        println!("{}", finding.fix);
    }
}
