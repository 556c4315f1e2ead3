//! The report as Markdown that can be pasted anywhere: no line, and no cell of a table, begins with words of the input.

use super::compared::rows;
use super::phrases as p;
use super::receipt::{Receipt, Removed};
use super::steps::{counted, head};
use crate::compare::Comparison;
use crate::redact::Keep;
use crate::report::{
    Check, Diagnostic, Field, FirstItem, FixPlace, Layer, Message, Observed, Remedy, Report,
    Severity, SignIn,
};
use crate::text::{Arg, Phrase, Texts};
use crate::webex::{idps, pages};
use std::fmt::Write as _;
use std::iter;

/// A longer message is left out of the text, in characters.
const LONGEST: usize = 20_000;

/// A longer line of a message is cut, in characters.
const LINE: usize = 240;

pub(super) fn write(
    report: &Report,
    comparison: Option<&Comparison>,
    receipt: &Receipt,
    keep: Keep,
    texts: &Texts,
) -> String {
    let mut writer = Writer {
        texts,
        keep,
        out: String::new(),
    };
    for message in &report.messages {
        writer.message(message, report, comparison);
    }
    writer.foot(report, receipt);
    writer.out
}

struct Writer<'t> {
    texts: &'t Texts,
    keep: Keep,
    out: String,
}

