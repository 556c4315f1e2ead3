//! The recipe in steps.

use super::snippets::MARK;
use super::{Act, Change, Fault, Remedy};
use crate::rules::{CHECK_AGAIN, open};
use crate::text::{AND, Arg, Phrase, texts};
use crate::webex::idps::{Form, Snippet, UNKNOWN};

texts! {
    REMOVE "remedy-remove" "1. Remove the attribute `{ $name }`.";
    REMOVE_POSSIBLE "remedy-remove-possible" "1. If Webex does not need `{ $name }` for anything you know of, remove it as well.";
    REPLACE "remedy-replace" "1. Remove what sends `{ $name }`: `{ $expected }` takes its place.";
    EMPTY "remedy-empty" "1. `{ $name }` comes without a value: look in the user’s profile for the field that it is filled from, and fill that in.";
    SEVERAL "remedy-several" "1. Make sure that only one rule sends `{ $name }`, with one value.";
    FORM "remedy-form" "1. Send another value in `{ $name }`; its finding says what is wrong with this one.";
    EXPRESSION "remedy-expression" "1. `{ $name }` holds the rule itself instead of its value: choose the field from the list there.";
    DIFFERS "remedy-differs" "1. Fill NameID and `uid` from the same field: the one that holds the user name at Webex.";
    MARKS "remedy-marks" "1. Put your own values in place of { $marks }.";
    GENERAL "remedy-general" "This is the general way. Choose the product to see its own.";
    NO_SOURCES "remedy-no-sources" "No page that we found says which fields they are filled from here.";
    PLACE "remedy-place" "For { $place }";
    PLACE_GENERAL "remedy-place-general" "For the attributes of the Webex application";
}

/// The steps, each a line that begins with `1. `.
pub fn steps(remedy: &Remedy) -> Vec<Arg> {
    let Remedy { idp, changes, .. } = remedy;
    let recipe = idp.recipe;
    let mut steps = vec![];
    if changes.iter().any(Change::is_user_name) {
        steps.push(Arg::said(recipe.keep));
    }
    steps.push(open(idp));
    steps.extend(changes.iter().filter(|one| !one.is_row()).map(step));
    let is_text = |snippet: &Snippet| !matches!(snippet.form, Form::Table(_));
    let replaces = recipe.snippets.iter().any(is_text);
    let rename = if replaces { &REPLACE } else { recipe.rename };
    let rows = || changes.iter().filter(|one| one.is_row());
    let entered = rows().filter(|one| replaces || one.act != Act::Rename);
    let names: Vec<Arg> = entered.map(|one| Arg::input(one.name)).collect();
    if !names.is_empty() {
        let names = Arg::List(names, Some(AND));
        steps.push(Arg::Said(*recipe.enter, vec![("names", names)]));
    }
    steps.extend(rows().filter_map(|one| {
        let names = vec![
            ("name", Arg::input(one.from()?)),
            ("expected", Arg::input(one.name)),
        ];
        Some(Arg::Said(*rename, names))
    }));
    steps.extend(marks(remedy));
    steps.extend(
        recipe
            .apply
            .filter(|_| rows().next().is_some())
            .map(Arg::said),
    );
    steps.push(Arg::said(&CHECK_AGAIN));
    steps
}

fn step(change: &Change) -> Arg {
    let phrase = match (change.act, change.fault) {
        (Act::Remove, _) if change.possible => &REMOVE_POSSIBLE,
        (Act::Remove, _) => &REMOVE,
        (_, Some(Fault::Empty)) => &EMPTY,
        (_, Some(Fault::Several)) => &SEVERAL,
        (_, Some(Fault::Expression)) => &EXPRESSION,
        (_, Some(Fault::Differs)) => &DIFFERS,
        _ => &FORM,
    };
    Arg::Said(*phrase, vec![("name", Arg::input(change.name))])
}

/// What in the texts has to be replaced by the reader's own.
fn marks(remedy: &Remedy) -> Option<Arg> {
    let mut marks: Vec<&str> = vec![];
    for (_, text) in &remedy.snippets {
        let parts =
            text.split(|c: char| !c.is_ascii_uppercase() && !c.is_ascii_digit() && c != '_');
        for mark in parts.filter(|part| part.starts_with(MARK)) {
            if !marks.contains(&mark) {
                marks.push(mark);
            }
        }
    }
    let marks: Vec<Arg> = marks.into_iter().map(Arg::input).collect();
    let list = || Arg::List(marks.clone(), Some(AND));
    (!marks.is_empty()).then(|| Arg::Said(MARKS, vec![("marks", list())]))
}

/// What to know about the recipe.
pub fn note(remedy: &Remedy) -> Option<Arg> {
    let rows = || remedy.changes.iter().any(Change::is_row);
    match remedy.idp {
        idp if idp.id == UNKNOWN.id => Some(Arg::said(&GENERAL)),
        idp if idp.recipe.note.is_some() => idp.recipe.note.map(Arg::said),
        idp if idp.fills.is_none() && rows() => Some(Arg::said(&NO_SOURCES)),
        _ => None,
    }
}

/// Where a text belongs.
pub fn place(snippet: &Snippet) -> (&'static Phrase, Vec<(&'static str, Arg)>) {
    match snippet.place {
        "" => (&PLACE_GENERAL, vec![]),
        place => (&PLACE, vec![("place", place.into())]),
    }
}
