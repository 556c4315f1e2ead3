//! Steps in lanes side by side: the output of each step is kept together, and the first failure ends all.

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::output;
use crate::shell::{root, stop_commands};

/// A name, and what is done.
pub type Step = (&'static str, fn() -> Result<()>);

/// How long each step took, and what failed first.
pub struct Outcome {
    /// The steps that passed, in the order of their ends.
    pub passed: Vec<(&'static str, Duration)>,
    /// The first failure.
    pub failure: Option<anyhow::Error>,
}

struct Ended {
    name: &'static str,
    time: Duration,
    result: Result<()>,
}

/// Runs the lanes side by side, and the steps of each one after another.
pub fn run(lanes: &[&[Step]]) -> Result<Outcome> {
    fs::create_dir_all(folder())?;
    let stopped = AtomicBool::new(false);
    let (sender, receiver) = mpsc::channel();
    let mut outcome = Outcome {
        passed: vec![],
        failure: None,
    };
    thread::scope(|scope| {
        for lane in lanes {
            let (sender, stopped) = (sender.clone(), &stopped);
            scope.spawn(move || run_lane(lane, stopped, &sender));
        }
        drop(sender);
        for Ended { name, time, result } in receiver {
            match result {
                _ if outcome.failure.is_some() => {}
                Ok(()) => {
                    println!("{:>7.1} s  {name}", time.as_secs_f64());
                    outcome.passed.push((name, time));
                }
                Err(error) => {
                    stopped.store(true, Ordering::Relaxed);
                    stop_commands();
                    let said = fs::read(log(name)).unwrap_or_default();
                    println!("\n== {name}\n{}", String::from_utf8_lossy(&said));
                    outcome.failure = Some(error.context(format!("step “{name}” failed")));
                }
            }
        }
    });
    Ok(outcome)
}

fn run_lane(lane: &[Step], stopped: &AtomicBool, sender: &Sender<Ended>) {
    for &(name, step) in lane {
        if stopped.load(Ordering::Relaxed) {
            return;
        }
        let start = Instant::now();
        let path = log(name);
        let result = match output::into_file(&path, step) {
            Ok(result) => result,
            Err(error) => Err(error).with_context(|| format!("can't write {}", path.display())),
        };
        let failed = result.is_err();
        let time = start.elapsed();
        if sender.send(Ended { name, time, result }).is_err() || failed {
            return;
        }
    }
}

/// What the steps said.
pub fn folder() -> PathBuf {
    root().join("target/test")
}

fn log(name: &str) -> PathBuf {
    folder().join(format!("{}.log", name.replace(' ', "-")))
}
