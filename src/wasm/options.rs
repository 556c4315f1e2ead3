//! What JavaScript brings in, read field by field.

use js_sys::{Date, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

use super::accounts;
use super::fields::{Fields, get};
use crate::Options;
use crate::accounts::{Column, Mapping, Settings};
use crate::instant::Instant;
use crate::options::{AccountAnswer, Answers, CharsetReader, Ignored, MAX_METADATA, Takes};
use crate::webex::causes::Console;
use crate::webex::idps::{self, IdentityProvider};
use crate::webex::statuses::StatusId;
use crate::webex::{ServiceProvider, codes};

/// The TypeScript type of what [`read_options`] reads.
#[wasm_bindgen(typescript_custom_section)]
const OPTIONS: &str = r#"
/**
 * How to read a message. A value of another type than the one named, and a name that is not here, are ignored, and the report
 * says so: a notice of the kind `option-ignored`.
 */
export interface Options {
    /**
     * Language of the texts as a BCP 47 tag; a language that is not there gives English.
     */
    language?: string;
    /**
     * The reader's clock: ISO 8601, milliseconds since 1970 or a `Date`; left out, the clock of this machine.
     */
    now?: string | number | Date;
    /**
     * When the message was delivered, where the reader knows it; as `now`.
     */
    signedInAt?: string | number | Date;
    /**
     * The SSO error code that the reader saw, 1 to 32; left out, Webex's answer in the input, else 31.
     */
    code?: number;
    /**
     * The SSO error code of the link that led here, 1 to 32; taken where neither `code` nor Webex's answer says one.
     */
    linkedCode?: number;
    /**
     * The receiver, where the reader knows better; `auto` reads it from the message.
     */
    serviceProvider?: "auto" | ServiceProviderId;
    /**
     * The product that sends, where the reader knows better; `auto` reads it from the message.
     */
    identityProvider?: "auto" | IdentityProviderId;
    /**
     * Attributes that this site requires besides the four.
     */
    required?: string[];
    /**
     * Further spellings of Member Status.
     */
    memberStatus?: string[];
    /**
     * The site's list of classes of authentication (`AuthnContextClassRef`), as it stands there: joined by `;`, one a
     * line, or a list. Nothing of an entry is trimmed.
     */
    authnContexts?: string | string[];
    /**
     * The user list: from `loadAccounts` or an `AccountsReader` of the same engine (freed, it counts as left out), or the list itself,
     * which is then read for this one check.
     */
    accounts?: Accounts | Uint8Array | string;
    /**
     * What the reader looked up at Webex; `report.….checks[].question` holds the ids.
     */
    answers?: Answers;
    /**
     * Whether signatures are verified; left out, they are.
     */
    signatures?: boolean;
    /**
     * What Webex or the identity provider publishes of itself, to hold messages against: metadata or a certificate, or
     * several of them, at most eight and 32 MB together; told apart by what is in them.
     */
    metadata?: Uint8Array | Uint8Array[];
}

/**
 * What the reader looked up at Webex; what was not looked up is left out.
 */
export interface Answers {
    /**
     * There is no account, or it has this status.
     */
    account?: "none" | StatusId;
    /**
     * Whether a host licence is free.
     */
    hostLicences?: "free" | "none";
    /**
     * Whether the site has a partner ID.
     */
    partnerId?: "yes" | "no";
    /**
     * Whether the site marks a further field as required that is not in the message.
     */
    otherFields?: "none" | "missing";
    /**
     * The number of host licences bought, to be held against those that the user list counts.
     */
    licencesBought?: number;
    /**
     * Where the site is managed. A list of Control Hub decides about the account of a Meetings site only with
     * `control-hub`: a site that is merely linked has accounts of its own.
     */
    managedIn?: "site-administration" | "control-hub";
}

/**
 * How to read a user list. A value of another type than the one named is ignored.
 */
export interface AccountsOptions {
    /**
     * Language of the texts as a BCP 47 tag; where a list is not UTF-8 it also decides which charset is tried.
     */
    language?: string;
    /**
     * The columns, by header or by place from 0, where the headers don't speak for themselves.
     */
    columns?: { username?: string | number; email?: string | number; status?: string | number; hosts?: string | number };
}
"#;

/// Reads options field by field; what is misspelt or of a wrong type counts as left out, and is noted.
pub fn read_options(options: &JsValue) -> Options {
    let mut fields = Fields::of(options, "");
    let default = Options::default();
    let language = fields.read("language", Takes::Text, JsValue::as_string);
    let language = language.unwrap_or(default.language);
    let answers = fields.value("answers").unwrap_or_default();
    let (answers, of_answers) = read_answers(&answers);
    fields.also(of_answers);
    let receivers = ["auto"].into_iter().chain(ServiceProvider::IDS);
    let receivers = Takes::One(receivers.collect());
    let senders = ["auto"].into_iter().chain(idps::IDS);
    let senders = Takes::One(senders.collect());
    let either = Takes::One(vec!["true", "false"]);
    let accounts = |value: &JsValue| accounts::given(value, &language);
    Options {
        now: fields
            .read("now", Takes::Moment, read_instant)
            .or_else(|| milliseconds(Date::now())),
        signed_in_at: fields.read("signedInAt", Takes::Moment, read_instant),
        code: fields
            .read("code", read_codes(), read_code)
            .or(default.code),
        linked_code: fields.read("linkedCode", read_codes(), read_code),
        service_provider: fields
            .read("serviceProvider", receivers, read_receiver)
            .flatten(),
        identity_provider: fields
            .read("identityProvider", senders, read_sender)
            .flatten(),
        required: fields.list("required", Takes::Texts, JsValue::as_string),
        member_status: fields.list("memberStatus", Takes::Texts, JsValue::as_string),
        authn_contexts: read_texts(&mut fields, "authnContexts"),
        accounts: fields.read("accounts", Takes::Accounts, accounts),
        answers,
        signatures: fields
            .read("signatures", either, JsValue::as_bool)
            .unwrap_or(default.signatures),
        metadata: read_files(&mut fields, "metadata"),
        charsets: Some(CharsetReader(read_charset)),
        language: language.clone(),
        ignored: fields.ignored(),
    }
}

fn read_answers(answers: &JsValue) -> (Answers, Vec<Ignored>) {
    let mut fields = Fields::of(answers, "answers");
    let mut either = |name: &'static str, yes: &'static str, no: &'static str| {
        fields.read(name, Takes::One(vec![yes, no]), |value| {
            match value.as_string()? {
                given if given == yes => Some(true),
                given if given == no => Some(false),
                _ => None,
            }
        })
    };
    let host_licence_free = either("hostLicences", "free", "none");
    let partner_id = either("partnerId", "yes", "no");
    let other_field_missing = either("otherFields", "missing", "none");
    let statuses = StatusId::ALL.iter().map(|status| status.id());
    let accounts = Takes::One(["none"].into_iter().chain(statuses).collect());
    let consoles = Takes::One(Console::ALL.iter().map(|console| console.id()).collect());
    let answers = Answers {
        account: fields.read("account", accounts, |id| {
            AccountAnswer::from_id(&id.as_string()?)
        }),
        host_licence_free,
        partner_id,
        other_field_missing,
        licences_bought: fields.read("licencesBought", Takes::Number(0, u32::MAX), read_count),
        managed_in: fields.read("managedIn", consoles, |id| {
            Console::from_id(&id.as_string()?)
        }),
    };
    (answers, fields.ignored())
}

