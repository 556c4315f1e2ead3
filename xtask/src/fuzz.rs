//! Both fuzz targets for some time each, from the samples of the tests; libFuzzer alone, without cargo-fuzz.

use std::{env, fs};

use anyhow::{Context, Result};

use crate::shell::{command, output, root, run};
use crate::test::cargo;

const TARGETS: [&str; 2] = ["canonical", "check"];
/// Counters at each branch and at each comparison, as libFuzzer reads them.
const INSTRUMENTED: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1";
/// Runs each target for so many seconds; what it finds lies in `fuzz/artifacts/`.
pub fn fuzz(seconds: &str) -> Result<()> {
    let folder = root().join("fuzz");
    let host = host()?;
    let mut build = cargo("build");
    // A target that is named keeps the counters out of build scripts and macros.
    build.args(["--release", "--locked", "--target", &host]);
    run(build.env("RUSTFLAGS", INSTRUMENTED).current_dir(&folder))?;
    for target in TARGETS {
        let [corpus, artifacts] =
            ["corpus", "artifacts"].map(|name| folder.join(name).join(target));
        fs::create_dir_all(&corpus)?;
        fs::create_dir_all(&artifacts)?;
        let program = folder
            .join("target")
            .join(&host)
            .join("release")
            .join(target);
        run(command(program)
            .arg(format!("-max_total_time={seconds}"))
            .arg(format!("-artifact_prefix={}/", artifacts.display()))
            .args([
                "-max_len=65536",
                "-timeout=20",
                "-rss_limit_mb=2048",
                "-print_final_stats=1",
            ])
            .arg(&corpus)
            .arg(root().join("tests/signatures/sample"))
            .arg(root().join("tests/fixtures/signatures")))?;
    }
    Ok(())
}

fn host() -> Result<String> {
    let rustc = env::var_os("RUSTC").unwrap_or("rustc".into());
    let version = output(command(rustc).arg("-vV"))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).context("rustc names no host")
}
