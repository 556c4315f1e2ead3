//! What JavaScript brings in, read field by field.

use js_sys::{Array, Date, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

use super::accounts;
use crate::Options;
use crate::accounts::{Column, Mapping, Settings};
use crate::instant::Instant;
use crate::options::{AccountAnswer, Answers, CharsetReader, MAX_METADATA};
use crate::webex::causes::Console;
use crate::webex::idps::IdentityProvider;
use crate::webex::{ServiceProvider, codes};

/// The TypeScript type of what [`read_options`] reads.
#[wasm_bindgen(typescript_custom_section)]
const OPTIONS: &str = r#"
/**
 * How to read a message. A value of another type than the one named is ignored.
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
     * The SSO error code that the reader saw, 1 to 32; left out, the one found in the input, else 31.
     */
    code?: number;
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
     * The user list, from `loadAccounts` or an `AccountsReader` of the same engine; freed, it counts as left out.
     */
    accounts?: Accounts;
    /**
     * What the reader looked up at Webex; `report.….checks[].question` holds the ids.
     */
    answers?: Answers;
    /**
     * What Webex or the identity provider publishes of itself, to hold messages against: metadata or a certificate, or
     * several of them, at most eight; told apart by what is in them.
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

/// Reads options field by field; a value of a wrong type counts as left out.
pub fn read_options(options: &JsValue) -> Options {
    let field = |name: &str| Reflect::get(options, &name.into()).unwrap_or_default();
    let default = Options::default();
    Options {
        language: field("language").as_string().unwrap_or(default.language),
        now: read_instant(&field("now")).or_else(|| milliseconds(Date::now())),
        signed_in_at: read_instant(&field("signedInAt")),
        code: read_code(&field("code")).or(default.code),
        service_provider: field("serviceProvider")
            .as_string()
            .and_then(|id| ServiceProvider::from_id(&id)),
        identity_provider: field("identityProvider")
            .as_string()
            .and_then(|id| IdentityProvider::from_id(&id)),
        required: read_names(&field("required")),
        member_status: read_names(&field("memberStatus")),
        authn_contexts: read_texts(&field("authnContexts")),
        accounts: accounts::held(&field("accounts")),
        answers: read_answers(&field("answers")),
        metadata: read_files(&field("metadata")),
        charsets: Some(CharsetReader(read_charset)),
    }
}

fn read_answers(answers: &JsValue) -> Answers {
    let field = |name: &str| Reflect::get(answers, &name.into()).unwrap_or_default();
    let either = |name: &str, yes: &str, no: &str| match field(name).as_string()? {
        given if given == yes => Some(true),
        given if given == no => Some(false),
        _ => None,
    };
    let account = field("account").as_string();
    Answers {
        account: account.and_then(|id| AccountAnswer::from_id(&id)),
        host_licence_free: either("hostLicences", "free", "none"),
        partner_id: either("partnerId", "yes", "no"),
        other_field_missing: either("otherFields", "missing", "none"),
        licences_bought: read_count(&field("licencesBought")),
        managed_in: field("managedIn")
            .as_string()
            .and_then(|id| Console::from_id(&id)),
    }
}

/// Reads how to read a user list; a value of a wrong type counts as left out.
pub(super) fn read_settings(options: &JsValue) -> Settings {
    let field = |name: &str| Reflect::get(options, &name.into()).unwrap_or_default();
    let columns = field("columns");
    let column = |name: &str| {
        let column = Reflect::get(&columns, &name.into()).ok()?;
        let index = read_count(&column).map(|index| Column::Index(index as usize));
        index.or_else(|| column.as_string().map(Column::Name))
    };
    Settings {
        language: field("language").as_string().unwrap_or_default(),
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

fn read_files(value: &JsValue) -> Vec<Vec<u8>> {
    let one = |value: &JsValue| value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec);
    match value.dyn_ref::<Array>() {
        Some(files) => files
            .iter()
            .filter_map(|file| one(&file))
            .take(MAX_METADATA)
            .collect(),
        None => one(value).into_iter().collect(),
    }
}

/// One text, or several.
fn read_texts(value: &JsValue) -> Vec<String> {
    match value.as_string() {
        Some(text) => vec![text],
        None => read_names(value),
    }
}

fn read_names(value: &JsValue) -> Vec<String> {
    value
        .dyn_ref::<Array>()
        .map(|names| names.iter().filter_map(|name| name.as_string()).collect())
        .unwrap_or_default()
}
