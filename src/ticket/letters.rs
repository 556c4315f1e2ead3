//! Texts for the others who are involved, each with what that one needs and no more.

use super::steps::counted;
use crate::report::{Cause, CauseVerdict, Message, Remedy};
use crate::text::{Arg, Phrase, Texts, texts, without_marks};
use crate::webex::codes::{self, Code};
use serde::Serialize;
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

/// A text for somebody who is involved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Letter {
    /// For whom.
    pub to: Recipient,
    /// The same in words.
    pub title: String,
    /// What it names and what not.
    pub names: String,
    /// The text, plain.
    pub text: String,
}

/// Who is involved besides the administrator of Webex.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Recipient {
    /// Who runs the identity provider.
    IdentityProvider,
    /// Cisco support, or the Cisco partner.
    Support,
    /// The user who sees the error.
    User,
}

texts! {
    TO_IDP "letter-idp" "For whoever runs the identity provider";
    TO_SUPPORT "letter-support" "For Cisco support or the Cisco partner";
    TO_USER "letter-user" "For the user who sees the error";
    NAMES_IDP "letter-idp-names" "The recipe alone: no user, no site, no value of the message.";
    NAMES_SUPPORT "letter-support-names" "Names the site, the time of the sign-in and the code, which Cisco needs to look it up. No user, no value.";
    NAMES_USER "letter-user-names" "Holds nothing of this message.";
    HELLO "letter-hello" "Hello,";
    IDP_LEAD "letter-idp-lead" "the SAML messages of our Webex application are not as Webex needs them to create accounts at sign-in. This has to change:";
    IDP_END "letter-idp-end" "Afterwards one sign-in in a private window shows whether it was enough. Details: { $source }";
    SUPPORT_LEAD "letter-support-lead" "at this Webex site a sign-in by SSO fails with error { $code } (“{ $words }”). We have checked the SAML message; what we found follows.";
    SUPPORT_SITE "letter-support-site" "Site: { $site }";
    SUPPORT_SITE_OPEN "letter-support-site-open" "Site: (to be filled in)";
    SUPPORT_TIME "letter-support-time" "SAML message issued: { $time }";
    SUPPORT_IDP "letter-support-idp" "Identity provider: { $idp }";
    SUPPORT_CONFIRMED "letter-support-confirmed" "Confirmed: { $causes }";
    SUPPORT_OUT "letter-support-ruled-out" "Ruled out: { $causes }";
    SUPPORT_OPEN "letter-support-cannot-tell" "Not known: { $causes }";
    SUPPORT_PARTNER "letter-support-partner" "We need to know: does this site have a partner ID for automatic account creation, and what does its log say of this sign-in?";
    SUPPORT_ASK "letter-support-ask" "We need to know what the log of the site says of this sign-in.";
    USER_LEAD "letter-user-lead" "to find out why Webex refuses your sign-in we need what your browser sends to Webex. It takes two minutes:";
    USER_STEPS "letter-user-steps" "1. Open a private window in Chrome or Edge and press F12.\n1. Choose **Network** and tick **Preserve log**.\n1. Sign in to Webex in this window until the error shows.\n1. Above the list choose **Export HAR (sanitized)**, and send us that file over the way that your company uses for confidential files.\n1. Write down the time and the text of the error, with its number.";
    USER_CARE "letter-user-care" "The file holds your name and e‑mail address, and what your company sends to Webex about you. A file that is not `sanitized` also holds cookies, and the password that you typed: whoever has it can sign in as you. If only that export is there, sign out of everything afterwards, or copy from the POST request to `webex.com` nothing but the value of `SAMLResponse`.";
    USER_WITHOUT "letter-user-without" "If F12 is blocked: with Microsoft Entra an administrator can open **Test** on the page of the Webex application under **Single sign-on**, and with the extension **My Apps Secure Sign-in** the message can be saved; in Okta the administrator sees it under **Preview the SAML Assertion**. For others, AD FS and Google among them, another browser or computer on which F12 opens is the way.";
}

