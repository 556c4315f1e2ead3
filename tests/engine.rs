//! What the engine does, in one program: each program more takes seconds to compile and to link.

mod support;

mod accounts;
mod articles;
mod attribute_lists;
mod captures;
mod codes;
mod decode_budget;
mod decode_errors;
mod decode_failures;
mod decode_layers;
mod decode_work;
mod decode_wrapped;
mod field;
#[path = "forms/main.rs"]
mod forms;
mod judging;
mod overview;
mod redaction;
mod remedies;
mod saml_reading;
mod tickets;
mod webex_answers;
mod xml_cases;
mod xml_conformance;
mod xml_oracle;
