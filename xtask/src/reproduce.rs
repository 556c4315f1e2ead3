//! Whether the last commit gives the same bytes wherever it is built.

use std::path::Path;
use std::{env, fs};

use anyhow::{Result, bail};

use crate::shell::{command, output, read, root, run};
use crate::sums;

/// Builds the last commit in two fresh folders and compares the sums.
pub fn reproduce() -> Result<()> {
    let commit = output(command("git").args(["rev-parse", "HEAD"]))?;
    let parent = env::temp_dir().join(format!("error31-{}", std::process::id()));
    let built = ["first", "second/in/another/place"].map(|place| build(&parent.join(place)));
    fs::remove_dir_all(&parent)?;
    let [first, second] = built;
    let (first, second) = (first?, second?);
    if first != second {
        bail!("two builds differ\n\n{first}\n{second}");
    }
    print!(
        "two builds of {}are the same:\n\n{first}",
        commit.replace('\n', " ")
    );
    Ok(())
}

fn build(folder: &Path) -> Result<String> {
    run(command("git")
        .args(["clone", "--quiet", "--no-hardlinks"])
        .args([root(), folder]))?;
    run(command(env::var_os("CARGO").unwrap_or("cargo".into()))
        .args(["run", "--quiet", "--package", "xtask", "--", "build"])
        .env_remove("CARGO_MANIFEST_DIR")
        .env_remove("CARGO_TARGET_DIR")
        .current_dir(folder))?;
    read(folder.join(sums::PATH))
}
