//! The user list has the e‑mail address under another user name, or the user name with another address.

use super::{Context, Findings, Rule};
use crate::accounts::Other;
use crate::diagnostic::Severity;
use crate::text::{Arg, texts};
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "account-other-username",
    severity: Severity::Warning,
    source: &pages::API_ERRORS,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "account-other-username" {
        title: "In the user list this e‑mail has another user name: `{ $listed }`",
        why: "The message sends the user name `{ $username }` and the e‑mail `{ $email }`; the list has this e‑mail under the \
              user name `{ $listed }`. Our reading: Webex looks for the user name, finds no account, and can’t create a \
              second one with the same e‑mail. Cisco’s page on API errors has an error of its own for an e‑mail that is \
              taken; that a sign-in then shows 31 is in no source.",
        fix: "1. Look up which value the existing accounts have as user name at Webex: what the message sends decides which \
              account each of them gets, so it must be exactly that.\n\
              1. Then bring the two sides together for this user. Either the identity provider sends `{ $listed }` as NameID \
              and `uid`, or an administrator renames the account at Webex to `{ $username }`, under **Users › Edit User** in \
              Site Administration.\n\
              1. Try it with one user before you change the rule for all.\n{ $again }",
        action: "Bring the user names together: `{ $listed }` at Webex, `{ $username }` in the message",
    }
    EMAIL "account-other-username-email" {
        title: "In the user list this user name has another e‑mail: `{ $listed }`",
        why: "The message sends the user name `{ $username }` and the e‑mail `{ $email }`; the list has this user name with the \
              e‑mail `{ $listed }`. Our reading: if the account is another person’s, the user name is taken and Webex can’t \
              create a second one; if it is this user’s, the two addresses have drifted apart. Cisco’s page on API errors has \
              an error of its own for a user name that is taken; that a sign-in then shows 31 is in no source.",
        fix: "1. Look up at Webex whose account it is.\n\
              1. If it is this user’s: give it the address `{ $email }` at Webex, or have the identity provider send `{ $listed }`.\n\
              1. If it is another person’s: this user needs a user name that nobody has. Look up first which value the existing \
              accounts have as user name: a new rule for NameID and `uid` changes which account each of them gets, so it \
              must give exactly that value for them. Try it with one user.\n{ $again }",
        action: "Bring the e‑mail addresses together: `{ $listed }` at Webex, `{ $email }` in the message",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some((facts, account)) = cx.readable().zip(cx.account) else {
        return;
    };
    let (Some(username), Some(email)) = (facts.usable("username"), facts.usable("email")) else {
        return;
    };
    if !facts.sp.may_answer_31() {
        return;
    }
    for entry in account.entries() {
        let (words, listed, id) = match entry.other {
            Some(Other::Username) => (&WORDS, &entry.username, "username"),
            Some(Other::Email) => (&EMAIL, &entry.email, "email"),
            None => continue,
        };
        let field = facts.fields.iter().find(|field| field.id == id);
        let mut args = cx.steps();
        args.extend([
            ("listed", Arg::input(listed.as_deref().unwrap_or_default())),
            ("username", Arg::input(username)),
            ("email", Arg::input(email)),
        ]);
        out.push(rule.finding(words, field.and_then(|field| field.span()), args));
    }
}
