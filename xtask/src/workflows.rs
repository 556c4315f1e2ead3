//! The workflows and pipelines of this repository and its examples, against their schemas and by zizmor.

use anyhow::{Context, Result};

use crate::shell::{command, python, root, run};

const GITHUB: [&str; 5] = [
    ".github/workflows/advisories.yml",
    ".github/workflows/test.yml",
    ".github/workflows/release.yml",
    ".github/workflows/pages.yml",
    "examples/ci/github-action.yml",
];
const GITLAB: &str = "examples/ci/gitlab-ci.yml";

/// Looks for what is unsafe or no workflow at all; offline, once the two programs are there.
pub fn check() -> Result<()> {
    let python = python(&root().join("target/workflows/venv"))?;
    run(command(&python)
        .args(["-m", "pip", "install", "--quiet", "--requirement"])
        .arg("tests/workflows/requirements.txt"))?;
    let tool = |name: &str| command(python.with_file_name(name));
    run(tool("zizmor")
        .args(["--offline", "--no-progress", "--quiet", "--pedantic"])
        .args(GITHUB))
    .context("zizmor")?;
    let schema = |name: &str| {
        let mut check = tool("check-jsonschema");
        check.args(["--builtin-schema", name]);
        check
    };
    run(schema("vendor.github-workflows").args(GITHUB))?;
    run(schema("vendor.gitlab-ci").arg(GITLAB))
}
