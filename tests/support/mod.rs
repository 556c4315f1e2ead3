//! Fixtures, their reports in words, and the corpus, for the tests that go over all of them.
#![allow(dead_code, reason = "each test uses a part")]
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a JSON value answers null; a test may stop"
)]
#![allow(clippy::panic, reason = "a test may stop")]

pub mod corpus;
pub mod nameless_page;
pub mod people;
pub mod reference_page;
pub mod rules_page;
pub mod sensitive;
pub mod sound;
pub mod texts;
pub mod translated;
pub mod words_page;

use error31::accounts::{Accounts, Column, Mapping, Settings};
use error31::diagnosis::Provenance;
use error31::instant::Instant;
use error31::options::{AccountAnswer, Answers, CharsetReader};
use error31::report::{
    Account, AccountRow, AccountsSummary, Check, CodeBy, CodeWords, Diagnostic, Handed, Message,
    Origin, Preview, Reason, Remedy, Reply, SignIn, Signature, Source,
};
use error31::webex::ServiceProvider;
use error31::webex::causes::Console;
use error31::webex::idps::IdentityProvider;
use error31::{Options, Report, check};
use serde::Serialize;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, io};

/// One input with what is to come out.
pub struct Fixture {
    /// `okta/complete.xml`.
    pub name: String,
    pub input: Vec<u8>,
    pub options: Options,
    /// Where the expected report stands.
    pub expected: PathBuf,
}

impl Fixture {
    pub fn report(&self) -> Report {
        check(self.input.as_slice(), &self.options)
    }
}

/// All fixtures, in the order of their names.
pub fn fixtures() -> io::Result<Vec<Fixture>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut fixtures = vec![];
    for folder in fs::read_dir(&root)? {
        let folder = folder?.path();
        if !folder.is_dir() {
            continue;
        }
        for file in fs::read_dir(folder)? {
            let path = file?.path();
            let name = path.to_string_lossy().into_owned();
            let is_beside = [".report.txt", ".ticket.md", ".options.json", ".metadata"];
            if is_beside.iter().any(|end| name.ends_with(end)) || path.is_dir() {
                continue;
            }
            fixtures.push(Fixture {
                name: path
                    .strip_prefix(&root)
                    .unwrap_or(&path)
                    .to_string_lossy()
                    .into_owned(),
                input: fs::read(&path)?,
                options: options(&path.with_extension("options.json"))?,
                expected: path.with_extension("report.txt"),
            });
        }
    }
    fixtures.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(fixtures)
}

fn options(path: &Path) -> io::Result<Options> {
    let mut options = Options {
        charsets: Some(CharsetReader(read_charset)),
        ..Options::default()
    };
    if !path.exists() {
        return Ok(options);
    }
    let json: serde_json::Value = serde_json::from_str(&fs::read_to_string(path)?)?;
    only(
        &json,
        &[
            "language",
            "now",
            "signedInAt",
            "code",
            "linkedCode",
            "serviceProvider",
            "identityProvider",
            "required",
            "memberStatus",
            "authnContexts",
            "answers",
            "accounts",
            "columns",
            "signatures",
            "metadata",
        ],
    );
    let instant = |text: &str| Instant::parse(text).unwrap_or_else(|| panic!("{text}"));
    let sp = |id: &str| ServiceProvider::from_id(id).unwrap_or_else(|| panic!("{id}"));
    let text = |key: &str| json[key].as_str();
    let texts = |key: &str| -> Vec<String> {
        json[key]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|v| v.as_str())
            .map(str::to_owned)
            .collect()
    };
    options.language = text("language").unwrap_or("en").to_owned();
    options.now = text("now").map(instant);
    options.signed_in_at = text("signedInAt").map(instant);
    let code = |key: &str| json[key].as_u64().and_then(|code| u8::try_from(code).ok());
    options.code = code("code");
    options.linked_code = code("linkedCode");
    options.service_provider = text("serviceProvider").filter(|id| *id != "auto").map(sp);
    let idp = |id: &str| IdentityProvider::from_id(id).unwrap_or_else(|| panic!("{id}"));
    options.identity_provider = text("identityProvider").map(idp);
    options.required = texts("required");
    options.member_status = texts("memberStatus");
    options.authn_contexts = texts("authnContexts");
    options.answers = answers(&json["answers"]);
    options.signatures = json["signatures"].as_bool().unwrap_or(true);
    for file in texts("metadata") {
        options.metadata.push(fs::read(path.with_file_name(file))?);
    }
    if let Some(list) = text("accounts") {
        let list = fs::read(path.with_file_name(list))?;
        options.accounts = Some(Arc::new(Accounts::read(&list, settings(&json))));
    }
    Ok(options)
}

