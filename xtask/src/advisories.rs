//! Known holes of the crates and packages that are built in or built with: the one task that always asks a server.

use anyhow::{Result, bail};
use serde_json::Value;

use crate::deny;
use crate::node::NPM;
use crate::shell::{command, run};

/// Asks RustSec's database and npm. What can't be asked is named, and is not taken for checked.
pub fn check() -> Result<()> {
    let mut flaws = vec![];
    let found = [("crates", crates()), ("npm packages", packages())];
    for (what, found) in found {
        match found {
            Ok(()) => println!("{what}: no advisory"),
            Err(flaw) => flaws.push(format!("{what}: {flaw:#}")),
        }
    }
    if flaws.is_empty() {
        return Ok(());
    }
    bail!("{}", flaws.join("\n"))
}

fn crates() -> Result<()> {
    let deny = || Ok::<_, anyhow::Error>(command(deny::find()?));
    if run(deny()?.args(["fetch", "db"])).is_err() {
        bail!("NOT CHECKED: the database of RustSec can't be had");
    }
    let mut check = deny()?;
    run(check.args(["--locked", "check", "--disable-fetch", "advisories"]))
}

fn packages() -> Result<()> {
    let mut audit = command(NPM);
    let told = audit
        .args(["audit", "--package-lock-only", "--json"])
        .output()?;
    judged(&String::from_utf8_lossy(&told.stdout))
}

/// npm ends alike where it found something and where it could not ask; what it says differs.
fn judged(told: &str) -> Result<()> {
    let told: Value = serde_json::from_str(told).unwrap_or_default();
    let Some(found) = told.get("vulnerabilities").and_then(Value::as_object) else {
        let why = told.get("message").and_then(Value::as_str);
        bail!("NOT CHECKED: {}", why.unwrap_or("npm gave no answer"));
    };
    if !found.is_empty() {
        let names: Vec<&str> = found.keys().map(String::as_str).collect();
        bail!("advisories for {}; see npm audit", names.join(", "));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::judged;

    #[test]
    fn what_could_not_be_asked_is_not_taken_for_checked() {
        let said = |told: &str| judged(told).map_err(|flaw| flaw.to_string());
        assert_eq!(said(r#"{"vulnerabilities":{}}"#), Ok(()));
        for told in ["", "{}", r#"{"message":"no network"}"#] {
            assert!(
                said(told).is_err_and(|flaw| flaw.starts_with("NOT CHECKED: ")),
                "{told}"
            );
        }
        let found = said(r#"{"vulnerabilities":{"left":{}}}"#);
        assert_eq!(found, Err("advisories for left; see npm audit".to_owned()));
    }
}
