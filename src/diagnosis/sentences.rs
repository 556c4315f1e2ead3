//! The sentences of the diagnosis.

use crate::facts::{Facts, Field, FieldState};
use crate::rules::Context;
use crate::text::{AND, Arg, Args, OR, Phrase, texts};

texts! {
    pub(super) static:
    MEMBER_STATUS "why-member-status" "`{ $memberstatus }` is among the attributes.";
    MEMBER_STATUS_POSSIBLE "why-member-status-possible" "`{ $memberstatus }` may be meant; Cisco gives only the label.";
    NO_MEMBER_STATUS "why-no-member-status" "No attribute of that name, in any of the spellings known here. Cisco gives only the label.";
    FIELDS_MISSING "why-fields-missing" "The message has no { $none }.";
    FIELDS_EMPTY "why-fields-empty" "In the message, but empty: { $empty }.";
    FIELDS_MISNAMED "why-fields-misnamed" "The message names { $misnamed } differently from Cisco’s table.";
    FIELDS_DOUBTFUL "why-fields-doubtful" "All are in the message; in doubt: { $doubtful }.";
    FIELDS_ARRIVED "why-fields-arrived" "The four fields that are always required are there. Whether your site requires more: see the check.";
    FIELDS_ALL "why-fields-all" "User name, first name, last name and e‑mail are in the message, and you answered that your site requires no more.";
    FIELDS_OTHER "why-fields-other" "You answered that your site requires a field that is not in the message.";
    ACCOUNT "why-account" "A message says nothing about the account.";
    HOST "why-host" "If the account is new, it is created as a host account, and that normally takes a licence.";
    ATTENDEE "why-attendee" "This sign-in asks for an attendee account; it needs a licence only if attendee accounts are not set up and switched on at the site.";
    LIST_STATUS "why-list-status" "Line { $line } of the user list: `{ $column }` is `{ $word }`.";
    LIST_EMPTY "why-list-empty" "Line { $line } of the user list: `{ $column }` is empty, which means active.";
    LIST_READING "why-list-reading" "No page of Cisco’s says what that word means in a list; our reading is in “User statuses”.";
    LIST_UNKNOWN "why-list-unknown" "No table here knows that status.";
    LIST_NO_STATUS "why-list-no-status" "Line { $line } of the user list has the account, without a status.";
    LIST_SEVERAL "why-list-several" "The user list has several rows for this user: lines { $lines }. It doesn’t say which one is valid.";
    LIST_NOT_FOUND "why-list-not-found" "This list has no row for this user. If it is complete and of this site, the account is new: required fields, host licences and the partner ID come next.";
    LIST_NO_ROW "why-list-no-row" "In this list there is no row for this user.";
    LIST_NOT_SO_FAR "why-list-not-so-far" "The part of the user list that could be read has no row for this user.";
    LIST_NO_KEY "why-list-no-key" "The message names no user to look up in the list.";
    LIST_UNREADABLE "why-list-unreadable" "The user list could not be read.";
    MAY_BE_LINKED "why-may-be-linked" "This list is of the organisation in Control Hub. If the site is only linked to it, the site has an account of its own, and that one counts: look it up in Site Administration, under **Users**.";
    NOT_OF_THE_SITE "why-not-of-the-site" "This list is of the organisation in Control Hub; by your answer the site is managed in Site Administration, and the account there counts.";
    OTHER_USERNAME "why-other-username" "This e‑mail has another user name there than in the message: `{ $listed }` in the list, `{ $sent }` in the message.";
    OTHER_EMAIL "why-other-email" "This user name has another e‑mail there than in the message: `{ $listed }` in the list, `{ $sent }` in the message.";
    PENDING "why-pending" "What it means depends on the age of the list.";
    ANSWERED "why-answered" "You answered: { $answer }.";
    DIFFERS "why-differs" "You answered: { $answer }. The user list says otherwise. If the list is older than your answer, remove it.";
    SEATS_USED "why-seats-used" "Host licences in use, by the user list: { $used }. Enter how many you bought to decide this.";
    SEATS_COUNTED "why-seats-counted" "Host licences in use, by the user list: { $used }; bought: { $bought }.";
    SEATS_IN_USE "why-seats-in-use" "Host licences in use: { $used }.";
    SEATS_INACTIVE_ALL "why-seats-inactive-all" "Inactive among them: { $inactive }; in Control Hub an inactive account keeps its licence.";
    SEATS_INACTIVE "why-seats-inactive" "Host accounts that may not be active: { $inactive }; with them it would be { $hosts }.";
    SEATS_OPEN "why-seats-open" "Whether those take a licence depends on the console; the list doesn’t say which one it is from.";
    SEATS_OPEN_ACTIVE "why-seats-open-active" "Cisco says of its API for sites that activated accounts count; no page says whether **Site Information** counts the same way.";
    SEATS_UNCOUNTED "why-seats-uncounted" "The user list doesn’t show how many host licences this site uses.";
    SEATS "why-seats" "No message shows how many host licences are free.";
    PARTNER "why-partner" "We know of no console that shows it.";
    NO_MESSAGE "why-no-message" "Only the message of the sign-in shows it.";
    REFUSED "why-refused" "The XML can’t be read.";
    NOT_READ "why-not-read" "The document is not read any further.";
    OTHER_KIND "why-other-kind" "Only the response of a sign-in shows it.";
    ENCRYPTED "why-encrypted" "The assertion is encrypted.";
    FAILED "why-failed" "The identity provider refused the sign-in, so the message decides nothing about attributes.";
    NO_ASSERTION "why-no-assertion" "There is no assertion to check.";
    SEVERAL "why-several" "There are several assertions; which of them Webex reads is not documented.";
    OTHER_SERVICE "why-other-service" "The message is addressed to another service.";
    NO_CODE_31 "why-no-code-31" "This service is not known to answer with error 31.";
    EXCERPT "why-excerpt" "This is a part of a message; the rest may hold it.";
    STEP_BEFORE "why-step-before" "This message belongs to a step before Webex.";
    HIDDEN "why-hidden" "Part of the message is encrypted.";

    NEXT_MEMBER_STATUS "next-member-status" "Remove it first.";
    NEXT_FIELDS "next-fields" "Send these fields, under the names in Cisco’s table.";
    NEXT_OTHER_FIELD "next-other-field" "Send the field that is not in the message, under the name in Cisco’s table.";
    NEXT_UNDECIDED "next-undecided" "Clear up the findings below, then check a new message.";
    NEXT_WHOLE "next-whole" "Copy the message again, whole.";
    NEXT_AGAIN "next-again" "Copy the message again, from the sign-in itself.";
    NEXT_SENT "next-sent" "Have the identity provider send XML that can be read.";
    NEXT_RESPONSE "next-response" "Paste the response of the sign-in.";
    NEXT_UNENCRYPTED "next-unencrypted" "Capture one sign-in with encryption turned off.";
    NEXT_FAILED "next-failed" "Look for the reason at the identity provider.";
    NEXT_RECEIVER "next-receiver" "Choose the receiver, or find the message to Webex.";
    NEXT_ACCOUNT "next-account" "Look up the account at Webex.";
    NEXT_REACTIVATE "next-reactivate" "Reactivate the account.";
    NEXT_NAMES "next-names" "Make user name and e‑mail the same at Webex and in the message.";
    NEXT_SITE_ACCOUNT "next-site-account" "Look up the account of the site itself.";
    NEXT_APPROVE "next-approve" "Approve the account.";
    NEXT_STATUS "next-status" "Clear up the status of the account.";
    NEXT_LISTED "next-listed" "Clear up the status of the account: `{ $word }` in line { $line } of the user list.";
    NEXT_ROWS "next-rows" "Look at these rows at Webex.";
    NEXT_OTHERS "next-others" "Make sure that the list is complete and of this site, then go on.";
    NEXT_FREE "next-free" "Free a host licence, or buy one.";
    NEXT_SUPPORT "next-support" "Ask your Cisco partner or Cisco support to set it.";
    NEXT_SEATS "next-seats" "Check that a host licence is free.";
    NEXT_PARTNER "next-partner" "Ask your Cisco partner or Cisco support.";

    TITLE_MEMBER_STATUS "title-member-status" "The message carries Member Status.";
    TITLE_MISSING "title-missing" "The message has no { $none }.";
    TITLE_BOTH "title-both" "The message carries Member Status and has no { $none }.";
    TITLE_EMPTY "title-empty" "The message carries { $empty } without a value.";
    TITLE_MISNAMED "title-misnamed" "The message names { $misnamed } differently from Cisco’s table.";
    TITLE_UNUSABLE "title-unusable" "The message has no usable { $unusable }.";
    TITLE_BOTH_UNUSABLE "title-both-unusable" "The message carries Member Status and has no usable { $unusable }.";
    TITLE_INACTIVE "title-inactive" "The account of `{ $user }` exists, but is Inactive.";
    TITLE_APPROVAL "title-approval" "The account of `{ $user }` exists, but awaits approval.";
    TITLE_ANSWER_INACTIVE "title-answer-inactive" "By your answer, the account exists, but is deactivated.";
    TITLE_ANSWER_APPROVAL "title-answer-approval" "By your answer, the account exists, but awaits approval.";
    TITLE_SEATS_LIST "title-seats-list" "By the user list, no host licence is free.";
    TITLE_SEATS_ANSWER "title-seats-answer" "By your answer, no host licence is free.";
    TITLE_PARTNER "title-partner" "By your answer, the site has no partner ID.";
    TITLE_OTHER_FIELD "title-other-field" "By your answer, a field that your site requires is not in the message.";
    TITLE_NONE_REMAINS "title-none-remains" "All five causes that Cisco lists are ruled out.";
    TITLE_OTHER_USERNAME "title-other-username" "By the user list, this e‑mail belongs to an account with another user name.";
    TITLE_OTHER_EMAIL "title-other-email" "By the user list, this user name belongs to an account with another e‑mail.";
    TITLE_NOT_EXPLAINED "title-not-explained" "Nothing in this message explains error 31.";
    TITLE_ENCRYPTED "title-encrypted" "The assertion is encrypted; its attributes can’t be read here.";
    TITLE_FAILED "title-failed" "The identity provider itself refused this sign-in.";
    TITLE_NO_ASSERTION "title-no-assertion" "The response holds no assertion.";
    TITLE_REQUEST "title-request" "This is the request to the identity provider, not its response.";
    TITLE_LOGOUT "title-logout" "This is a sign-out message, not a sign-in.";
    TITLE_METADATA "title-metadata" "This is metadata, not a message of a sign-in.";
    TITLE_OLD "title-old" "Webex no longer accepts this kind of message.";
    TITLE_OTHER_XML "title-other-xml" "This is XML, but not a SAML response.";
    TITLE_REFUSED "title-refused" "The XML is incomplete or damaged; it can’t be read to the end.";
    TITLE_TOO_LARGE "title-too-large" "The XML is larger or deeper than a SAML message ever is; reading was stopped.";
    TITLE_DOCTYPE "title-doctype" "The document has a document type declaration and is not read.";
    TITLE_CONTROL_HUB "title-control-hub" "This message goes to Control Hub; error 31 is not known to come from there.";
    TITLE_SERVER "title-server" "This message goes to WebEx Meetings Server, which doesn’t answer with the number 31.";
    TITLE_OTHER_SERVICE "title-other-service" "This message is addressed to `{ $addressee }`, not to Webex.";
    TITLE_STEP_BEFORE "title-step-before" "This message belongs to a step before Webex.";
    TITLE_EXCERPT "title-excerpt" "This is a part of a message; what is here was read.";
    TITLE_POSSIBLE "title-possible" "`{ $memberstatus }` may be what Cisco calls Member Status.";
    TITLE_SEVERAL "title-several" "The message holds several assertions; which one Webex reads is not documented.";
    TITLE_DOUBTFUL "title-doubtful" "All required fields arrived; in doubt: { $doubtful }.";
    TITLE_HIDDEN "title-hidden" "Part of the message is encrypted; what is inside can’t be read here.";

    LEAD_ONE "lead-one" "Cisco lists this as a cause of error 31. Fix it first. What a message can’t show is listed below as open.";
    LEAD_OTHERWISE "lead-otherwise" "Cisco lists a required field that is not passed as a cause of error 31. Under another name, or without a value, it is not passed as Cisco’s table asks. Fix it first. What a message can’t show is listed below as open.";
    LEAD_TWO "lead-two" "Cisco lists both as causes of error 31. Fix them first. What a message can’t show is listed below as open.";
    LEAD_MORE "lead-more" "More than one cause that Cisco lists is confirmed. Fix what the message shows first, then what is on the Webex side.";
    LEAD_WEBEX_MORE "lead-webex-more" "More than one cause that Cisco lists is confirmed. Fix them all, first those on the Webex side.";
    LEAD_WEBEX "lead-webex" "Cisco lists this as a cause of error 31. It is on the Webex side: fix it there before you change anything at the identity provider.";
    LEAD_COMPLETE "lead-complete" "The message itself is complete: all four required fields are there and Member Status is not.";
    LEAD_NONE_REMAINS "lead-none-remains" "Send this report to Cisco support.";
    LEAD_FIELDS_REMAIN "lead-fields-remain" "What is left to check is whether your site requires more fields than the four.";
    LEAD_OTHER_USERNAME "lead-other-username" "The message itself has the four required fields and no Member Status. Our reading: Webex then can neither use that account for this sign-in nor create a second one. Compare the two sides first.";
    LEAD_NOT_EXPLAINED "lead-not-explained" "All four required fields arrived and there is no Member Status. The causes that remain are on the Webex side and can’t be seen in a message; nor does a message show whether your site requires a further field.";
    LEAD_ENCRYPTED "lead-encrypted" "Capture one sign-in with encryption turned off; then the two causes that a message can show are decided at once.";
    LEAD_FAILED "lead-failed" "It sent no attributes. Look for the reason at the identity provider. Error 31 came from another attempt.";
    LEAD_NO_ASSERTION "lead-no-assertion" "Make sure that the message was copied whole.";
    LEAD_OLD "lead-old" "At the identity provider set the Webex application to SAML 2.0, sign in again and paste the `SAMLResponse`.";
    LEAD_OTHER_KIND "lead-other-kind" "Only the `SAMLResponse` that the browser posts to Webex shows what arrived there.";
    LEAD_REFUSED "lead-refused" "Copy the message again, whole. The place where reading stops is marked in the source.";
    LEAD_DOCTYPE "lead-doctype" "SAML messages don’t contain one, and careful services refuse it. The place is marked in the source.";
    LEAD_CONTROL_HUB "lead-control-hub" "If the site is managed in Control Hub, this message is the sign-in, its account comes from there, and 31 is not expected (our reading): take the exact error text to Cisco support. If the site still has SSO settings of its own, look for the message to `…/dispatcher/SAML2AuthService`. What Control Hub itself needs is below.";
    LEAD_SERVER "lead-server" "What this server requires is below.";
    LEAD_OTHER_SERVICE "lead-other-service" "If your Webex site uses this name, read the message as a Meetings site; otherwise look for the POST to an address at `webex.com`.";
    LEAD_STEP_BEFORE "lead-step-before" "Webex’s own message is in the same capture: the error is judged there.";
    LEAD_EXCERPT "lead-excerpt" "Paste the whole message to have error 31 judged. What the part shows is below.";
    TITLE_CHARSET "title-charset" "The message declares another charset than its bytes are in.";
    LEAD_SENT "lead-sent" "These are the bytes that were sent, and a program that reads XML as it is specified refuses them: the fault is at the identity provider. The place is marked in the source.";
    LEAD_COPY "lead-copy" "Copy the value of `SAMLResponse` itself; nothing is claimed about what was sent. The place where reading stops is marked in the source.";
    LEAD_CANNOT_TELL "lead-cannot-tell" "The message alone can’t decide this. Clear up the finding below first, then go on with what can be checked at Webex.";

    TITLE_CODE_ANSWERED "title-code-answered" "Webex answered { $code }, not 31: { $what }.";
    TITLE_CODE "title-code" "Error { $code }: { $what }.";
    CODE_QUOTED "code-quoted" "“{ $name }”";
    LEAD_CODE_EXPLAINED "lead-code-explained" "This message shows what that code is for; fix it first. Error 31 can come only once Webex accepts the sign-in.";
    LEAD_CODE_LIKELY "lead-code-likely" "This may be what that code is for; nothing says so for sure. Look at it first. Error 31 can come only once Webex accepts the sign-in.";
    LEAD_CODE_NOT_SHOWN "lead-code-not-shown" "Nothing in this message shows why.";
    LEAD_CODE_VALUE "lead-code-value" "In the message `{ $name }` is { $values }.";
    LEAD_CODE_CERTIFICATE "lead-code-certificate" "The message is signed with the certificate `{ $subject }`, SHA-256 `{ $sum }`: that one has to be at Webex.";
    LEAD_CODE_NO_NUMBERS "lead-code-no-numbers" "The service that this message goes to is not known to answer with numbers.";
    CLOCK "clock" "{ $hour }:{ $minute } UTC";
    LEAD_CODE_AT "lead-code-at" "This was the answer to the sign-in of { $time }.";
    LEAD_CODE_CHOSEN "lead-code-chosen" "You chose this code; Webex’s answer in the input is { $codes }.";
    LEAD_CODE_LINK "lead-code-link" "The link that opened this page names this code.";
    LEAD_CODE_CONFLICT "lead-code-conflict" "The input has several answers of Webex, { $codes }, and nothing says which one counts for this message; it is read as error 31.";
    LEAD_31_SHOWN_AT "lead-31-shown-at" "Webex answered 31 to the sign-in of { $time }, and this message explains it.";
    LEAD_31_SHOWN "lead-31-shown" "Webex answered 31, and this message explains it.";
    LEAD_31_AT "lead-31-at" "Webex answered 31 to the sign-in of { $time }.";
    LEAD_31 "lead-31" "Webex answered 31.";

    SHORT_CODE_EXPLAINED "short-code-explained" "Error { $code } explained";
    SHORT_CODE "short-code" "Error { $code }";
    SHORT_EXPLAINED "short-explained" "Explained: { $names }";
    SHORT_EXPLAINED_OTHERWISE "short-explained-otherwise" "Explained";
    SHORT_NOT_EXPLAINED "short-not-explained" "Not explained by the message";
    SHORT_CANNOT_TELL "short-cannot-tell" "Cannot tell";
    SHORT_ACCOUNT "short-account" "account";
    SHORT_LICENCES "short-licences" "host licences";
    SHORT_PARTNER "short-partner" "partner ID";

    NOUN_USERNAME "noun-username" "user name";
    NOUN_FIRSTNAME "noun-firstname" "first name";
    NOUN_LASTNAME "noun-lastname" "last name";
    NOUN_EMAIL "noun-email" "e‑mail";
    NOUN_OTHER "noun-other" "`{ $name }`";
}

