//! The rules: each looks at one message for one problem. A new rule is a file, a `mod` line and a line in a list below.

pub(crate) mod account_other_username;
pub(crate) mod authn_context;
mod bad_signature;
mod certificate_dates;
mod charset_conflict;
mod comment_in_value;
mod context;
mod doctype;
mod duplicate_attribute;
mod duplicate_id;
pub(crate) mod empty_attribute;
mod encrypted_assertion;
mod encrypted_part;
mod excerpt;
mod expired_assertion;
mod failed_status;
mod findings;
mod foreign_namespace;
mod future_issue_instant;
pub(crate) mod guest_account;
mod invalid_email;
mod invalid_value;
mod irregular_signature;
mod late_not_before;
mod masked_value;
pub(crate) mod member_status;
pub(crate) mod misnamed_attribute;
mod misplaced_signature;
pub(crate) mod missing_attribute;
mod missing_name_id;
mod missing_update_timestamp;
mod name_id_format;
mod name_qualifier;
mod no_assertion;
mod not_a_response;
mod not_all_verified;
mod not_saml;
mod other_address;
mod other_audience;
mod other_authn_context;
mod other_certificate;
mod other_issuer;
mod other_name_id_format;
mod other_request;
mod reformatted;
mod relative_namespace;
mod response_by_get;
mod saml_version;
pub(crate) mod several_assertions;
mod split_value;
mod step_before;
mod template_without_names;
mod uid_absent;
mod unlisted_attribute;
mod unreadable;
mod unresolved_expression;
mod unsigned_message;
pub(crate) mod username_conflict;
mod weak_signature;
mod wrong_audience;

pub use context::Context;
pub(crate) use context::{CHECK_AGAIN, TEXTS, open};

use crate::diagnostic::{Diagnostic, RuleId, Severity, Span};
use crate::facts::Excerpt;
use crate::order;
use crate::text::{Args, Text, Words};
use crate::webex::pages::Page;
use findings::Findings;

/// The rules that decide whether the rest can be judged at all, in the order of what to do first.
static GATES: &[&Rule] = &[
    &unreadable::RULE,
    &doctype::RULE,
    &not_saml::RULE,
    &step_before::RULE,
    &excerpt::RULE,
    &not_a_response::RULE,
    &failed_status::RULE,
    &encrypted_assertion::RULE,
    &no_assertion::RULE,
    &wrong_audience::RULE,
];

/// The other rules, in the order of what to do first.
static OTHERS: &[&Rule] = &[
    &account_other_username::RULE,
    &member_status::RULE,
    &guest_account::RULE,
    &missing_attribute::RULE,
    &empty_attribute::RULE,
    &misnamed_attribute::RULE,
    &duplicate_attribute::RULE,
    &username_conflict::RULE,
    &missing_name_id::RULE,
    &name_id_format::RULE,
    &authn_context::RULE,
    &masked_value::RULE,
    &unresolved_expression::RULE,
    &invalid_email::RULE,
    &invalid_value::RULE,
    &encrypted_part::RULE,
    &several_assertions::RULE,
    &comment_in_value::RULE,
    &charset_conflict::RULE,
    &reformatted::RULE,
    &response_by_get::RULE,
    &other_address::RULE,
    &other_audience::RULE,
    &other_name_id_format::RULE,
    &other_authn_context::RULE,
    &other_issuer::RULE,
    &name_qualifier::RULE,
    &other_request::RULE,
    &expired_assertion::RULE,
    &late_not_before::RULE,
    &future_issue_instant::RULE,
    &unsigned_message::RULE,
    &bad_signature::RULE,
    &misplaced_signature::RULE,
    &duplicate_id::RULE,
    &irregular_signature::RULE,
    &split_value::RULE,
    &foreign_namespace::RULE,
    &saml_version::RULE,
    &relative_namespace::RULE,
    &other_certificate::RULE,
    &certificate_dates::RULE,
    &weak_signature::RULE,
    &not_all_verified::RULE,
    &missing_update_timestamp::RULE,
    &uid_absent::RULE,
    &template_without_names::RULE,
    &unlisted_attribute::RULE,
];

/// All rules, in the order of what to do first.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    GATES.iter().chain(OTHERS).copied()
}

