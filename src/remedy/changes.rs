//! The attributes at fault, and what to do with each.

use crate::diagnostic::{Diagnostic, Severity};
use crate::facts::{Carrier, Excerpt, Facts, Field, FieldState, Trouble};
use crate::ids::ids;
use crate::rules::username_conflict;
use crate::saml::Attribute;
use crate::webex::ServiceProvider;
use crate::webex::member_status::Match;

ids! {
    /// What to do with an attribute.
    pub enum Act {
        /// Send it.
        Add = "add",
        /// Send it under another name.
        Rename = "rename",
        /// Send it no longer.
        Remove = "remove",
        /// Send another value.
        Value = "value",
    }
}

/// What is wrong with the value of an attribute that is to be sent otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// There is none.
    Empty,
    /// There are several.
    Several,
    /// A rule was sent instead of what it stands for.
    Expression,
    /// It has a form that Webex may refuse.
    Form,
    /// NameID and `uid` differ.
    Differs,
}

/// One change to the attributes of a message.
#[derive(Debug, Clone, Copy)]
pub struct Change<'a> {
    /// The name that Webex reads, that of the attribute to remove, or `NameID`.
    pub name: &'a str,
    /// What to do.
    pub act: Act,
    /// What carries it now.
    pub carrier: Option<Carrier<'a>>,
    /// What is wrong with the value; only with [`Act::Value`].
    pub fault: Option<Fault>,
    /// Whether it is only similar to what has to be removed.
    pub possible: bool,
}

impl<'a> Change<'a> {
    fn of(name: &'a str, act: Act, carrier: Option<Carrier<'a>>) -> Self {
        Self {
            name,
            act,
            carrier,
            fault: None,
            possible: false,
        }
    }

    /// The name that it has now, where that is to be changed.
    pub fn from(&self) -> Option<&'a str> {
        match self.carrier? {
            Carrier::Attribute(attribute) if self.act == Act::Rename => Some(&attribute.name.value),
            _ => None,
        }
    }

    /// Whether the attribute has to be set up, so that a text for it helps.
    pub fn is_row(&self) -> bool {
        let is_rule = self.fault == Some(Fault::Expression);
        matches!(self.act, Act::Add | Act::Rename) || is_rule && self.name != NAME_ID
    }

    /// Whether the user name at Webex depends on it.
    pub fn is_user_name(&self) -> bool {
        matches!(self.name, "uid" | NAME_ID)
    }
}

const NAME_ID: &str = "NameID";

/// What to change, where a finding that matters asks for it.
pub(super) fn changes<'a>(facts: &'a Facts<'a>, found: &[Diagnostic]) -> Vec<Change<'a>> {
    if facts.sp == ServiceProvider::Other {
        return vec![];
    }
    let mut changes: Vec<Change> = vec![];
    for (attribute, how) in &facts.member_status {
        let change = Change {
            possible: *how == Match::Possible,
            ..Change::of(
                shown(attribute),
                Act::Remove,
                Some(Carrier::Attribute(attribute)),
            )
        };
        if changes.iter().all(|other| other.name != change.name) {
            changes.push(change);
        }
    }
    let matters = |finding: &&Diagnostic| finding.severity != Severity::Info;
    let found = || found.iter().filter(matters);
    let is_found = |field: &&Field| found().any(|one| one.field.as_ref() == Some(&field.id));
    let open = facts.excerpt.is_some_and(Excerpt::is_open);
    let fields = facts.fields.iter().filter(is_found);
    changes.extend(fields.filter_map(|field| change(field, open)));
    let differs = found().any(|one| one.rule == username_conflict::RULE.id);
    if differs && !changes.iter().any(Change::is_user_name) {
        let field = facts.fields.first();
        changes.push(Change {
            fault: Some(Fault::Differs),
            ..Change::of("uid", Act::Value, field.and_then(|field| field.from))
        });
    }
    changes
}

fn shown(attribute: &Attribute) -> &str {
    let friendly = attribute.friendly_name.as_ref();
    let name = Some(&attribute.name).filter(|name| !name.value.is_empty());
    name.or(friendly).map_or("", |name| &name.value)
}

fn change<'a>(field: &'a Field<'a>, open: bool) -> Option<Change<'a>> {
    let name = match field.from {
        Some(Carrier::NameId(_)) => NAME_ID,
        _ => field.name,
    };
    let value = |fault| Change {
        fault: Some(fault),
        ..Change::of(name, Act::Value, field.from)
    };
    Some(match (field.state, field.trouble) {
        (FieldState::Missing, _) if open => return None,
        (FieldState::Missing, _) => Change::of(name, Act::Add, None),
        (FieldState::Misnamed, _) => Change::of(name, Act::Rename, field.from),
        (FieldState::Empty, _) => value(Fault::Empty),
        (FieldState::Duplicate, _) => value(Fault::Several),
        (_, Some(Trouble::Masked)) => return None,
        (FieldState::Invalid, Some(Trouble::Expression)) => value(Fault::Expression),
        (FieldState::Invalid, _) => value(Fault::Form),
        (FieldState::Ok | FieldState::Unseen, _) => return None,
    })
}