/// What is put into the sentences.
pub(super) fn args(cx: &Context) -> Args {
    let Some(facts) = cx.facts else { return vec![] };
    let member_status = facts
        .member_status
        .iter()
        .max_by_key(|(_, how)| *how)
        .map(|(a, _)| a.name.value.clone());
    vec![
        (
            "memberstatus",
            Arg::Input(member_status.unwrap_or_default()),
        ),
        (
            "missing",
            nouns(facts, &AND, |field| field.state == FieldState::Missing),
        ),
        (
            "empty",
            nouns(facts, &AND, |field| field.state == FieldState::Empty),
        ),
        ("misnamed", nouns(facts, &AND, is_misnamed)),
        (
            "none",
            nouns(facts, &OR, |field| field.state == FieldState::Missing),
        ),
        ("unusable", nouns(facts, &OR, |field| field.is_lacking())),
        ("doubtful", nouns(facts, &AND, |field| field.is_doubtful())),
        ("user", Arg::input(facts.user.unwrap_or_default())),
        (
            "addressee",
            Arg::input(facts.addressee().unwrap_or_default()),
        ),
    ]
}

pub(super) fn is_misnamed(field: &Field) -> bool {
    field.state == FieldState::Misnamed && field.is_lacking()
}

fn nouns(facts: &Facts, join: &Phrase, wanted: fn(&Field) -> bool) -> Arg {
    let fields = facts
        .fields
        .iter()
        .filter(|field| field.is_required() && wanted(field));
    let names = fields
        .map(|field| {
            let noun = match field.id.as_str() {
                "username" => &NOUN_USERNAME,
                "firstname" => &NOUN_FIRSTNAME,
                "lastname" => &NOUN_LASTNAME,
                "email" => &NOUN_EMAIL,
                _ => &NOUN_OTHER,
            };
            Arg::Said(*noun, vec![("name", Arg::input(field.name))])
        })
        .collect();
    Arg::List(names, Some(*join))
}

/// What is wrong with the required fields, one sentence for each way.
pub(super) fn lacking(facts: &Facts) -> Vec<&'static Phrase> {
    let has = |wanted: fn(&Field) -> bool| {
        facts
            .fields
            .iter()
            .any(|field| field.is_required() && wanted(field))
    };
    let mut sentences: Vec<&Phrase> = vec![];
    if has(|field| field.state == FieldState::Missing) {
        sentences.push(&FIELDS_MISSING);
    }
    if has(|field| field.state == FieldState::Empty) {
        sentences.push(&FIELDS_EMPTY);
    }
    if has(is_misnamed) {
        sentences.push(&FIELDS_MISNAMED);
    }
    sentences
}
