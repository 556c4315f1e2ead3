//! The texts that can be copied into the identity provider.

use super::Change;
use crate::webex::idps::{Column, Form, IdentityProvider, Snippet};
use std::fmt::Write as _;

/// How what the reader has to replace begins.
pub(super) const MARK: &str = "YOUR_";

const CONNECTOR: &str = "YOUR_DATA_CONNECTOR";
const ENTITY: &str = "YOUR_ENTITY_ID";

/// The claim that AD FS has of everybody who signed in to Active Directory.
const WINDOWS_ACCOUNT: &str =
    "http://schemas.microsoft.com/ws/2008/06/identity/claims/windowsaccountname";

const UNSPECIFIED: &str = "urn:oasis:names:tc:SAML:2.0:attrname-format:unspecified";

/// What one attribute is filled from.
struct Row {
    name: String,
    source: String,
}

/// All texts for these changes; none where no attribute has to be set up. `audience` is the receiver’s own name.
pub(super) fn all(
    idp: &IdentityProvider,
    changes: &[Change],
    audience: &str,
) -> Vec<(&'static Snippet, String)> {
    let changes = changes.iter().filter(|change| change.is_row());
    let rows: Vec<Row> = changes.map(|change| row(idp, change.name)).collect();
    if rows.is_empty() {
        return vec![];
    }
    let snippets = idp.recipe.snippets.iter();
    snippets
        .map(|snippet| (snippet, write(snippet.form, &rows, audience)))
        .collect()
}

fn row(idp: &IdentityProvider, name: &str) -> Row {
    let own = || {
        let name = name.chars().filter(char::is_ascii_alphanumeric);
        let name: String = name.map(|c| c.to_ascii_uppercase()).collect();
        format!("{MARK}FIELD_FOR_{name}")
    };
    let source = idp.source_of(name).map(str::to_owned);
    Row {
        name: name
            .chars()
            .filter(|c| !c.is_control() && *c != '`')
            .collect(),
        source: source.unwrap_or_else(own),
    }
}

fn write(form: Form, rows: &[Row], audience: &str) -> String {
    match form {
        Form::Table(columns) => table(columns, rows),
        Form::ClaimRule => claim_rule(rows),
        Form::Resolver => resolver(rows),
        Form::Filter => filter(rows, audience),
        Form::Authproc => authproc(rows),
        Form::Mappers => mappers(rows),
        Form::Mappings => mappings(rows),
    }
}

fn table(columns: &[Column], rows: &[Row]) -> String {
    let head = |column: &Column| match column {
        Column::Name(head) | Column::Source(head) | Column::Fixed(head, _) => *head,
    };
    let cell = |column: &Column, row: &Row| match column {
        Column::Name(_) => row.name.clone(),
        Column::Source(_) => row.source.clone(),
        Column::Fixed(_, text) => (*text).to_owned(),
    };
    let mut lines = vec![String::new(); rows.len() + 1];
    for column in columns {
        let heads = std::iter::once(head(column).to_owned());
        let cells: Vec<String> = heads
            .chain(rows.iter().map(|row| cell(column, row)))
            .collect();
        let width = cells.iter().map(|cell| cell.chars().count()).max();
        let width = width.unwrap_or_default() + 2;
        for (line, cell) in lines.iter_mut().zip(cells) {
            let _ = write!(line, "{cell:width$}");
        }
    }
    let lines: Vec<&str> = lines.iter().map(|line| line.trim_end()).collect();
    lines.join("\n")
}

fn claim_rule(rows: &[Row]) -> String {
    let types: Vec<String> = rows
        .iter()
        .map(|row| format!("\"{}\"", row.name.replace('"', "")))
        .collect();
    let sources: Vec<&str> = rows.iter().map(|row| row.source.as_str()).collect();
    format!(
        "c:[Type == \"{WINDOWS_ACCOUNT}\", Issuer == \"AD AUTHORITY\"]\n => issue(store = \"Active Directory\",\n    types = ({}),\n    query = \";{};{{0}}\", param = c.Value);",
        types.join(", "),
        sources.join(",")
    )
}

fn resolver(rows: &[Row]) -> String {
    let definition = |row: &Row| {
        format!(
            "<AttributeDefinition xsi:type=\"Simple\" id=\"{}\">\n    <InputDataConnector ref=\"{CONNECTOR}\" attributeNames=\"{}\"/>\n    <AttributeEncoder xsi:type=\"SAML2String\" name=\"{}\" nameFormat=\"{UNSPECIFIED}\" encodeType=\"false\"/>\n</AttributeDefinition>",
            definition_id(row),
            xml(&row.source),
            xml(&row.name)
        )
    };
    let all: Vec<String> = rows.iter().map(definition).collect();
    all.join("\n")
}

fn filter(rows: &[Row], audience: &str) -> String {
    let rule = |row: &Row| {
        let id = definition_id(row);
        format!("    <AttributeRule attributeID=\"{id}\" permitAny=\"true\"/>\n")
    };
    let rules: String = rows.iter().map(rule).collect();
    let requester = if audience.is_empty() {
        ENTITY
    } else {
        audience
    };
    format!(
        "<AttributeFilterPolicy id=\"webex\">\n    <PolicyRequirementRule xsi:type=\"Requester\" value=\"{}\"/>\n{rules}</AttributeFilterPolicy>",
        xml(requester)
    )
}

fn definition_id(row: &Row) -> String {
    let name = row.name.chars().filter(char::is_ascii_alphanumeric);
    format!("webex-{}", name.collect::<String>())
}

fn authproc(rows: &[Row]) -> String {
    let quote = |text: &str| format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"));
    let lines = grouped(rows, quote, " => ", "    ");
    format!("50 => [\n    'class' => 'core:AttributeCopy',\n{lines},\n],")
}

fn mappings(rows: &[Row]) -> String {
    let lines = grouped(rows, json, ": ", "    ");
    format!("{{\n  \"mappings\": {{\n{lines}\n  }}\n}}")
}

/// A line a source: one name, or several in a list.
fn grouped(rows: &[Row], quote: impl Fn(&str) -> String, joint: &str, indent: &str) -> String {
    let mut groups: Vec<(&str, Vec<String>)> = vec![];
    for row in rows {
        let name = quote(&row.name);
        match groups.iter_mut().find(|(source, _)| *source == row.source) {
            Some((_, names)) => names.push(name),
            None => groups.push((&row.source, vec![name])),
        }
    }
    let line = |(source, names): &(&str, Vec<String>)| {
        let names = match names.as_slice() {
            [one] => one.clone(),
            several => format!("[{}]", several.join(", ")),
        };
        format!("{indent}{}{joint}{names}", quote(source))
    };
    let lines: Vec<String> = groups.iter().map(line).collect();
    lines.join(",\n")
}

fn mappers(rows: &[Row]) -> String {
    let mapper = |row: &Row| {
        let (name, source) = (json(&row.name), json(&row.source));
        format!(
            "  {{\n    \"name\": {name},\n    \"protocol\": \"saml\",\n    \"protocolMapper\": \"saml-user-property-mapper\",\n    \"config\": {{\n      \"user.attribute\": {source},\n      \"attribute.name\": {name},\n      \"attribute.nameformat\": \"Basic\"\n    }}\n  }}"
        )
    };
    let all: Vec<String> = rows.iter().map(mapper).collect();
    format!("[\n{}\n]", all.join(",\n"))
}

fn xml(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

fn json(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