/// The rules that an excerpt can answer.
static OF_EXCERPTS: &[&Rule] = &[
    &excerpt::RULE,
    &member_status::RULE,
    &guest_account::RULE,
    &missing_attribute::RULE,
    &empty_attribute::RULE,
    &misnamed_attribute::RULE,
    &duplicate_attribute::RULE,
    &masked_value::RULE,
    &unresolved_expression::RULE,
    &invalid_email::RULE,
    &invalid_value::RULE,
    &comment_in_value::RULE,
    &reformatted::RULE,
    &unlisted_attribute::RULE,
];

/// The rules that ask for what only Webex needs.
static OF_WEBEX: &[&Rule] = &[
    &wrong_audience::RULE,
    &guest_account::RULE,
    &missing_attribute::RULE,
    &empty_attribute::RULE,
    &misnamed_attribute::RULE,
    &missing_name_id::RULE,
    &missing_update_timestamp::RULE,
    &name_id_format::RULE,
    &authn_context::RULE,
    &uid_absent::RULE,
    &template_without_names::RULE,
    &unlisted_attribute::RULE,
    &username_conflict::RULE,
    &invalid_email::RULE,
    &invalid_value::RULE,
];

/// Their ids.
#[cfg(target_arch = "wasm32")]
#[allow(clippy::indexing_slicing, reason = "evaluated by the compiler")]
pub(crate) const IDS: [&str; GATES.len() + OTHERS.len()] = {
    let mut ids = [""; GATES.len() + OTHERS.len()];
    let mut at = 0;
    while at < ids.len() {
        ids[at] = match at < GATES.len() {
            true => GATES[at].id,
            false => OTHERS[at - GATES.len()].id,
        };
        at += 1;
    }
    ids
};

/// What an identifier is called beside others: its last part, or all of it where theirs has the same end.
fn called<'n>(identifier: &'n str, others: &[&str]) -> &'n str {
    let end = |text: &'n str| text.rsplit(':').next().unwrap_or(text);
    let seems =
        |other: &&str| *other != identifier && other.rsplit(':').next() == Some(end(identifier));
    match others.iter().any(seems) {
        true => identifier,
        false => end(identifier),
    }
}

/// One rule.
#[derive(Debug)]
pub struct Rule {
    /// Kebab-case; names the problem, so that “allow *id*” reads.
    pub id: &'static str,
    /// How much its findings matter, unless a finding says otherwise.
    pub severity: Severity,
    /// The page that says so.
    pub source: &'static Page,
    /// All that it may say; the first are words with the rule's own id.
    pub texts: &'static [Text],
    /// Looks at one message.
    pub check: fn(&Rule, &Context, &mut Findings),
}

impl Rule {
    /// A finding of this rule at `span`, with these words.
    pub fn finding(&self, words: &'static Words, span: Option<Span>, args: Args) -> Diagnostic {
        Diagnostic {
            rule: RuleId(self.id),
            severity: self.severity,
            span,
            words,
            args,
            source: self.source,
            field: None,
            code: None,
        }
    }
}

/// What the rules found in one message.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The findings, in the order of what to do first.
    pub listed: Vec<Diagnostic>,
    /// How many more each rule found, where it found more than are listed.
    pub omitted: Vec<(&'static str, usize)>,
}

/// Runs all rules.
pub fn run(context: &Context) -> Found {
    let mut ranked = vec![];
    let mut omitted = vec![];
    let excerpt = context.facts.and_then(|facts| facts.excerpt);
    let is_among = |rules: &[&Rule], rule: &Rule| rules.iter().any(|other| other.id == rule.id);
    for (rank, rule) in all().enumerate() {
        if excerpt.is_some() && !is_among(OF_EXCERPTS, rule)
            || context.step_before.is_some() && is_among(OF_WEBEX, rule)
        {
            continue;
        }
        let mut found = Findings::default();
        (rule.check)(rule, context, &mut found);
        if found.omitted() > 0 {
            omitted.push((rule.id, found.omitted()));
        }
        ranked.extend(found.into_listed().map(|finding| (rank, finding)));
    }
    for (_, finding) in &mut ranked {
        if excerpt.is_some_and(Excerpt::is_open) && finding.severity == Severity::Error {
            finding.severity = Severity::Warning;
        }
    }
    let is_of_31 = context.code == 31;
    order::by_key(&mut ranked, |(rank, finding)| {
        let leads =
            !is_of_31 && finding.code == Some(context.code) && finding.severity != Severity::Info;
        (*rank >= GATES.len(), !leads, finding.severity, *rank)
    });
    Found {
        listed: ranked.into_iter().map(|(_, finding)| finding).collect(),
        omitted,
    }
}
