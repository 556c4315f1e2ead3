//! What is to be done for whoever runs Webex, with the user's own name: plain text.

use super::phrases as p;
use super::steps::{counted, head, others};
use crate::report::{Check, CodeFix, FirstItem, Message};
use crate::text::{Arg, Phrase, Texts};
use crate::webex::codes::{self, Code};

/// `None` where nothing is to be done.
pub(super) fn write(message: &Message, texts: &Texts) -> Option<String> {
    let error31 = &message.error31;
    let of_item = |item: &FirstItem| error31.checks.get(usize::try_from(item.check?).ok()?);
    let first: Vec<&Check> = error31.first.items.iter().filter_map(of_item).collect();
    let others = others(&error31.checks, &first);
    let mut parts = vec![];
    if !error31.checks.is_empty() {
        parts.push(lead(message, texts));
    }
    if !error31.first.items.is_empty() {
        let heading = p::of_heading(error31.first.heading);
        parts.push(format!("{}:", texts.say(heading, &[])));
    }
    for (at, item) in error31.first.items.iter().enumerate() {
        parts.push(self::item(at + 1, item, of_item(item), message, texts));
    }
    if !others.is_empty() {
        let lead: &Phrase = if first.is_empty() { &p::ONLY } else { &p::ALSO };
        parts.push(texts.say(lead, &[]));
    }
    let others = others.iter().map(|check| {
        let head = [plain(&check.title), plain(&check.who)];
        [head.join("\n"), ways(check, texts)].join("\n")
    });
    parts.extend(others);
    (!parts.is_empty()).then(|| format!("{}\n", parts.join("\n\n")))
}

/// Names the user and the site, where the message does: nothing can be looked up without.
fn lead(message: &Message, texts: &Texts) -> String {
    let code = message.error31.code;
    let name = codes::code(code).map(Code::name).unwrap_or_default();
    let mut args = vec![("name", name.into()), ("code", code.into())];
    let lead = match &message.user {
        Some(user) => {
            args.push(("user", Arg::input(user)));
            texts.say(&p::ADMIN_USER, &args)
        }
        None => texts.say(&p::ADMIN, &args),
    };
    let site = message.sp.site.as_ref();
    let site = site.map(|site| texts.say(&p::ADMIN_SITE, &[("site", Arg::input(site))]));
    let all: Vec<String> = [Some(lead), site].into_iter().flatten().collect();
    plain(&all.join(" "))
}

fn item(
    number: usize,
    item: &FirstItem,
    check: Option<&Check>,
    message: &Message,
    texts: &Texts,
) -> String {
    let mut lines = vec![format!("{number}) {}", plain(&item.action))];
    let finding = item.finding.and_then(|index| usize::try_from(index).ok());
    if let Some(finding) = finding.and_then(|index| message.diagnostics.get(index)) {
        lines.push(counted(&finding.fix, plain));
        lines.push(cited(&finding.source, finding.source_note.as_deref()));
    } else if let Some(check) = check {
        lines.push(plain(&check.who));
        lines.push(ways(check, texts));
    } else if let Some(fix) = fix_of(item, message) {
        lines.push(counted(&fix.steps, plain));
        let source = fix.source.iter();
        lines.extend(source.map(|source| cited(&source.url, source.note.as_deref())));
    }
    lines.join("\n")
}

/// The fix of the code that has the steps of an item.
fn fix_of<'m>(item: &FirstItem, message: &'m Message) -> Option<&'m CodeFix> {
    let fixes = &message.error31.about.as_ref()?.fixes;
    fixes.get(usize::try_from(item.fix?).ok()?)
}

fn ways(check: &Check, texts: &Texts) -> String {
    let mut lines = vec![];
    for way in &check.ways {
        lines.extend(head(way, texts).map(|head| format!("\n{head}:")));
        lines.push(counted(&way.steps, plain));
        let sources = way.sources.iter();
        let sources = sources.map(|source| cited(&source.url, source.note.as_deref()));
        lines.push(sources.collect::<Vec<_>>().join(" · "));
    }
    lines.join("\n")
}

/// The address of a page, and what is to be known about it.
pub(super) fn cited(source: &str, note: Option<&str>) -> String {
    match note {
        Some(note) => format!("{source} ({note})"),
        None => source.to_owned(),
    }
}

/// The text without its marks.
pub(super) fn plain(text: &str) -> String {
    let text = text.replace("**", "").replace("<https://", "https://");
    let parts = text.split('`').enumerate();
    let parts = parts.map(|(at, part)| match at % 2 {
        0 if part.contains("https://") => part.replace('>', ""),
        _ => part.to_owned(),
    });
    parts.collect()
}