/// A fixture whose options are misspelt would test something else than it says.
fn only(json: &serde_json::Value, known: &[&str]) {
    for key in json
        .as_object()
        .into_iter()
        .flat_map(|object| object.keys())
    {
        assert!(known.contains(&key.as_str()), "no option: {key}");
    }
}

fn answers(json: &serde_json::Value) -> Answers {
    let given = |key: &str, yes: &str, no: &str| {
        let answer = json[key].as_str()?;
        assert!([yes, no].contains(&answer), "{key}: {answer}");
        Some(answer == yes)
    };
    let account = |id: &str| AccountAnswer::from_id(id).unwrap_or_else(|| panic!("account: {id}"));
    only(
        json,
        &[
            "account",
            "hostLicences",
            "partnerId",
            "otherFields",
            "licencesBought",
            "managedIn",
        ],
    );
    Answers {
        account: json["account"].as_str().map(account),
        host_licence_free: given("hostLicences", "free", "none"),
        partner_id: given("partnerId", "yes", "no"),
        other_field_missing: given("otherFields", "missing", "none"),
        licences_bought: json["licencesBought"]
            .as_u64()
            .and_then(|n| u32::try_from(n).ok()),
        managed_in: json["managedIn"]
            .as_str()
            .map(|id| Console::from_id(id).unwrap_or_else(|| panic!("managedIn: {id}"))),
    }
}

fn settings(json: &serde_json::Value) -> Settings {
    let column = |key: &str| {
        let name = json["columns"][key].as_str();
        name.map(|name| Column::Name(name.to_owned()))
    };
    Settings {
        language: json["language"].as_str().unwrap_or_default().to_owned(),
        charsets: Some(CharsetReader(read_charset)),
        mapping: Mapping {
            username: column("username"),
            email: column("email"),
            status: column("status"),
            hosts: column("hosts"),
        },
    }
}

/// What the browser's `TextDecoder` does on the page.
pub fn read_charset(label: &str, bytes: &[u8]) -> Option<String> {
    let charset = encoding_rs::Encoding::for_label(label.as_bytes())?;
    let text = charset.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(text.into_owned())
}

/// A report as words, to be read and compared by people.
pub fn words(report: &Report) -> String {
    let mut out = String::new();
    if let Some(problem) = &report.problem {
        paragraph(
            &mut out,
            &format!("nothing found: {}", id(&problem.kind)),
            &problem.title,
        );
        let _ = writeln!(
            out,
            "  why: {}\n  fix: {}\n  tried: {}",
            problem.why,
            problem.fix,
            ids(&problem.tried)
        );
    }
    for notice in &report.notices {
        paragraph(
            &mut out,
            &format!("notice {}", id(&notice.kind)),
            &notice.title,
        );
        let _ = writeln!(out, "  why: {}\n  fix: {}", notice.why, notice.fix);
        origin_words(&mut out, &notice.origin);
    }
    if let Some(sensitive) = &report.sensitive {
        let _ = writeln!(
            out,
            "sensitive: cookies {}, authorization {}, passwords {}",
            sensitive.cookies, sensitive.authorization, sensitive.passwords
        );
    }
    if let Some(ends) = &report.ends {
        let _ = writeln!(out, "ends behind byte {}", ends.offset);
        origin_words(&mut out, &ends.origin);
    }
    for observed in &report.observed {
        let _ = writeln!(
            out,
            "webex answered: {} “{}”",
            observed.code, observed.spelling
        );
        let _ = writeln!(
            out,
            "  layers: {}\n  {} ({})",
            ids(&observed.origin.layers),
            observed.meaning,
            observed.source
        );
        origin_words(&mut out, &observed.origin);
        if let Some(about) = &observed.about {
            code_words(&mut out, about);
        }
        if let Some(message) = observed.message {
            let _ = writeln!(out, "  to message {message}");
        }
    }
    for sign_in in &report.sign_ins {
        sign_in_words(&mut out, sign_in);
    }
    if let Some(accounts) = &report.accounts {
        accounts_words(&mut out, accounts);
    }
    for check in &report.checks {
        check_words(&mut out, check);
    }
    for message in &report.messages {
        message_words(&mut out, message);
    }
    out
}