impl Writer<'_> {
    fn say(&self, phrase: &Phrase) -> String {
        self.texts.say(phrase, &[])
    }

    fn heading(&mut self, level: usize, text: &str) {
        let _ = writeln!(self.out, "{} {text}\n", "#".repeat(level));
    }

    fn paragraph(&mut self, text: &str) {
        let _ = writeln!(self.out, "{text}\n");
    }

    fn table(&mut self, heads: &[&Phrase], rows: Vec<Vec<String>>) {
        let heads: Vec<String> = heads.iter().map(|head| self.say(head)).collect();
        let _ = writeln!(self.out, "| {} |", heads.join(" | "));
        let _ = writeln!(self.out, "|{}", " --- |".repeat(heads.len()));
        for row in rows {
            let cells: Vec<String> = row.iter().map(|cell| cell.replace('|', "\\|")).collect();
            let _ = writeln!(self.out, "| {} |", cells.join(" | "));
        }
        self.out.push('\n');
    }

    fn message(&mut self, message: &Message, report: &Report, comparison: Option<&Comparison>) {
        self.heading(2, &marked(&message.error31.title));
        self.paragraph(&marked(&message.error31.lead));
        self.first(message);
        self.facts(message);
        report.sign_ins.iter().for_each(|one| self.sign_in(one));
        self.answers(&report.observed);
        comparison.into_iter().for_each(|one| self.comparison(one));
        self.code(message);
        self.causes(message);
        self.fields(&message.fields);
        message.remedy.iter().for_each(|one| self.remedy(one));
        self.findings(message);
        self.checks(message);
        self.source(message);
    }

    fn first(&mut self, message: &Message) {
        let first = &message.error31.first;
        if first.items.is_empty() {
            return;
        }
        let heading = self.say(p::of_heading(first.heading));
        self.heading(3, &heading);
        for (at, item) in first.items.iter().enumerate() {
            let _ = writeln!(self.out, "{}. {}", at + 1, marked(&item.action));
        }
        self.out.push('\n');
    }

    /// The steps of what stands first, where no finding has them.
    fn checks(&mut self, message: &Message) {
        let error31 = &message.error31;
        let of_item = |item: &FirstItem| error31.checks.get(usize::try_from(item.check?).ok()?);
        let checks: Vec<&Check> = error31.first.items.iter().filter_map(of_item).collect();
        if checks.is_empty() {
            return;
        }
        let heading = self.say(&p::AT_WEBEX);
        self.heading(3, &heading);
        for check in checks {
            self.heading(4, &marked(&check.title));
            self.paragraph(&marked(&check.who));
            for way in &check.ways {
                if let Some(head) = head(way, self.texts) {
                    self.paragraph(&format!("**{head}**"));
                }
                self.paragraph(&counted(&way.steps, marked));
                let pages = way.sources.iter();
                self.from(pages.map(|page| (page.url.as_str(), page.note.as_deref())));
            }
        }
    }

    /// The pages that say so, with what is to be known about each.
    fn from<'p>(&mut self, pages: impl Iterator<Item = (&'p str, Option<&'p str>)>) {
        let cited = pages.map(|(page, note)| match note {
            Some(note) => format!("<{page}> ({note})"),
            None => format!("<{page}>"),
        });
        let sources = cited.collect::<Vec<_>>();
        let source = self
            .texts
            .say(&p::SOURCE, &[("source", Arg::Plain(sources.join(", ")))]);
        self.paragraph(&source);
    }

    fn facts(&mut self, message: &Message) {
        let origin = &message.origin;
        let mut receiver = message.sp.name.clone().unwrap_or_default();
        if let Some(site) = &message.sp.site {
            let _ = write!(receiver, ", {}", code(site));
        }
        let mut trail: Vec<String> = origin
            .layers
            .iter()
            .map(|layer| layer.id().to_owned())
            .collect();
        if let Some(entry) = origin.entry {
            let of = entry
                .total
                .map_or(String::new(), |total| format!("/{total}"));
            let request = format!("{}{of}", entry.index);
            let request = self
                .texts
                .say(&p::REQUEST, &[("request", Arg::Plain(request))]);
            let is_capture =
                |layer: &Layer| matches!(layer, Layer::Har | Layer::Tracer | Layer::Json);
            let behind = origin.layers.iter().rposition(is_capture);
            let behind = behind.map_or(0, |at| at + 1);
            trail.insert(behind, request);
        }
        let name = message.idp.name.as_deref().unwrap_or_default();
        let is_product = message.idp.id != idps::UNKNOWN.id || name.is_empty();
        let sender = if is_product {
            name.to_owned()
        } else {
            code(name)
        };
        let time = |text: &Option<String>| text.as_deref().map(code).unwrap_or_default();
        let rows = [
            (&p::FROM, sender),
            (&p::FOR, receiver),
            (&p::ISSUED, time(&message.issued_at)),
            (&p::DELIVERED, time(&origin.started_at)),
            (&p::ADDRESS, time(&origin.url)),
            (&p::READ_FROM, trail.join(" › ")),
        ];
        let rows: Vec<Vec<String>> = rows
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(fact, value)| vec![self.say(fact), value])
            .collect();
        if !rows.is_empty() {
            self.table(&[&p::FACT, &p::VALUE], rows);
        }
    }

    fn sign_in(&mut self, sign_in: &SignIn) {
        let heading = self.say(&p::SIGN_IN);
        self.heading(3, &heading);
        for (at, step) in sign_in.steps.iter().enumerate() {
            let seconds = step.seconds.map(|seconds| {
                let seconds = [("seconds", seconds.into())];
                self.texts.say(&p::LATER, &seconds)
            });
            let missing = step.missing.then(|| self.say(&p::NOT_THERE));
            let notes: Vec<String> = seconds.into_iter().chain(missing).collect();
            let notes = match notes.is_empty() {
                true => String::new(),
                false => format!(" ({})", notes.join(", ")),
            };
            let _ = writeln!(self.out, "{}. {}{notes}", at + 1, marked(&step.text));
        }
        self.out.push('\n');
        for gap in &sign_in.gaps {
            let gap = format!("**{}.** {}", marked(&gap.title), marked(&gap.why));
            self.paragraph(&gap);
        }
    }

    fn answers(&mut self, observed: &[Observed]) {
        if observed.is_empty() {
            return;
        }
        let heading = self.say(&p::ANSWER);
        self.heading(3, &heading);
        for answer in observed {
            let code = self
                .texts
                .say(&p::ANSWER_CODE, &[("code", answer.code.into())]);
            let meaning = marked(&answer.meaning);
            let note = answer.source_note.as_deref();
            let note = note.map(|note| format!(" ({note})")).unwrap_or_default();
            self.paragraph(&format!("**{code}** {meaning} <{}>{note}", answer.source));
        }
    }

    fn comparison(&mut self, comparison: &Comparison) {
        let heading = self.say(&p::COMPARISON);
        self.heading(3, &heading);
        self.paragraph(&marked(&comparison.title));
        let rows = rows(comparison, self.texts);
        if !rows.is_empty() {
            let rows = rows
                .into_iter()
                .map(|row| row.map(|cell| marked(&cell)).into());
            self.table(&[&p::DIFFERENCE, &p::BEFORE, &p::AFTER], rows.collect());
        }
    }

    /// What is known of the code, where it is another than 31.
    fn code(&mut self, message: &Message) {
        let Some(about) = &message.error31.about else {
            return;
        };
        let code = [("code", about.code.into())];
        let heading = self.texts.say(&p::CODE_CAUSES, &code);
        self.heading(3, &heading);
        for cause in &about.causes {
            let source = cause.source.as_ref();
            let source = source.map_or(String::new(), |source| format!(" <{}>", source.url));
            self.paragraph(&format!("{}{source}", marked(&cause.text)));
        }
        for (place, heading) in [
            (FixPlace::Webex, &p::AT_WEBEX),
            (FixPlace::IdentityProvider, &p::AT_IDP),
        ] {
            let heading = self.say(heading);
            self.heading(3, &heading);
            for fix in about.fixes.iter().filter(|fix| fix.place == place) {
                if let Some(action) = &fix.action {
                    self.paragraph(&format!("**{}**", marked(action)));
                }
                self.paragraph(&counted(&fix.steps, marked));
                if let Some(page) = &fix.source {
                    self.from([(page.url.as_str(), page.note.as_deref())].into_iter());
                }
            }
        }
    }

    fn causes(&mut self, message: &Message) {
        let heading = self.say(&p::CAUSES);
        self.heading(3, &heading);
        let causes = message.error31.causes.iter().enumerate();
        let rows = causes
            .map(|(at, cause)| {
                let verdict = self.say(p::of_verdict(cause.verdict));
                let verdict = match cause.provenance {
                    Some(from) => format!("**{verdict}**, {}", self.say(p::of_provenance(from))),
                    None => verdict,
                };
                let why = [
                    cause.why.as_str(),
                    cause.next.as_deref().unwrap_or_default(),
                ];
                let why = why.map(marked).join(" ");
                vec![
                    (at + 1).to_string(),
                    marked(&cause.title),
                    verdict,
                    why.trim().to_owned(),
                ]
            })
            .collect();
        self.table(&[&p::NUMBER, &p::CAUSE, &p::VERDICT, &p::WHY], rows);
    }

    fn fields(&mut self, fields: &[Field]) {
        if fields.is_empty() {
            return;
        }
        let heading = self.say(&p::FIELDS);
        self.heading(3, &heading);
        let rows = fields
            .iter()
            .map(|field| {
                let attribute = field.attribute.as_deref().map(code).unwrap_or_default();
                vec![label(field), attribute, self.say(p::of_state(field.state))]
            })
            .collect();
        self.table(&[&p::FIELD, &p::ATTRIBUTE, &p::STATE], rows);
    }

    fn remedy(&mut self, remedy: &Remedy) {
        let heading = self.say(&p::REMEDY);
        self.heading(3, &heading);
        if let Some(note) = &remedy.note {
            self.paragraph(&marked(note));
        }
        let steps = (1..).zip(&remedy.steps);
        let steps: Vec<String> = steps
            .map(|(number, step): (usize, _)| format!("{number}. {}", marked(step)))
            .collect();
        self.paragraph(&steps.join("\n"));
        for snippet in &remedy.snippets {
            self.paragraph(&marked(&snippet.title));
            self.paragraph(&format!("```text\n{}\n```", snippet.text));
        }
        let note = remedy.source_note.as_deref();
        self.from(iter::once((remedy.source.as_str(), note)));
    }

    fn findings(&mut self, message: &Message) {
        if message.diagnostics.is_empty() {
            return;
        }
        let heading = self.say(&p::FINDINGS);
        self.heading(3, &heading);
        let lines: Vec<&str> = message.xml.lines().collect();
        for (at, finding) in message.diagnostics.iter().enumerate() {
            self.finding(at + 1, finding, &lines);
        }
        for omitted in &message.omitted {
            let rule = Arg::input(&omitted.rule);
            let args = [("rule", rule), ("count", omitted.count.into())];
            let more = marked(&self.texts.say(&p::OMITTED, &args));
            self.paragraph(&more);
        }
    }

    fn finding(&mut self, number: usize, finding: &Diagnostic, lines: &[&str]) {
        let mut head = vec![
            self.say(p::of_severity(finding.severity)),
            code(finding.rule.as_str()),
        ];
        if let Some(line) = finding.line {
            let line = ("line", line.into());
            head.push(match finding.column {
                Some(column) => self.texts.say(&p::LINE, &[line, ("column", column.into())]),
                None => self.texts.say(&p::LINE_ONLY, &[line]),
            });
        }
        if let Some(code) = finding.code {
            head.push(self.texts.say(&p::CODE, &[("code", code.into())]));
        }
        self.heading(4, &format!("{number}. {}", marked(&finding.title)));
        self.paragraph(&head.join(" · "));
        let line = finding
            .span
            .and(finding.line)
            .and_then(|line| lines.get(line as usize - 1));
        if let Some(line) = line {
            let line: String = line.trim().chars().take(LINE).collect();
            self.paragraph(&format!("```xml\n{line}\n```"));
        }
        if finding.severity != Severity::Info {
            self.paragraph(&marked(&finding.why));
            self.paragraph(&counted(&finding.fix, marked));
        }
        let note = finding.source_note.as_deref();
        self.from(iter::once((finding.source.as_str(), note)));
    }

    fn source(&mut self, message: &Message) {
        let heading = self.say(&p::MESSAGE);
        self.heading(3, &heading);
        let length = message.xml.chars().count();
        let text = match length {
            0 => self.say(&p::LEFT_OUT),
            1..=LONGEST => {
                let mut words = vec![self.say(&p::TOKENS)];
                if !self.keep.times {
                    words.push(self.say(&p::MOVED));
                }
                let words = marked(&words.join(" "));
                format!("{words}\n\n```xml\n{}\n```", message.xml.trim_end())
            }
            _ => self.texts.say(&p::TOO_LONG, &[("count", length.into())]),
        };
        self.paragraph(&text);
    }

    /// A day as the language writes it.
    fn date(day: &str) -> Arg {
        let names = ["year", "month", "day"].into_iter();
        let parts = day.split('-').map(|part| Arg::Plain(part.to_owned()));
        Arg::Said(p::DATE, names.zip(parts).collect())
    }

    fn foot(&mut self, report: &Report, receipt: &Receipt) {
        let args = [
            ("engine", Arg::Plain(report.engine.clone())),
            ("date", Self::date(pages::checked())),
        ];
        let kind = |row: &Removed| {
            let args = vec![
                ("what", Arg::said(row.kind.label())),
                ("count", row.count.into()),
            ];
            Arg::Said(p::REMOVED_KIND, args)
        };
        let removed = match receipt.removed.as_slice() {
            [] => 0_u32.into(),
            rows => Arg::List(rows.iter().map(kind).collect(), None),
        };
        let differs = receipt.differs.iter().map(|id| Arg::input(id));
        let differs = Arg::List(differs.collect(), None);
        let same = match receipt.same {
            true => self.say(&p::SAME),
            false => self.texts.say(&p::DIFFERS, &[("differs", differs)]),
        };
        let made = self.texts.say(&p::MADE, &args);
        let removed = self.texts.say(&p::REMOVED, &[("list", removed)]);
        let shared = self.shared();
        let _ = writeln!(self.out, "{removed} {shared} {same} {made}");
    }

    /// What was named on wish; where that is nothing, what the text then promises.
    fn shared(&self) -> String {
        let shared: Vec<Arg> = self.keep.shared().map(Arg::said).collect();
        if shared.is_empty() {
            self.say(&p::PROMISE)
        } else {
            let list = Arg::List(shared, None);
            self.texts.say(&p::SHARED, &[("list", list)])
        }
    }
}

fn label(field: &Field) -> String {
    if field.label == field.name {
        code(&field.name)
    } else {
        format!("{} ({})", marked(&field.label), code(&field.name))
    }
}

/// A text of the engine: its marks are Markdown already, but a `<` that begins no link is not.
fn marked(text: &str) -> String {
    let parts = text.split('`').enumerate();
    let parts = parts.map(|(at, part)| match at % 2 {
        0 => part.replace('<', "\\<").replace("\\<https://", "<https://"),
        _ => code(part),
    });
    parts.collect()
}

fn code(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|c| if c == '`' || c.is_control() { '\'' } else { c })
        .collect();
    if text.trim().is_empty() {
        "` `".to_owned()
    } else {
        format!("`{text}`")
    }
}
