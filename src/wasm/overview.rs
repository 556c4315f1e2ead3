//! Several inputs in one table.

use js_sys::Array;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::fields::get;
use crate::overview::input::product;
use crate::overview::{Found, Overview, OverviewInput, Told};
use crate::report::{FieldState, MessageKind, Verdict};
use crate::webex::causes::Cause;

#[wasm_bindgen(typescript_custom_section)]
const SECTION: &str = INPUT;

/// The TypeScript type of what [`overview`] reads.
pub const INPUT: &str = r#"
/**
 * An input of a table: a file, or a capture.
 */
export interface OverviewInput {
    /**
     * Its name, where it has one.
     */
    name?: string;
    /**
     * The report on it; left out, the file could not be read.
     */
    report?: Report;
}
"#;

/// Makes one table of several reports, in the language of a BCP 47 tag: a row for each user, what the messages have in
/// common, and the same as CSV without the users. What is no report counts as a file that could not be read.
#[wasm_bindgen]
pub fn overview(
    #[wasm_bindgen(unchecked_param_type = "OverviewInput[]")] inputs: &JsValue,
    language: &str,
) -> Result<Ts<Overview>, JsError> {
    let inputs: Array = inputs.clone().dyn_into().unwrap_or_default();
    let inputs: Vec<OverviewInput> = inputs.iter().map(|input| read(&input)).collect();
    Ok(crate::overview::overview(&inputs, language).into_ts()?)
}

fn read(input: &JsValue) -> OverviewInput {
    let report = get(input, "report");
    let is_report = get(&report, "messages").is_instance_of::<Array>();
    OverviewInput {
        name: text(input, "name"),
        found: is_report.then(|| Found {
            messages: list(&report, "messages", message),
            answers: list(&report, "observed", |one| (member(one), code(one))),
            notices: list(&report, "notices", |one| (member(one), say(one, "title"))),
            problem: text(&get(&report, "problem"), "title"),
        }),
    }
}

fn message(of: &JsValue) -> Told {
    let (idp, error31) = (get(of, "idp"), get(of, "error31"));
    let is = |of: &JsValue, name: &str, id: &str| text(of, name).is_some_and(|text| text == id);
    let fields = list(of, "fields", |field| {
        let is_required = is(field, "need", "always") || is(field, "need", "site");
        is_required.then(|| (say(field, "name"), state(&say(field, "state"))))
    });
    let confirmed = list(&error31, "causes", |cause| {
        let is_confirmed = is(cause, "verdict", "confirmed");
        let found = || Cause::ALL.into_iter().find(|one| is(cause, "id", one.id()));
        is_confirmed.then(found).flatten()
    });
    Told {
        kind: match say(of, "kind").as_str() {
            "response" => MessageKind::Response,
            "assertion" => MessageKind::Assertion,
            "attribute-list" => MessageKind::AttributeList,
            _ => MessageKind::Unknown,
        },
        is_before: get(of, "stepBefore").is_truthy(),
        user: text(of, "user"),
        sender: text(&idp, "name"),
        product: product(&say(&idp, "id")),
        member: member(of),
        fields: fields.into_iter().flatten().collect(),
        code: code(&error31),
        is_answered: is(&error31, "codeBy", "webex") || is(&error31, "codeBy", "reader"),
        verdict: match say(&error31, "verdict").as_str() {
            "explained" => Verdict::Explained,
            "not-explained" => Verdict::NotExplained,
            _ => Verdict::CannotTell,
        },
        title: say(&error31, "title"),
        short: say(&error31, "short"),
        confirmed: confirmed.into_iter().flatten().collect(),
        rank: get(of, "rank").as_f64().unwrap_or(f64::MAX) as u32,
    }
}

fn state(id: &str) -> FieldState {
    match id {
        "missing" => FieldState::Missing,
        "empty" => FieldState::Empty,
        "misnamed" => FieldState::Misnamed,
        "unseen" => FieldState::Unseen,
        _ => FieldState::Ok,
    }
}

fn member(of: &JsValue) -> Option<String> {
    text(&get(of, "origin"), "member")
}

fn code(of: &JsValue) -> u8 {
    get(of, "code").as_f64().unwrap_or_default() as u8
}

fn list<T>(of: &JsValue, name: &str, read: impl Fn(&JsValue) -> T) -> Vec<T> {
    let all: Array = get(of, name).dyn_into().unwrap_or_default();
    all.iter().map(|one| read(&one)).collect()
}

fn say(of: &JsValue, name: &str) -> String {
    text(of, name).unwrap_or_default()
}

fn text(of: &JsValue, name: &str) -> Option<String> {
    get(of, name).as_string()
}
