//! What the message would come to after the change, as it leaves the crate.

use super::offsets::Offsets;
use super::{CauseId, CauseVerdict, Field, Message, Severity, Span, Verdict};
use crate::facts::{Facts, values};
use crate::order;
use crate::remedy::{Change, Edit, Fault, Remedy};
use crate::text::{AND, Arg, Texts, texts};
use serde::Serialize;
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

texts! {
    CLEAR "preview-clear" "After this change nothing in the message explains error 31.";
    SAME "preview-same" "After this change the verdict stays the same.";
    STILL "preview-still" "After this change: { $title }";
    ENOUGH "preview-enough" "Enough for that: { $names }.";
    WITHOUT "overturn-without" "Without { $names }: ruled out.";
    WITH "overturn-with" "With a value in { $names }: ruled out.";
}

/// What the message would come to after the change: it was made in the text, and the text judged as any other.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Preview {
    /// What it comes to, in one sentence.
    pub title: String,
    /// Whether the changed message explains error 31.
    pub verdict: Verdict,
    /// The fields of the changed message, without places.
    pub fields: Vec<Field>,
    /// The findings that stay and are more than a note.
    pub remains: Vec<String>,
    /// The change in the source, in its order.
    pub edits: Vec<PreviewEdit>,
    /// Indices of the attributes of the smallest change that turns the verdict as all of them do; none where it stays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub smallest: Option<Vec<u32>>,
    /// The same in words, where it is less than all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enough: Option<String>,
}

/// A part of the source that is replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct PreviewEdit {
    /// The part; empty where something is put in.
    pub span: Span,
    /// What takes its place.
    pub text: String,
}

const ADDRESS: &str = "name@example.com";

/// What the attributes hold after each change: the user's own address where it is known, else the name of the field.
pub(crate) fn values_after(remedy: &Remedy, facts: &Facts, texts: &Texts) -> Vec<String> {
    let name_id = || {
        let value = facts.name_id()?.text.value.trim();
        (!values::is_blank(value)).then_some(value)
    };
    let value = |change: &Change| {
        let own = facts.address.unwrap_or(ADDRESS);
        if change.fault == Some(Fault::Differs) {
            return name_id().unwrap_or(own).to_owned();
        }
        if change.is_user_name() || change.name == "email" {
            return own.to_owned();
        }
        let field = facts.fields.iter().find(|field| field.name == change.name);
        let label = field.and_then(|field| field.label);
        label.map_or_else(|| change.name.to_owned(), |label| texts.say(&label, &[]))
    };
    remedy.changes.iter().map(value).collect()
}

/// What turns a cause, if these changes do.
pub(crate) fn overturn(
    remedy: &Remedy,
    cause: CauseId,
    places: &[usize],
    texts: &Texts,
) -> Option<String> {
    let names: Vec<Arg> = places
        .iter()
        .filter_map(|place| Some(Arg::input(remedy.changes.get(*place)?.name)))
        .collect();
    let phrase = match cause {
        CauseId::MemberStatus => &WITHOUT,
        _ => &WITH,
    };
    let list = || Arg::List(names.clone(), Some(AND));
    (!names.is_empty()).then(|| texts.say(phrase, &[("names", list())]))
}

/// Says of a cause what turns it.
pub(crate) fn set_overturn(message: &mut Message, cause: CauseId, overturn: Option<String>) {
    let mut causes = message.error31.causes.iter_mut();
    if let Some(own) = causes.find(|one| one.id == cause) {
        own.overturn = overturn.or_else(|| own.overturn.take());
    }
}

/// Adds what the changed message comes to.
pub(crate) fn set_preview(
    message: &mut Message,
    after: Message,
    edits: &[Edit],
    smallest: Option<&[usize]>,
    texts: &Texts,
) {
    let causes = &after.error31.causes;
    let mut shown = causes
        .iter()
        .filter(|cause| CauseId::OF_MESSAGE.contains(&cause.id));
    let is_clear = shown.all(|cause| cause.verdict == CauseVerdict::RuledOut);
    let title = match is_clear {
        true => texts.say(&CLEAR, &[]),
        false if after.error31.title == message.error31.title => texts.say(&SAME, &[]),
        false => texts.say(&STILL, &[("title", Arg::Plain(after.error31.title))]),
    };
    let before = &message.diagnostics;
    let stays = |found: &&super::Diagnostic| {
        let is_same =
            |one: &super::Diagnostic| (one.rule, &one.field) == (found.rule, &found.field);
        found.severity != Severity::Info && before.iter().any(is_same)
    };
    let remains = after.diagnostics.iter().filter(stays);
    let remains = remains.map(|found| found.title.clone()).collect();
    let offsets = Offsets::new(&message.xml);
    let mut edits: Vec<PreviewEdit> = edits
        .iter()
        .map(|edit| PreviewEdit {
            span: offsets.span(edit.span),
            text: edit.text.clone(),
        })
        .collect();
    order::by_key(&mut edits, |edit| edit.span.start);
    let Some(remedy) = &mut message.remedy else {
        return;
    };
    let names = smallest.filter(|set| !set.is_empty() && set.len() < remedy.attributes.len());
    let names = names.map(|set| {
        let attributes = set.iter().filter_map(|place| remedy.attributes.get(*place));
        Arg::List(
            attributes.map(|one| Arg::input(&one.name)).collect(),
            Some(AND),
        )
    });
    remedy.preview = Some(Preview {
        title,
        verdict: after.error31.verdict,
        fields: after
            .fields
            .into_iter()
            .map(|field| Field {
                span: None,
                ..field
            })
            .collect(),
        remains,
        edits,
        smallest: smallest.map(|set| {
            set.iter()
                .filter_map(|place| u32::try_from(*place).ok())
                .collect()
        }),
        enough: names.map(|names| texts.say(&ENOUGH, &[("names", names)])),
    });
}
