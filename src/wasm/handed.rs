//! Reports that come back from JavaScript.

use js_sys::Array;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::fields::get;
use super::options::read_options;
use crate::compare::{Comparison, compare, telling};
use crate::options::Options;
use crate::report::{self, Alone, Handed, Message, Notice, Reply, SignIn, Signed};
use crate::session::{check_untried, judge_untried};
use crate::text::Texts;

/// Judges a message of a report under other options, as if they had been there from the start: all that was known of it
/// besides its text stays. `undefined` where there is no message of this index.
#[wasm_bindgen]
pub fn judge(
    #[wasm_bindgen(unchecked_param_type = "Report")] report: &JsValue,
    index: u32,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
) -> Result<Option<Ts<Message>>, JsError> {
    let options = read_options(&options);
    let judged = read(report, index).map(|handed| crate::judge(&handed, &options));
    Ok(judged.map(|message| message.into_ts()).transpose()?)
}

/// Judges the answers of a report that holds no message under other options, as if they had been there from the start.
/// `undefined` where there is a message, or no answer 31.
#[wasm_bindgen(js_name = judgeAlone)]
pub fn judge_alone(
    #[wasm_bindgen(unchecked_param_type = "Report")] report: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
) -> Result<Option<Ts<Alone>>, JsError> {
    let is_alone = array(report, "messages").length() == 0;
    let alone = is_alone.then(|| crate::judge_alone(&replies(report), &read_options(&options)));
    let alone = alone.flatten();
    Ok(alone.map(|alone| alone.into_ts()).transpose()?)
}

/// Compares a message of a report, by meaning, with the message of another input, or report, that says most: the one with
/// the lowest `rank`. Both are judged under `options`, the second for the code of the first where nothing else says one;
/// `undefined` where one of them is not there.
#[wasm_bindgen(js_name = compareAfter)]
pub fn compare_after(
    #[wasm_bindgen(unchecked_param_type = "Report")] report: &JsValue,
    index: u32,
    #[wasm_bindgen(unchecked_param_type = "Uint8Array | string | Report")] after: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
) -> Result<Option<Ts<Comparison>>, JsError> {
    let options = read_options(&options);
    let judged = |handed: Handed| judge_untried(&handed, &options);
    let before = read(report, index).map(judged);
    let code = before.as_ref().map(|before| before.error31.code);
    let options = Options {
        linked_code: code.filter(|code| *code != 31).or(options.linked_code),
        ..options
    };
    let after = match array(&after, "messages").length() {
        0 => telling(&super::read(&after, &options, check_untried)).cloned(),
        _ => foremost(&after).map(|handed| judge_untried(&handed, &options)),
    };
    let both = before.as_ref().zip(after.as_ref());
    let compared = both.map(|(before, after)| compare(before, after, &options.language));
    Ok(compared.map(|compared| compared.into_ts()).transpose()?)
}

/// Compares two messages of a report, by meaning, the second as the one that came after. Both are judged under `options`;
/// `undefined` where one of them is not there.
#[wasm_bindgen(js_name = compareMessages)]
pub fn compare_messages(
    #[wasm_bindgen(unchecked_param_type = "Report")] report: &JsValue,
    before: u32,
    after: u32,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
) -> Result<Option<Ts<Comparison>>, JsError> {
    let options = read_options(&options);
    let judged = |index| read(report, index).map(|handed| judge_untried(&handed, &options));
    let both = judged(before).zip(judged(after));
    let compared = both.map(|(before, after)| compare(&before, &after, &options.language));
    Ok(compared.map(|compared| compared.into_ts()).transpose()?)
}

/// What is told where users of these messages come with one class of authentication and then with another; `undefined`
/// where none does.
#[wasm_bindgen(js_name = twoClasses)]
pub fn two_classes(
    #[wasm_bindgen(unchecked_param_type = "Message[]")] messages: &JsValue,
    language: &str,
) -> Result<Option<Ts<Notice>>, JsError> {
    let text = |of: &JsValue, name: &str| get(of, name).as_string();
    let signed = |message: JsValue| Signed {
        user: text(&message, "user"),
        class: text(&get(&message, "authnContext"), "value"),
    };
    let messages: Array = messages.clone().dyn_into().unwrap_or_default();
    let signed: Vec<Signed> = messages.iter().map(signed).collect();
    let told = report::two_classes(&signed, &Texts::new(language));
    Ok(told.map(|notice| notice.into_ts()).transpose()?)
}

/// The message of a report that says most.
fn foremost(report: &JsValue) -> Option<Handed> {
    let rank = |message: JsValue| get(&message, "rank").as_f64().unwrap_or(f64::MAX);
    let ranks = array(report, "messages").into_iter().map(rank).zip(0..);
    let (_, index) = ranks.min_by(|(one, _), (other, _)| one.total_cmp(other))?;
    read(report, index)
}

/// The message of this index; what is not of the shape of a report counts as left out.
pub(super) fn read(report: &JsValue, index: u32) -> Option<Handed> {
    let messages = array(report, "messages");
    let message = (index < messages.length()).then(|| messages.get(index))?;
    let handed: Handed = serde_wasm_bindgen::from_value(message).ok()?;
    let replies = replies(report);
    let sign_ins: Vec<SignIn> = array(report, "signIns")
        .iter()
        .filter_map(|sign_in| serde_wasm_bindgen::from_value(sign_in).ok())
        .collect();
    Some(handed.with(&replies, index).of(&sign_ins, index))
}

fn replies(report: &JsValue) -> Vec<Reply> {
    let all = array(report, "observed");
    all.iter()
        .filter_map(|reply| serde_wasm_bindgen::from_value(reply).ok())
        .collect()
}

/// All messages of a report, where it is one.
pub(super) fn read_report(report: &JsValue) -> Option<Vec<Handed>> {
    let messages = get(report, "messages");
    let count = messages.dyn_ref::<Array>()?.length();
    (0..count).map(|index| read(report, index)).collect()
}

fn array(of: &JsValue, name: &str) -> Array {
    get(of, name).dyn_into().unwrap_or_default()
}
