//! Whether the last commit gives the same bytes in any folder of this machine, and those that were published.

use std::path::Path;
use std::{env, fs};

use anyhow::{Result, bail};

use crate::shell::{command, output, read, root, run};
use crate::sums;

/// Builds the last commit in a fresh folder and compares its sums with published ones, line by line.
pub fn against(published: &str) -> Result<()> {
    let published = read(published)?;
    let folder = env::temp_dir().join(format!("error31-{}", std::process::id()));
    let built = build(&folder);
    fs::remove_dir_all(&folder)?;
    let built = built?;
    let differing: Vec<&str> = published
        .lines()
        .filter(|line| !built.lines().any(|own| own == *line))
        .collect();
    if published.trim().is_empty() || !differing.is_empty() {
        bail!(
            "this commit gives other bytes here than those published\n\npublished, and not built:\n{}\n\nbuilt:\n{built}\
             Another version of Rust or Node.js gives other bytes too: those of the release stand in its notes.",
            differing.join("\n")
        );
    }
    print!("this commit gives the published bytes:\n\n{published}");
    Ok(())
}

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