/// `before` is the message, `after` the one without the person.
pub(super) fn write(before: &Message, after: &Message, texts: &Texts) -> Vec<Letter> {
    let letter = |to, title: &Phrase, names: &Phrase, parts: &[String]| Letter {
        to,
        title: texts.say(title, &[]),
        names: texts.say(names, &[]),
        text: without_marks(&format!("{}\n", parts.join("\n\n"))),
    };
    let say = |phrase: &Phrase| plain(&texts.say(phrase, &[]));
    let user = [
        say(&HELLO),
        say(&USER_LEAD),
        counted(&texts.say(&USER_STEPS, &[]), plain),
        say(&USER_CARE),
        say(&USER_WITHOUT),
    ];
    let idp = after.remedy.as_ref().map(|remedy| {
        let parts = to_idp(remedy, texts);
        letter(Recipient::IdentityProvider, &TO_IDP, &NAMES_IDP, &parts)
    });
    let known = codes::code(before.error31.code).filter(|_| before.sp.id.has_code_31());
    let support = known.map(|code| {
        let parts = to_support(before, code, texts);
        letter(Recipient::Support, &TO_SUPPORT, &NAMES_SUPPORT, &parts)
    });
    let user = letter(Recipient::User, &TO_USER, &NAMES_USER, &user);
    [idp, support, Some(user)].into_iter().flatten().collect()
}

fn to_idp(remedy: &Remedy, texts: &Texts) -> Vec<String> {
    let say = |phrase: &Phrase| plain(&texts.say(phrase, &[]));
    let mut parts = vec![say(&HELLO), say(&IDP_LEAD)];
    parts.extend(remedy.note.iter().map(|note| plain(note)));
    let steps = (1..).zip(&remedy.steps);
    let steps = steps.map(|(number, step): (usize, _)| format!("{number}. {}", plain(step)));
    parts.push(steps.collect::<Vec<_>>().join("\n"));
    for snippet in &remedy.snippets {
        parts.push(format!("{}\n\n{}", plain(&snippet.title), snippet.text));
    }
    let source = [("source", Arg::Plain(remedy.source.clone()))];
    parts.push(plain(&texts.say(&IDP_END, &source)));
    parts
}

fn to_support(message: &Message, code: &Code, texts: &Texts) -> Vec<String> {
    let say = |phrase: &Phrase| plain(&texts.say(phrase, &[]));
    let with = |phrase: &Phrase, name, value: &str| {
        plain(&texts.say(phrase, &[(name, Arg::Plain(value.to_owned()))]))
    };
    let mut facts = vec![match &message.sp.site {
        Some(site) => with(&SUPPORT_SITE, "site", site),
        None => say(&SUPPORT_SITE_OPEN),
    }];
    let time = message.issued_at.as_deref();
    facts.extend(time.map(|time| with(&SUPPORT_TIME, "time", time)));
    let product = message.idp.name.as_deref();
    let is_known = message.idp.id != crate::webex::idps::UNKNOWN.id;
    let product = product.filter(|_| is_known);
    facts.extend(product.map(|product| with(&SUPPORT_IDP, "idp", product)));
    let of_31 = Some(&message.error31.causes).filter(|_| code.number == 31);
    let causes = of_31.map_or(&[][..], |causes| causes);
    let verdicts = [
        (CauseVerdict::Confirmed, &SUPPORT_CONFIRMED),
        (CauseVerdict::RuledOut, &SUPPORT_OUT),
        (CauseVerdict::CannotTell, &SUPPORT_OPEN),
    ];
    let listed = verdicts.into_iter().filter_map(|(verdict, phrase)| {
        let own = causes.iter().filter(|cause| cause.verdict == verdict);
        let titles: Vec<&str> = own.map(|cause| cause.title.as_str()).collect();
        (!titles.is_empty()).then(|| with(phrase, "causes", &titles.join("; ")))
    });
    let asks = causes.iter().any(|cause: &Cause| {
        cause.id == crate::report::CauseId::PartnerId && cause.verdict == CauseVerdict::CannotTell
    });
    let lead = [
        ("code", Arg::Plain(code.number.to_string())),
        ("words", Arg::Plain(code.name().to_owned())),
    ];
    let listed = listed.collect::<Vec<_>>().join("\n");
    let mut parts = vec![
        say(&HELLO),
        plain(&texts.say(&SUPPORT_LEAD, &lead)),
        facts.join("\n"),
    ];
    parts.extend(Some(listed).filter(|listed| !listed.is_empty()));
    parts.push(say(if asks { &SUPPORT_PARTNER } else { &SUPPORT_ASK }));
    parts
}

/// The text without its marks.
pub(super) fn plain(text: &str) -> String {
    super::admin::plain(text)
}