fn code_words(out: &mut String, about: &CodeWords) {
    let _ = writeln!(out, "about {}: {}", about.code, about.meaning);
    let cited = |source: &Option<Source>| match source {
        Some(source) => format!(" ({})", source.url),
        None => String::new(),
    };
    for cause in &about.causes {
        let _ = writeln!(out, "  cause: {}{}", cause.text, cited(&cause.source));
    }
    for fix in &about.fixes {
        let action = fix.action.as_deref().unwrap_or("-");
        let (place, source) = (id(&fix.place), cited(&fix.source));
        let _ = writeln!(out, "  at {place}: {action}: {}{source}", fix.steps);
    }
}

fn sign_in_words(out: &mut String, sign_in: &SignIn) {
    let code = sign_in.code.map_or("-".to_owned(), |code| code.to_string());
    let moment = |at: &Option<String>| at.as_deref().unwrap_or("-").to_owned();
    let _ = writeln!(
        out,
        "sign-in with code {code}, {} to {}:",
        moment(&sign_in.started_at),
        moment(&sign_in.ended_at)
    );
    for step in &sign_in.steps {
        let message = step
            .message
            .map_or(String::new(), |index| format!(" [{index}]"));
        let seconds = step
            .seconds
            .map_or(String::new(), |seconds| format!(", {seconds} s later"));
        let missing = if step.missing { ", missing" } else { "" };
        let _ = writeln!(out, "  {}{message}{seconds}{missing}", step.text);
    }
    for gap in &sign_in.gaps {
        let _ = writeln!(
            out,
            "  {}: {}\n    why: {}\n    fix: {}",
            id(&gap.kind),
            gap.title,
            gap.why,
            gap.fix
        );
    }
}