/// `Some(None)` for `auto`.
fn read_receiver(value: &JsValue) -> Option<Option<ServiceProvider>> {
    let id = value.as_string()?;
    match id.as_str() {
        "auto" => Some(None),
        id => ServiceProvider::from_id(id).map(Some),
    }
}

/// Reads how to read a user list; a value of a wrong type counts as left out.
pub(super) fn read_settings(options: &JsValue) -> Settings {
    let columns = get(options, "columns");
    let column = |name: &str| {
        let column = get(&columns, name);
        let index = read_count(&column).map(|index| Column::Index(index as usize));
        index.or_else(|| column.as_string().map(Column::Name))
    };
    Settings {
        language: get(options, "language").as_string().unwrap_or_default(),
        charsets: Some(CharsetReader(read_charset)),
        mapping: Mapping {
            username: column("username"),
            email: column("email"),
            status: column("status"),
            hosts: column("hosts"),
        },
    }
}

fn read_count(value: &JsValue) -> Option<u32> {
    let count = value.as_f64()?;
    let is_count = count.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&count);
    is_count.then_some(count as u32)
}

/// `Some(None)` for `auto`.
fn read_sender(value: &JsValue) -> Option<Option<&'static IdentityProvider>> {
    let id = value.as_string()?;
    match id.as_str() {
        "auto" => Some(None),
        id => IdentityProvider::from_id(id).map(Some),
    }
}

#[wasm_bindgen]
extern "C" {
    type TextDecoder;

    #[wasm_bindgen(constructor, catch)]
    fn new(label: &str, options: &JsValue) -> Result<TextDecoder, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn decode(this: &TextDecoder, bytes: &[u8]) -> Result<String, JsValue>;
}

fn read_charset(label: &str, bytes: &[u8]) -> Option<String> {
    let options = js_sys::Object::new();
    Reflect::set(&options, &"fatal".into(), &true.into()).ok()?;
    let decoder = TextDecoder::new(label, &options).ok()?;
    decoder.decode(bytes).ok()
}

fn read_instant(value: &JsValue) -> Option<Instant> {
    if let Some(text) = value.as_string() {
        return Instant::parse(text.trim());
    }
    let date = value.dyn_ref::<Date>().map(Date::value_of);
    milliseconds(date.or_else(|| value.as_f64())?)
}

fn milliseconds(number: f64) -> Option<Instant> {
    number.is_finite().then_some(Instant(number as i64))
}

fn read_code(value: &JsValue) -> Option<u8> {
    let code = value.as_f64()?;
    let mut numbers = codes::ALL.iter().map(|row| row.number);
    numbers.find(|number| f64::from(*number) == code)
}

fn read_codes() -> Takes {
    let numbers = codes::ALL.iter().map(|row| u32::from(row.number));
    Takes::Number(
        numbers.clone().min().unwrap_or_default(),
        numbers.max().unwrap_or_default(),
    )
}

/// One text, or several.
fn read_texts(fields: &mut Fields, name: &'static str) -> Vec<String> {
    match fields.value(name).and_then(|value| value.as_string()) {
        Some(text) => vec![text],
        None => fields.list(name, Takes::Texts, JsValue::as_string),
    }
}

/// One file, or a list of them.
fn read_files(fields: &mut Fields, name: &'static str) -> Vec<Vec<u8>> {
    let one = |value: &JsValue| value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec);
    if let Some(file) = fields.value(name).as_ref().and_then(one) {
        return vec![file];
    }
    let mut files = fields.list(name, Takes::Files, one);
    if files.len() > MAX_METADATA {
        fields.refuse(name, Takes::Files);
        files.truncate(MAX_METADATA);
    }
    files
}
