//! What a rule sees of a message and its surroundings, and what several rules say of it alike.

use super::{Findings, Rule};
use crate::accounts::Lookup;
use crate::decode::{CharsetConflict, Sent};
use crate::diagnostic::Severity;
use crate::facts::{Facts, Field, Reading};
use crate::instant::Instant;
use crate::metadata::{Entity, Role};
use crate::options::Options;
use crate::sign_ins::Asked;
use crate::signature::{Examined, OddityKind};
use crate::text::{Arg, Args, Words, texts};
use crate::webex::codes::CodeBy;
use crate::webex::idps::{self, IdentityProvider};
use crate::xml;

/// So many names of the input are listed in a sentence.
const LISTED: usize = 3;

/// What a rule sees.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// Why the XML was refused; then there are no facts.
    pub refused: Option<&'a xml::Error>,
    /// The text of the message.
    pub source: &'a str,
    /// The message as Webex reads it.
    pub facts: Option<&'a Facts<'a>>,
    /// The user in the user list, where there is a list.
    pub account: Option<&'a Lookup>,
    /// A declared charset that contradicts the bytes.
    pub charset_conflict: Option<&'a CharsetConflict>,
    /// When the message was delivered, where that is known.
    pub delivered_at: Option<Instant>,
    /// What signatures tell, where they were looked at.
    pub examined: Option<&'a Examined>,
    /// What the caller brings in.
    pub options: &'a Options,
    /// The error code that it is judged for.
    pub code: u8,
    /// Who says so.
    pub coded_by: CodeBy,
    /// What Webex surely answered, to this message where that is known.
    pub answered: &'a [u8],
    /// When the message was delivered that Webex surely answered, where that may be told.
    pub answered_at: Option<Instant>,
    /// Whether Webex is known to have answered with error 31, so that it did read this message.
    pub was_read: bool,
    /// Whether the text is what was sent, byte by byte.
    pub exact: bool,
    /// How it was sent, as far as what holds it tells.
    pub(crate) sent: Sent,
    /// Number of Webex's message, from 1, where this one belongs to a step before it.
    pub step_before: Option<usize>,
    /// What the request asked for that this message answers.
    pub asked: Option<&'a Asked>,
    /// What services and identity providers publish of themselves, as the reader brought it.
    pub metadata: &'a [Entity],
}

texts! {
    pub(crate) static:
    /// Opens the place where attributes are edited.
    OPEN_KNOWN "open-known" "1. In { $idp } open **{ $console }**.";
    /// The same for a sender whose console is not known.
    OPEN_UNKNOWN "open-unknown" "1. Open the attributes of the Webex application at your identity provider.";
    /// Comes before a step that changes NameID or `uid`: which account each user is matched to depends on them.
    KEEP_THEN "keep-accounts-then" "{ $keep }\n{ $then }";
    /// The last step of each fix.
    CHECK_AGAIN "check-again" "1. Sign in again in a private window, capture the new message and check it here.";
}

impl<'a> Context<'a> {
    /// What is known before there is a message.
    pub fn without_message(options: &'a Options, code: u8) -> Self {
        Self {
            refused: None,
            source: "",
            facts: None,
            account: None,
            examined: None,
            charset_conflict: None,
            delivered_at: options.signed_in_at,
            options,
            code,
            coded_by: CodeBy::Nobody,
            answered: &[],
            answered_at: None,
            was_read: false,
            exact: false,
            sent: Sent::Unknown,
            step_before: None,
            asked: None,
            metadata: &[],
        }
    }

    /// Whether the XML was refused as it was sent, byte by byte, and all of it is there.
    pub fn is_refused_as_sent(&self) -> bool {
        let is_fault = |error: &xml::Error| !error.reason.breaks_off() && !error.reason.is_bound();
        self.exact && self.is_sent() && self.refused.is_some_and(is_fault)
    }

    /// Whether a capture, a form or an address holds it.
    pub fn is_sent(&self) -> bool {
        self.sent != Sent::Unknown
    }

    /// When the message was made, as it says itself.
    pub fn issued_at(&self) -> Option<Instant> {
        let facts = self.facts?;
        let response = facts.message.response.as_ref();
        let issued = response.and_then(|response| response.issue_instant.as_ref());
        let issued = issued.or_else(|| facts.assertion?.issue_instant.as_ref());
        Instant::parse(&issued?.value)
    }

