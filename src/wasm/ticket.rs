//! Tickets: a report comes back from JavaScript, and what a ticket needs of it is read field by field.

use js_sys::{Array, Reflect};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::options::{read_code, read_names, read_options};
use crate::redact::Keep;
use crate::report::{Entry, Origin};
use crate::ticket::{Choices, Redacted, Subject, Ticket};

#[wasm_bindgen(typescript_custom_section)]
const SECTION: &str = CHOICES;

/// The TypeScript type of what [`ticket()`] and [`redact`] read as choices.
pub const CHOICES: &str = r#"
/**
 * How a ticket is made. A value of another type than the one named is ignored.
 */
export interface TicketChoices {
    /**
     * Language of the ticket as a BCP 47 tag; left out, that of the options.
     */
    language?: string;
    /**
     * What may be named after all: the Webex site, and the identity provider's address and other hosts.
     */
    keep?: { site?: boolean; tenant?: boolean };
}
"#;

/// Makes a ticket of one message of a report: without the person, as Markdown and as a report, and the look-ups at
/// Webex. `options` are those of the check; `undefined` where there is no message of this index.
#[wasm_bindgen]
pub fn ticket(
    #[wasm_bindgen(unchecked_param_type = "Report")] report: &JsValue,
    index: u32,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "TicketChoices")] choices: JsValue,
) -> Result<Option<Ts<Ticket>>, JsError> {
    let (options, choices) = (read_options(&options), read_choices(&choices));
    let subject = read_subject(report, index);
    let ticket = subject.map(|subject| crate::ticket::ticket(&subject, &options, &choices));
    Ok(ticket.map(|ticket| ticket.into_ts()).transpose()?)
}

/// Takes the people out of all messages of a report; the same word has the same token in all of them. `options` are
/// those of the check.
#[wasm_bindgen]
pub fn redact(
    #[wasm_bindgen(unchecked_param_type = "Report")] report: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "TicketChoices")] choices: JsValue,
) -> Result<Ts<Redacted>, JsError> {
    let (options, choices) = (read_options(&options), read_choices(&choices));
    let subjects: Vec<Subject> = (0..array(report, "messages").length())
        .filter_map(|index| read_subject(report, index))
        .collect();
    Ok(crate::ticket::redact(&subjects, &options, &choices).into_ts()?)
}

fn read_choices(choices: &JsValue) -> Choices {
    let keep = field(choices, "keep");
    Choices {
        language: field(choices, "language").as_string(),
        keep: Keep {
            site: field(&keep, "site").is_truthy(),
            tenant: field(&keep, "tenant").is_truthy(),
        },
    }
}

fn read_subject(report: &JsValue, index: u32) -> Option<Subject> {
    let messages = array(report, "messages");
    let message = (index < messages.length()).then(|| messages.get(index))?;
    let origin = field(&message, "origin");
    let entry = field(&origin, "entry");
    let number = |of: &JsValue, name: &str| field(of, name).as_f64().map(|number| number as u32);
    let answers = |observed: &JsValue| {
        let answered = number(observed, "message");
        answered.is_none_or(|answered| answered == index)
    };
    Some(Subject {
        xml: field(&message, "xml").as_string()?,
        origin: Origin {
            layers: read_names(&field(&origin, "layers")),
            forgiven: read_names(&field(&origin, "forgiven")),
            member: None,
            entry: number(&entry, "index").map(|index| Entry {
                index,
                total: number(&entry, "total"),
            }),
            url: field(&origin, "url").as_string(),
            started_at: field(&origin, "startedAt").as_string(),
        },
        charset: field(&message, "charset").as_string(),
        seen: number(&message, "seen"),
        sp: field(&field(&message, "sp"), "id").as_string()?,
        answers: array(report, "observed")
            .iter()
            .filter(answers)
            .filter_map(|observed| read_code(&field(&observed, "code")))
            .collect(),
    })
}

fn field(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

fn array(of: &JsValue, name: &str) -> Array {
    field(of, name).dyn_into().unwrap_or_default()
}
