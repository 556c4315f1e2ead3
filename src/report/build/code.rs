//! Fills in the words of a code.

use super::super::{CodeCause, CodeFix, CodeWords, FixPlace, Source};
use super::error31::source_note;
use crate::text::{Phrase, Texts};
use crate::webex::codes::{Code, NO_CAUSE, NO_FIX_AT_IDP, NO_FIX_AT_WEBEX};
use crate::webex::pages::Page;

/// What is known of a code; its fixes come in the order of its row.
pub fn code(row: &Code, texts: &Texts) -> CodeWords {
    let say = |phrase: &Phrase| texts.say(phrase, &[]);
    let source = |page: &Page| Source {
        url: page.url.to_owned(),
        note: source_note(page, texts),
    };
    let mut causes: Vec<CodeCause> = row
        .causes
        .iter()
        .map(|claim| CodeCause {
            text: say(&claim.text),
            source: Some(source(claim.source)),
        })
        .collect();
    if causes.is_empty() {
        causes.push(CodeCause {
            text: say(&NO_CAUSE),
            source: None,
        });
    }
    let mut fixes: Vec<CodeFix> = row
        .all_fixes()
        .map(|fix| CodeFix {
            place: fix.place,
            action: Some(say(&fix.action)),
            steps: say(&fix.steps),
            source: Some(source(fix.source)),
        })
        .collect();
    for (place, none) in [
        (FixPlace::Webex, &NO_FIX_AT_WEBEX),
        (FixPlace::IdentityProvider, &NO_FIX_AT_IDP),
    ] {
        if fixes.iter().all(|fix| fix.place != place) {
            fixes.push(CodeFix {
                place,
                action: None,
                steps: say(none),
                source: None,
            });
        }
    }
    CodeWords {
        code: row.number,
        wording: row.name().to_owned(),
        meaning: say(&row.meaning),
        source: source(row.source),
        causes,
        fixes,
    }
}
