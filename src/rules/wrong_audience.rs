//! The message is not for a Webex service that answers with code 31.

use super::{Context, Findings, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::facts::{Facts, Reading};
use crate::text::{Arg, texts};
use crate::webex::ServiceProvider;
use crate::webex::pages;
use crate::webex::service_providers::Because;

pub static RULE: Rule = Rule {
    id: "wrong-audience",
    severity: Severity::Error,
    source: &pages::SAML_CORE,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "wrong-audience" {
        title: "The message is addressed to `{ $addressee }`, not to Webex",
        why: "By SAML a service refuses messages that name somebody else as audience or recipient. The fields below are \
              compared with Cisco’s table for Meetings sites, but a message for another service can’t confirm any cause of \
              error 31.",
        fix: "1. Make sure that this is the sign-in at Webex: in the capture take the POST to an address that ends in `webex.com`.\n\
              1. If your site uses an entity ID of its own, choose **Meetings site** as the receiver: then the message is judged in full.",
        action: "Make sure that this is the sign-in at Webex",
    }
    CONTROL_HUB "wrong-audience-control-hub" {
        title: "The message goes to Control Hub",
        why: "Error 31 is known from Webex Meetings sites and Messenger; we know of no numbered error from Control Hub. Of the \
              attributes its guide requires `uid` alone; first and last name come from the mapping that its administrator set up.",
        fix: "1. If your site still has its own SSO (**Site Administration › Configuration › Common Site Settings › SSO \
              Configuration**), find the message to `…/dispatcher/SAML2AuthService`.\n\
              1. If the site is managed in Control Hub, this message is the sign-in, and error 31 is not expected: take the \
              exact error text to Cisco support.\n\
              1. Whether Control Hub itself creates accounts at sign-in depends on its setup: domains verified and claimed, no \
              directory sync, **Block user profile update** on, the setting for self-registration and a licence template.\n\
              1. In Control Hub compare the attributes with **Management › Security › Authentication › Identity provider › ⋯ › Edit SAML mapping**.",
        action: "Find out whether your site has its own SSO or that of Control Hub",
    }
    MEETINGS_SERVER "wrong-audience-meetings-server" {
        title: "WebEx Meetings Server answers in words, without the number 31",
        why: "It says that automatic account creation failed. Cisco’s guide for it names `updatetimestamp` first, then \
              `firstname`, `lastname` and `email` (missing or too long) and the NameID, which has to be the e‑mail address; \
              where the server requires tracking codes, also `TC1` to `TC10`. The five causes of error 31 are those of the \
              cloud service.",
        fix: "Go through the findings below; each names what this server asks for. The planning guide 2.6 has the whole table (a copy elsewhere): <https://manualsbrain.com/en/manuals/1610123/?page=176>",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(facts) = cx.facts.filter(|facts| facts.reading != Reading::OtherKind) else {
        return;
    };
    let (words, severity) = match facts.sp {
        ServiceProvider::MeetingsSite | ServiceProvider::Messenger => return,
        ServiceProvider::Other => (&WORDS, rule.severity),
        ServiceProvider::ControlHub => (&CONTROL_HUB, Severity::Warning),
        ServiceProvider::MeetingsServer => (&MEETINGS_SERVER, Severity::Info),
    };
    let source = match facts.sp {
        ServiceProvider::ControlHub => &pages::CONTROL_HUB_ATTRIBUTES,
        ServiceProvider::MeetingsServer => &pages::SERVER_GUIDE_2_0,
        _ => rule.source,
    };
    let addressee = facts.addressee().unwrap_or_default().to_owned();
    let finding = rule.finding(
        words,
        place(facts),
        vec![("addressee", Arg::Input(addressee))],
    );
    out.push(Diagnostic {
        severity,
        source,
        ..finding
    });
}

fn place(facts: &Facts) -> Option<crate::diagnostic::Span> {
    if matches!(facts.sp_because.first(), Some((_, Because::Reader))) {
        return None;
    }
    let conditions = facts.assertion.and_then(|a| a.conditions.as_ref());
    let audience = conditions
        .and_then(|c| c.audience_restrictions.iter().flatten().next())
        .map(|audience| audience.span);
    let subject = facts.assertion.and_then(|a| a.subject.as_ref());
    let recipient = subject
        .into_iter()
        .flat_map(|s| &s.confirmations)
        .find_map(|c| Some(c.recipient.as_ref()?.span));
    let destination = || Some(facts.message.response.as_ref()?.destination.as_ref()?.span);
    audience.or(recipient).or_else(destination)
}
