//! Whether the last commit gives the same bytes in any folder of this machine, and those that were published.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use anyhow::{Result, bail};

use crate::release;
use crate::shell::{command, output, read, root, run};

/// Builds the last commit in a fresh folder and compares its sums with published ones, line by line.
pub fn against(published: &str) -> Result<()> {
    let published = read(published)?;
    let folder = env::temp_dir().join(format!("error31-{}", std::process::id()));
    let built = build(&folder);
    fs::remove_dir_all(&folder)?;
    if let Some(differences) = differences(&published, &built?) {
        bail!("this commit gives other bytes here than those published\n\n{differences}");
    }
    print!("this commit gives the published bytes:\n\n{published}");
    Ok(())
}

/// The lines that only one of the two has; none where both say the same of the same files.
fn differences(published: &str, built: &str) -> Option<String> {
    let lines = |text: &str| -> Vec<String> {
        let lines = text.lines().map(|line| line.replace(" *", "  "));
        lines.filter(|line| !line.trim().is_empty()).collect()
    };
    let (published, built) = (lines(published), lines(built));
    let only = |these: &[String], those: &[String]| -> String {
        let only = these.iter().filter(|line| !those.contains(line));
        only.fold(String::new(), |mut text, line| {
            let _ = writeln!(text, "{line}");
            text
        })
    };
    let (gone, new) = (only(&published, &built), only(&built, &published));
    if published.is_empty() {
        return Some("the published sums name no file\n".to_owned());
    }
    let mut told = String::new();
    if !gone.is_empty() {
        let _ = write!(told, "published, and not built:\n{gone}");
    }
    if !new.is_empty() {
        let _ = write!(told, "built, and not published:\n{new}");
    }
    (!told.is_empty()).then_some(told)
}

/// Builds the last commit in two fresh folders and compares the sums.
pub fn reproduce() -> Result<()> {
    let commit = output(command("git").args(["rev-parse", "HEAD"]))?;
    let parent = env::temp_dir().join(format!("error31-{}", std::process::id()));
    let built = ["first", "second/in/another/place"].map(|place| build(&parent.join(place)));
    fs::remove_dir_all(&parent)?;
    let [first, second] = built;
    let (first, second) = (first?, second?);
    if let Some(differences) = differences(&first, &second) {
        bail!("two builds differ\n\n{differences}");
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
        .args(["run", "--quiet", "--package", "xtask", "--", "release"])
        .env_remove("CARGO_MANIFEST_DIR")
        .env_remove("CARGO_TARGET_DIR")
        .current_dir(folder))?;
    read(folder.join(release::FOLDER).join("SHA256SUMS"))
}

#[cfg(test)]
mod tests {
    use super::differences;

    #[test]
    fn lines_of_only_one_side_are_told() {
        let (a, b, c) = ("aa  error31.html", "bb  error31.html", "cc  new.js");
        assert_eq!(differences(a, &format!("{a}\n")), None);
        assert_eq!(differences("aa *error31.html", a), None);
        assert_eq!(
            differences(a, b).as_deref(),
            Some(
                "published, and not built:\naa  error31.html\nbuilt, and not published:\nbb  error31.html\n"
            )
        );
        let both = format!("{a}\n{c}\n");
        assert_eq!(
            differences(a, &both).as_deref(),
            Some("built, and not published:\ncc  new.js\n")
        );
        assert_eq!(
            differences(&both, a).as_deref(),
            Some("published, and not built:\ncc  new.js\n")
        );
        assert!(differences("\n", a).is_some());
    }
}
