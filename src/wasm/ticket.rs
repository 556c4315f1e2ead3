//! Tickets, and reports without the people in them.

use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::fields::get;
use super::handed;
use super::options::read_options;
use crate::Report;
use crate::redact::Keep;
use crate::report::ProblemKind;
use crate::ticket::{Beside, Choices, Redacted, Ticket};

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
     * What may be named after all, still without the user: the Webex site, the identity provider's address and other
     * hosts, times as they are, and names of attributes that are in no table.
     */
    keep?: { site?: boolean; tenant?: boolean; times?: boolean; names?: boolean };
    /**
     * A message that came before the one of the ticket: the ticket then tells how the two differ. [`redact`] has no use for it.
     */
    before?: Pick<Message, "xml" | "origin">;
    /**
     * The same of one that came after it.
     */
    after?: Pick<Message, "xml" | "origin">;
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
    let handed = handed::read(report, index);
    let ticket = handed.map(|handed| crate::ticket::ticket(&handed, &options, &choices));
    Ok(ticket.map(|ticket| ticket.into_ts()).transpose()?)
}

/// Takes the people out of all messages of a report; the same word has the same token in all of them. `options` are
/// those of the check. Of what is no report it gives one without messages, whose problem is `not-a-report`.
#[wasm_bindgen]
pub fn redact(
    #[wasm_bindgen(unchecked_param_type = "Report")] report: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "TicketChoices")] choices: JsValue,
) -> Result<Ts<Redacted>, JsError> {
    let (options, choices) = (read_options(&options), read_choices(&choices));
    let handed = handed::read_report(report);
    let mut redacted =
        crate::ticket::redact(handed.as_deref().unwrap_or_default(), &options, &choices);
    if handed.is_none() {
        redacted.report = Report::of_nothing(ProblemKind::NotAReport, &options);
    }
    Ok(redacted.into_ts()?)
}

fn read_choices(choices: &JsValue) -> Choices {
    let keep = get(choices, "keep");
    let message = |name: &str| serde_wasm_bindgen::from_value(get(choices, name)).ok();
    let beside = |handed, is_before| Beside { handed, is_before };
    let before = message("before").map(|handed| beside(handed, true));
    Choices {
        beside: before.or_else(|| message("after").map(|handed| beside(handed, false))),
        language: get(choices, "language").as_string(),
        keep: Keep {
            site: get(&keep, "site").is_truthy(),
            tenant: get(&keep, "tenant").is_truthy(),
            times: get(&keep, "times").is_truthy(),
            names: get(&keep, "names").is_truthy(),
        },
    }
}