    /// The facts, where an assertion can be read.
    pub fn readable(&self) -> Option<&'a Facts<'a>> {
        self.facts.filter(|facts| facts.reading == Reading::Full)
    }

    /// The steps of a fix for this field, as the placeholders `open` and `again`; where it is the user name, what the fix
    /// changes for those who have an account comes first.
    pub fn steps_for(&self, field: &Field) -> Args {
        match field.id.as_str() {
            "username" => self.user_name_steps(),
            _ => self.steps(),
        }
    }

    /// [`Self::steps`] of a fix that changes NameID or `uid`.
    pub fn user_name_steps(&self) -> Args {
        let mut args = self.steps();
        for (name, arg) in &mut args {
            if *name == "open" {
                *arg = self.keeping(arg.clone());
            }
        }
        args
    }

    /// What a change of NameID or `uid` means for those who have an account, then this step.
    pub fn keeping(&self, then: Arg) -> Arg {
        let recipe = self
            .facts
            .map_or(idps::UNKNOWN.recipe, |facts| facts.idp.recipe);
        Arg::Said(
            KEEP_THEN,
            vec![("keep", Arg::said(recipe.keep)), ("then", then)],
        )
    }

    /// The first and the last step of a fix at this sender, as the placeholders `open` and `again`.
    pub fn steps(&self) -> Args {
        let idp = self.facts.map_or(&idps::UNKNOWN, |facts| facts.idp);
        vec![("open", open(idp)), ("again", Arg::said(&CHECK_AGAIN))]
    }

    /// What the reader brought of services, or of identity providers; nothing for a message that isn’t Webex’s.
    pub fn published(&self, role: Role) -> impl Iterator<Item = &'a Entity> + use<'a> {
        let all = match self.step_before {
            Some(_) => &[],
            None => self.metadata,
        };
        all.iter().filter(move |entity| entity.role == role)
    }

    /// Names of the input for a sentence: a few of them.
    pub fn listed<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> Arg {
        let mut names = names.into_iter();
        let mut few: Vec<Arg> = names.by_ref().take(LISTED).map(Arg::input).collect();
        few.extend(names.next().map(|_| Arg::from("…")));
        Arg::List(few, None)
    }

    /// `severity` where Webex is not known to have taken the message, otherwise info.
    pub fn unless_read(&self, severity: Severity) -> Severity {
        if self.was_read {
            Severity::Info
        } else {
            severity
        }
    }

    /// How much it matters what Webex answers with this code, and the code, where the receiver answers with codes.
    pub fn weighed(&self, code: u8, severity: Severity) -> (Severity, Option<u8>) {
        let has_codes = self.facts.is_some_and(|facts| facts.sp.has_code_31());
        match has_codes && self.step_before.is_none() {
            true => (self.severity_of_code(code, severity), Some(code)),
            false => (self.unless_read(severity), None),
        }
    }

    /// A finding for each oddity of this kind, with what it is about as `name`.
    pub(super) fn tell_oddities(
        &self,
        kind: OddityKind,
        rule: &Rule,
        words: &'static Words,
        out: &mut Findings,
    ) {
        let examined = self.examined.into_iter();
        let oddities = examined.flat_map(|examined| &examined.oddities);
        for oddity in oddities.filter(|oddity| oddity.kind == kind) {
            let name = oddity.name.as_deref();
            let args = name.map(|name| ("name", Arg::input(name)));
            out.push(rule.finding(words, oddity.span, args.into_iter().collect()));
        }
        let more = self.examined.into_iter().flat_map(|e| &e.more);
        let more = more.filter(|(other, _)| *other == kind);
        out.count(more.map(|(_, count)| count).sum());
    }

    /// `severity` where the reader saw this code, otherwise info: Webex reports it before it tries to make an account.
    pub fn severity_of_code(&self, code: u8, severity: Severity) -> Severity {
        if self.code == code {
            severity
        } else {
            Severity::Info
        }
    }
}

/// The step that opens the place where this product's attributes are edited.
pub fn open(idp: &IdentityProvider) -> Arg {
    let Some(console) = idp.console else {
        return Arg::said(&OPEN_UNKNOWN);
    };
    let args = vec![("idp", idp.name.into()), ("console", console.into())];
    Arg::Said(OPEN_KNOWN, args)
}