fn message_words(out: &mut String, message: &Message) {
    let error31 = &message.error31;
    paragraph(out, &id(&error31.verdict), &error31.title);
    let _ = writeln!(out, "  {}\nin short: {}", error31.lead, error31.short);
    if error31.code_by != CodeBy::Nobody {
        let _ = writeln!(out, "code: {} by {}", error31.code, id(&error31.code_by));
    }
    let _ = writeln!(out, "{}:", id(&error31.first.heading));
    for item in &error31.first.items {
        let at = |label: &str, index: Option<u32>| index.map(|index| format!("{label} {index}"));
        let parts = [
            at("finding", item.finding),
            item.cause.map(|cause| id(&cause)),
            at("check", item.check),
            at("fix", item.fix),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        let _ = writeln!(out, "  {} ({})", item.action, parts.join(", "));
    }
    let _ = writeln!(
        out,
        "kind: {}, seen: {}, layers: {}",
        id(&message.kind),
        message.seen.unwrap_or(1),
        [ids(&message.origin.layers), ids(&message.origin.forgiven)]
            .into_iter()
            .filter(|ids| !ids.is_empty())
            .collect::<Vec<_>>()
            .join(" > ")
    );
    origin_words(out, &message.origin);
    if let Some(about) = &error31.about {
        code_words(out, about);
    }
    let _ = writeln!(
        out,
        "from: {} {} ({})",
        id(&message.idp.id),
        message.idp.name.as_deref().unwrap_or_default(),
        reasons(&message.idp.because)
    );
    let site = message.sp.site.as_deref().unwrap_or("-");
    let _ = writeln!(
        out,
        "for: {} {}, site {site} ({})",
        id(&message.sp.id),
        message.sp.name.as_deref().unwrap_or_default(),
        reasons(&message.sp.because)
    );
    let user = message.user.as_deref().unwrap_or("-");
    let issued = message.issued_at.as_deref().unwrap_or("-");
    let _ = writeln!(
        out,
        "user: {user}, issued: {issued}, valid for: {:?} s",
        message.valid_for.unwrap_or(0.0)
    );
    if let Some(account) = &message.account {
        account_words(out, account);
    }
    out.push_str("causes:\n");
    for cause in &error31.causes {
        let _ = writeln!(
            out,
            "  {}: {}{}. {} {:?} {}",
            id(&cause.id),
            id(&cause.verdict),
            cause
                .provenance
                .filter(|provenance| *provenance != Provenance::Message)
                .map_or(String::new(), |provenance| format!(
                    " by {}",
                    id(&provenance)
                )),
            cause.why,
            cause.because,
            cause.next.as_deref().unwrap_or_default()
        );
        if let Some(overturn) = &cause.overturn {
            let _ = writeln!(out, "    {overturn}");
        }
    }
    out.push_str("fields:\n");
    for field in &message.fields {
        let from = field.attribute.as_deref().unwrap_or("-");
        let _ = writeln!(
            out,
            "  {} ({}, {}): {} from {from} {:?}",
            field.id,
            field.label,
            id(&field.need),
            id(&field.state),
            field.value
        );
    }
    let unlisted: Vec<&str> = message.unlisted.iter().map(|a| a.name.as_str()).collect();
    let _ = writeln!(out, "unlisted: {}", unlisted.join(", "));
    for signature in message.signatures.iter().flatten() {
        signature_words(out, signature);
    }
    out.push_str("findings:\n");
    for (index, finding) in message.diagnostics.iter().enumerate() {
        finding_words(out, index, finding, &message.xml);
    }
    if let Some(remedy) = &message.remedy {
        remedy_words(out, remedy);
    }
    for check in &error31.checks {
        check_words(out, check);
    }
    out.push('\n');
}

fn remedy_words(out: &mut String, remedy: &Remedy) {
    let _ = writeln!(
        out,
        "remedy: {} by {} ({})",
        id(&remedy.idp),
        remedy.source,
        remedy.checked
    );
    for attribute in &remedy.attributes {
        let from = attribute.from.as_ref();
        let from = from.map_or(String::new(), |from| format!(" from {from}"));
        let _ = writeln!(out, "  {} {}{from}", id(&attribute.act), attribute.name);
    }
    if let Some(note) = &remedy.note {
        let _ = writeln!(out, "  note: {note}");
    }
    for (number, step) in (1..).zip(&remedy.steps) {
        let _ = writeln!(out, "  {number}. {step}");
    }
    for snippet in &remedy.snippets {
        let text = snippet.text.replace('\n', "\n    ");
        let _ = writeln!(
            out,
            "  {} ({}):\n    {text}",
            id(&snippet.kind),
            snippet.title
        );
    }
    if let Some(preview) = &remedy.preview {
        preview_words(out, preview);
    }
}

fn preview_words(out: &mut String, preview: &Preview) {
    let _ = writeln!(out, "  then: {} | {}", id(&preview.verdict), preview.title);
    for remains in &preview.remains {
        let _ = writeln!(out, "    remains: {remains}");
    }
    for edit in &preview.edits {
        let _ = writeln!(
            out,
            "    {}–{}: {}",
            edit.span.start, edit.span.end, edit.text
        );
    }
    if let Some(enough) = &preview.enough {
        let _ = writeln!(out, "    {enough}");
    }
}

fn signature_words(out: &mut String, signature: &Signature) {
    let key = signature.key.map_or("-".to_owned(), |key| {
        format!("{} {}", id(&key.kind), key.bits.unwrap_or_default())
    });
    let _ = writeln!(
        out,
        "signature of {}\n  {} {}{}: {} ({}){} by {} {key} from {}, digest {}, form {}",
        signature.text,
        id(&signature.covers),
        signature.id.as_deref().unwrap_or("-"),
        signature
            .covered
            .map_or_else(String::new, |error31::report::Span { start, end }| format!(
                " at {start}..{end}"
            )),
        id(&signature.verdict),
        id(&signature.why),
        if signature.reformatted {
            ", reformatted,"
        } else {
            ""
        },
        signature.algorithm.as_deref().unwrap_or("-"),
        id(&signature.against),
        signature.digest.as_deref().unwrap_or("-"),
        signature
            .canonicalization
            .map_or("-".to_owned(), |form| id(&form)),
    );
    if let Some(found) = &signature.certificate {
        let _ = writeln!(
            out,
            "  {} by {}, {} to {}; {}",
            found.subject, found.issuer, found.not_before, found.not_after, found.time
        );
    }
    if let Some(several) = &signature.several_keys {
        let _ = writeln!(out, "  {}\n  source: {}", several.text, several.source);
    }
}

fn origin_words(out: &mut String, origin: &Origin) {
    if let Some(member) = &origin.member {
        let _ = writeln!(out, "  in {member}");
    }
    if let Some(entry) = origin.entry {
        let total = entry
            .total
            .map_or("?".to_owned(), |total| total.to_string());
        let url = origin.url.as_deref().unwrap_or("-");
        let started_at = origin.started_at.as_deref().unwrap_or("-");
        let _ = writeln!(
            out,
            "  request {} of {total} to {url} at {started_at}",
            entry.index
        );
    }
}

fn accounts_words(out: &mut String, list: &AccountsSummary) {
    let format = list.format.map(|format| id(&format)).unwrap_or_default();
    let _ = writeln!(
        out,
        "user list: {format} ({}), rows: {}",
        list.format_name.as_deref().unwrap_or_default(),
        list.rows
    );
    let status = list.status_column.as_deref().unwrap_or("-");
    let _ = writeln!(
        out,
        "  users by: {}, status by: {status}",
        list.key_columns.join(", ")
    );
    for status in &list.statuses {
        let means = status.status.map_or("?".to_owned(), |status| id(&status));
        let _ = writeln!(out, "  {:?} = {means}: {}", status.label, status.rows);
    }
    for seats in &list.seats {
        let site = seats.site.as_deref().unwrap_or("-");
        let _ = writeln!(
            out,
            "  seats at {site}: {}, inactive: {} | {}",
            seats.used, seats.inactive, seats.text
        );
    }
    for problem in &list.problems {
        let _ = writeln!(
            out,
            "  {} {:?}: {}\n    why: {}\n    fix: {}",
            id(&problem.kind),
            problem.lines,
            problem.title,
            problem.why,
            problem.fix
        );
    }
}

fn account_words(out: &mut String, account: &Account) {
    let _ = writeln!(
        out,
        "account: {}: {}\n  {}",
        id(&account.state),
        account.title,
        account.why
    );
    for (label, rows) in [("is", &account.rows), ("near", &account.nearest)] {
        for AccountRow {
            line,
            column,
            value,
            label: word,
            status,
            other_username,
            other_email,
        } in rows
        {
            let status = status.map_or("?".to_owned(), |status| id(&status));
            let _ = writeln!(
                out,
                "  {label} line {line}: {column} {value}, {word:?} = {status}"
            );
            for (label, name) in [("user name", other_username), ("e-mail", other_email)] {
                if let Some(name) = name {
                    let _ = writeln!(out, "    its {label} is {name}");
                }
            }
        }
    }
}

fn check_words(out: &mut String, check: &Check) {
    let _ = writeln!(
        out,
        "check {}: {} | {} ({})",
        id(&check.cause),
        check.title,
        check.action,
        check.who
    );
    if let Some(question) = check
        .question
        .as_ref()
        .filter(|question| question.given.is_some())
    {
        let given = question.given.as_deref().unwrap_or_default();
        let _ = writeln!(out, "  {} = {given}", question.id);
    }
    if let Some(settled) = &check.settled {
        let _ = writeln!(
            out,
            "  settled: {} by {}",
            id(&settled.verdict),
            id(&settled.provenance)
        );
    }
}

fn finding_words(out: &mut String, index: usize, finding: &Diagnostic, xml: &str) {
    let place = finding
        .line
        .zip(finding.column)
        .map_or("-".to_owned(), |(line, column)| format!("{line}:{column}"));
    let code = finding
        .code
        .map_or(String::new(), |code| format!(", code {code}"));
    let _ = writeln!(
        out,
        "  [{index}] {} {} at {place}{code}: {}",
        id(&finding.severity),
        finding.rule,
        finding.title
    );
    if let Some(span) = finding.span {
        let units: Vec<u16> = xml
            .encode_utf16()
            .skip(span.start as usize)
            .take((span.end - span.start) as usize)
            .collect();
        let _ = writeln!(
            out,
            "      place: {}",
            String::from_utf16_lossy(&units)
                .replace('\n', " ")
                .replace('\0', "␀")
        );
    }
    for (label, text) in [
        ("why", Some(&finding.why)),
        ("fix", Some(&finding.fix)),
        ("first", finding.action.as_ref()),
        ("source", Some(&finding.source)),
    ] {
        let text = text.map_or("", String::as_str);
        let _ = writeln!(
            out,
            "      {label}: {}",
            text.replace('\n', "\n           ")
        );
    }
}

fn paragraph(out: &mut String, head: &str, text: &str) {
    let _ = writeln!(out, "{head}: {text}");
}

/// Whether a text is a pattern with something in place of each placeholder.
pub fn fits(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split("{ $");
    let Some(mut rest) = text.strip_prefix(parts.next().unwrap_or_default()) else {
        return false;
    };
    for part in parts {
        let (_, literal) = part.split_once(" }").unwrap_or_default();
        match rest.find(literal) {
            Some(_) if literal.is_empty() => rest = "",
            Some(at) => rest = &rest[at + literal.len()..],
            None => return false,
        }
    }
    rest.is_empty()
}

/// The ids of a list, outermost first.
fn reasons(all: &[Reason]) -> String {
    let told = all.iter().map(|Reason { text, instead }| match instead {
        Some(name) => format!("{text}, for {name}"),
        None => text.clone(),
    });
    told.collect::<Vec<_>>().join("; ")
}

fn ids(values: &[impl Serialize]) -> String {
    let ids: Vec<String> = values.iter().map(id).collect();
    ids.join(" > ")
}

/// The id that a value has in JSON.
fn id(value: &impl Serialize) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|v| v.as_str().map(str::to_owned))
        .unwrap_or_default()
}

/// The answers of Webex in a report, as they come back.
#[allow(dead_code, reason = "not every test asks for them")]
pub fn replies(report: &Report) -> Vec<Reply> {
    let json = serde_json::to_value(&report.observed).unwrap_or_default();
    let all = json.as_array().cloned().unwrap_or_default();
    all.into_iter()
        .filter_map(|reply| serde_json::from_value(reply).ok())
        .collect()
}

/// The messages of a report as they come back from wherever it was sent, in JSON as in JavaScript.
pub fn handed(report: &Report) -> Vec<Handed> {
    let json = serde_json::to_value(report).unwrap_or_default();
    let each = |list: &str| json[list].as_array().cloned().unwrap_or_default();
    let replies = replies(report);
    let sign_ins: Vec<SignIn> = each("signIns")
        .into_iter()
        .filter_map(|sign_in| serde_json::from_value(sign_in).ok())
        .collect();
    let messages = each("messages").into_iter().zip(0..);
    messages
        .filter_map(|(message, index)| {
            let handed: Handed = serde_json::from_value(message).ok()?;
            Some(handed.with(&replies, index).of(&sign_ins, index))
        })
        .collect()
}
