//! The ids of a report as TypeScript unions, from the tables that have them.

use crate::decode::{Forgiven, Layer};
use crate::ids::{union, union_length};
use crate::report::{Act, ReferenceKind, SnippetKind};
use crate::rules;
use crate::webex::causes::Cause;
use crate::webex::codes::{CodeBy, FixPlace};
use crate::webex::{ServiceProvider, idps};
use wasm_bindgen::prelude::*;

macro_rules! unions {
    ($($section:ident $text:ident $name:literal $ids:expr;)+) => {
        $(
            #[wasm_bindgen(typescript_custom_section)]
            const $section: &str = $text;

            #[doc = concat!("The TypeScript type `", $name, "`.")]
            pub const $text: &str = {
                const BYTES: [u8; union_length($name, &$ids)] = union($name, &$ids);
                match std::str::from_utf8(&BYTES) {
                    Ok(text) => text,
                    Err(_) => "",
                }
            };
        )+
    };
}

unions! {
    CODES_BY CODE_BY "CodeBy" CodeBy::IDS;
    FIX_PLACES FIX_PLACE "FixPlace" FixPlace::IDS;
    RULES RULE_ID "RuleId" rules::IDS;
    CAUSES CAUSE_ID "CauseId" Cause::IDS;
    SERVICE_PROVIDERS SERVICE_PROVIDER_ID "ServiceProviderId" ServiceProvider::IDS;
    SNIPPET_KINDS SNIPPET_KIND "SnippetKind" SnippetKind::IDS;
    ACTS ACT "Act" Act::IDS;
    IDENTITY_PROVIDERS IDENTITY_PROVIDER_ID "IdentityProviderId" idps::IDS;
    LAYERS LAYER "Layer" Layer::IDS;
    REFERENCE_KINDS REFERENCE_KIND "ReferenceKind" ReferenceKind::IDS;
    ALL_FORGIVEN FORGIVEN "Forgiven" Forgiven::IDS;
}
