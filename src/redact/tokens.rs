//! What stands for what was removed: as long whatever it was, numbered where two have to be told apart.

use crate::hash::HashMap;

/// Stands for what need not be told apart from anything.
pub const REMOVED: &str = "removed";

/// Numbers for what is told apart, each kind in the order of appearance, so nothing leads back from them.
#[derive(Debug, Default)]
pub struct Tokens {
    users: HashMap<String, usize>,
    names: HashMap<String, usize>,
    hosts: HashMap<String, usize>,
    sites: HashMap<String, usize>,
    requests: HashMap<String, usize>,
}

impl Tokens {
    /// The number of a user, by a name that is compared without case.
    pub fn user(&mut self, name: &str) -> usize {
        number(&mut self.users, name.trim().to_lowercase())
    }

    /// Stands for a part of an attribute's name.
    pub fn name(&mut self, part: &str) -> String {
        format!("name-{}", number(&mut self.names, part.to_owned()))
    }

    /// Stands for a host that is none of Webex's.
    pub fn host(&mut self, host: &str) -> String {
        format!(
            "host-{}.example",
            number(&mut self.hosts, host.to_lowercase())
        )
    }

    /// Stands for the name of a Webex site.
    pub fn site(&mut self, site: &str) -> String {
        format!("site-{}", number(&mut self.sites, site.to_lowercase()))
    }

    /// Stands for the number of a request.
    pub fn request(&mut self, id: &str) -> String {
        format!("request-{}", number(&mut self.requests, id.to_owned()))
    }
}

fn number(known: &mut HashMap<String, usize>, what: String) -> usize {
    let next = known.len() + 1;
    *known.entry(what).or_insert(next)
}

/// The parts joined again, each run of those that don't stay as one.
pub fn collapsed<'a>(
    parts: impl IntoIterator<Item = &'a str>,
    joint: &str,
    stays: impl Fn(&str) -> bool,
) -> String {
    let mut out: Vec<&str> = vec![];
    for part in parts {
        if stays(part) {
            out.push(part);
        } else if out.last() != Some(&REMOVED) {
            out.push(REMOVED);
        }
    }
    out.join(joint)
}
