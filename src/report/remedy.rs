//! What to change at the identity provider, as it leaves the crate.

use super::{Act, IdentityProviderId, Preview, SnippetKind, source_note};
use crate::remedy::{self, Change};
use crate::text::{Arg, Texts};
use serde::Serialize;
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

/// What to change at the identity provider: everything at fault in one message, in one recipe.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Remedy {
    /// Whose recipe it is; that of an unknown product is the general way.
    pub idp: IdentityProviderId,
    /// What to know about it first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The attributes at fault, each once.
    pub attributes: Vec<RemedyAttribute>,
    /// What to do, in order.
    pub steps: Vec<String>,
    /// Texts that can be copied, each with all attributes that have to be set up.
    pub snippets: Vec<RemedySnippet>,
    /// Address of the page on how attributes are edited there.
    pub source: String,
    /// What is to be known about that page: that it is a copy, or not a page of those whose product it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_note: Option<String>,
    /// What the message would come to after it; none where that was not tried.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preview: Option<Preview>,
    /// The day on which the recipe was last held against it, as `2026-11-21`.
    pub checked: String,
}

/// An attribute at fault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct RemedyAttribute {
    /// The name that Webex reads, that of the attribute to remove, or `NameID`.
    pub name: String,
    /// What to do with it.
    #[serde(rename = "do")]
    pub act: Act,
    /// The name that it has now, where that is to be changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
}

/// A text that can be copied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct RemedySnippet {
    /// Which.
    pub kind: SnippetKind,
    /// Where it belongs.
    pub title: String,
    /// The text; what begins with `YOUR_` in it has to be replaced.
    pub text: String,
}

/// In words.
pub(super) fn remedy(found: &remedy::Remedy, texts: &Texts) -> Remedy {
    let recipe = found.idp.recipe;
    let lines = |step: &Arg| {
        let step = texts.write(step);
        let lines: Vec<String> = step
            .lines()
            .map(|line| line.trim_start_matches("1. ").to_owned())
            .collect();
        lines
    };
    let snippets = found.snippets.iter();
    Remedy {
        idp: found.idp.id,
        note: remedy::note(found).map(|note| texts.write(&note)),
        attributes: found.changes.iter().map(attribute).collect(),
        steps: remedy::steps(found).iter().flat_map(lines).collect(),
        snippets: snippets
            .map(|(snippet, text)| {
                let (title, args) = remedy::place(snippet);
                RemedySnippet {
                    kind: snippet.kind,
                    title: texts.say(title, &args),
                    text: text.clone(),
                }
            })
            .collect(),
        source: recipe.source.url.to_owned(),
        source_note: source_note(recipe.source, texts),
        preview: None,
        checked: recipe.source.checked.to_owned(),
    }
}

fn attribute(change: &Change) -> RemedyAttribute {
    RemedyAttribute {
        name: change.name.to_owned(),
        act: change.act,
        from: change.from().map(str::to_owned),
    }
}
