//! A name comes with a qualifier that is not the address of the site.

use super::{Context, Findings, Rule};
use crate::address::host;
use crate::diagnostic::{Diagnostic, Severity};
use crate::facts::Facts;
use crate::text::{Arg, texts};
use crate::webex::{self, pages};

pub static RULE: Rule = Rule {
    id: "name-qualifier",
    severity: Severity::Warning,
    source: &pages::SSO_CODES,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "name-qualifier" {
        title: "`NameQualifier` of `{ $element }` is `{ $value }`, not the address of the site",
        why: "In the list of Webex’s codes 10 says that the value of `NameQualifier` does not match the address of the site. How Webex compares \
              the two, no source says; that this value leads to it is our reading.",
        fix: "1. Have the identity provider leave `NameQualifier` out: SAML allows that. If it has to stay, give it the address of the site.\n{ $again }",
        action: "Leave `NameQualifier` out",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(facts) = cx.readable() else { return };
    let (severity, code) = cx.weighed(10, rule.severity);
    let name_id = facts
        .name_id()
        .and_then(|name_id| name_id.qualifier.as_ref());
    let issuer = facts
        .assertion
        .and_then(|assertion| assertion.issuer_qualifier.as_ref());
    let all = [("NameID", name_id), ("Issuer", issuer)];
    let mut all = all
        .into_iter()
        .filter_map(|(element, one)| Some((element, one?)));
    let Some((element, other)) = all.find(|(_, one)| !may_be_the_site(facts, one.value.trim()))
    else {
        return;
    };
    if code.is_none() {
        return;
    }
    let mut args = cx.steps();
    args.extend([
        ("element", element.into()),
        ("value", Arg::input(other.value.trim())),
    ]);
    out.push(Diagnostic {
        severity,
        code,
        ..rule.finding(&WORDS, Some(other.span), args)
    });
}

/// Whether a qualifier is the address of the site in any form, or can't be told from it; an empty one is none.
fn may_be_the_site(facts: &Facts, qualifier: &str) -> bool {
    let own = match host(qualifier) {
        "" => qualifier,
        host => host,
    };
    let is_own = |receiver: &&str| {
        let address = host(receiver);
        !address.is_empty() && address.eq_ignore_ascii_case(own)
    };
    let is_general = || {
        webex::is_host(own)
            && facts
                .site
                .is_none_or(|_| own.eq_ignore_ascii_case("www.webex.com"))
    };
    qualifier.is_empty() || facts.receivers().iter().any(is_own) || is_general()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop")]
mod tests {
    use super::*;
    use crate::Options;
    use crate::{saml, xml};

    #[test]
    fn any_form_of_the_address_may_be_the_site() {
        let acs = "https://adriasoft.webex.com/dispatcher/SAML2AuthService?siteurl=adriasoft";
        let table = [
            ("https://adriasoft.webex.com", true),
            ("adriasoft.WEBEX.com", true),
            (acs, true),
            ("adriasoft", false),
            ("http://www.webex.com", true),
            ("  ", true),
            ("https://other.webex.com", false),
            ("https://idp.example/idp/shibboleth", false),
            ("urn:idp", false),
        ];
        let message = |acs: &str| {
            format!(
                r#"<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion"><Subject><SubjectConfirmation><SubjectConfirmationData Recipient="{acs}"/></SubjectConfirmation></Subject><Conditions><AudienceRestriction><Audience>http://www.webex.com</Audience></AudienceRestriction></Conditions></Assertion>"#
            )
        };
        let options = Options::default();
        let judged = |acs: &str, qualifier: &str| {
            let document = xml::parse(&message(acs)).unwrap();
            let message = saml::read(&document);
            may_be_the_site(&Facts::new(&message, &options, false), qualifier.trim())
        };
        for (qualifier, expected) in table {
            assert_eq!(judged(acs, qualifier), expected, "{qualifier}");
        }
        assert!(
            judged("", "https://other.webex.com"),
            "no site to compare it with"
        );
    }
}
