//! What can be copied into an identity provider is written as that product reads it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

use error31::report::{Act, CauseId, CauseVerdict, Remedy, Severity};
use error31::webex::ServiceProvider;
use error31::webex::idps::{ALL, Column, Form, IdentityProvider, UNKNOWN};
use error31::{Options, check};

/// Nothing but an e-mail address, to a Meetings site; one attribute is asked for by a name that no product fills.
const BARE: &str = r#"<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" Version="2.0" ID="_1">
  <Conditions><AudienceRestriction><Audience>https://adriasoft.webex.com/?a=1&amp;b="2"</Audience></AudienceRestriction></Conditions>
  <AttributeStatement><Attribute Name="MemberStatus"/></AttributeStatement>
</Assertion>"#;

fn remedy(idp: &'static IdentityProvider) -> Remedy {
    let options = Options {
        identity_provider: Some(idp),
        service_provider: Some(ServiceProvider::MeetingsSite),
        required: vec![r#"a'b"c\d"#.to_owned()],
        ..Options::default()
    };
    let mut report = check(BARE, &options);
    report.messages.remove(0).remedy.unwrap()
}

#[test]
fn every_product_has_one_recipe_for_all_that_is_at_fault() {
    for idp in ALL.iter().chain([&UNKNOWN]) {
        let id = idp.id.as_str();
        let Remedy {
            attributes,
            steps,
            snippets,
            note,
            ..
        } = remedy(idp);
        let changes: Vec<_> = attributes
            .iter()
            .map(|one| (one.act, one.name.as_str()))
            .collect();
        let expected = [
            (Act::Remove, "MemberStatus"),
            (Act::Add, "uid"),
            (Act::Add, "firstname"),
            (Act::Add, "lastname"),
            (Act::Add, "email"),
            (Act::Add, r#"a'b"c\d"#),
        ];
        assert_eq!(changes, expected, "{id}");
        assert_eq!(idp.recipe.snippets.len(), snippets.len(), "{id}");
        let text = &snippets[0].text;
        for name in ["uid", "firstname", "lastname", "email"] {
            assert!(text.contains(name), "{id}: {name}");
        }
        assert!(steps[0].contains("existing accounts"), "{id}");
        let says = |words: &str| steps.iter().any(|step| step.contains(words));
        assert!(says("MemberStatus"), "{id}");
        assert!(says("YOUR_FIELD_FOR_ABCD"), "{id}: {steps:?}");
        assert!(text.contains("YOUR_FIELD_FOR_ABCD"), "{id}");
        let is_filled = !text.contains("YOUR_FIELD_FOR_UID");
        assert_eq!(is_filled, idp.source_of("uid").is_some(), "{id}");
        assert!(is_filled || note.is_some(), "{id} says nothing of that");
    }
}

/// An issuer of each product, and a message of it: names that it sends where nobody chose others, nothing for the last name.
const ISSUERS: [(&str, &str); 17] = [
    (
        "entra",
        "https://sts.windows.net/5f1c9e02-77ab-4a5e-9d7f-2f0b6a1c9d10/",
    ),
    ("adfs", "http://sts.adriasoft.example/adfs/services/trust"),
    ("okta", "http://www.okta.com/exk4t2m9aQ8Zr1Lx0697"),
    (
        "google",
        "https://accounts.google.com/o/saml2?idpid=C01adria7",
    ),
    ("onelogin", "https://app.onelogin.com/saml/metadata/123456"),
    (
        "duo",
        "https://sso-1a2b3c4d.sso.duosecurity.com/saml2/sp/DI0/metadata",
    ),
    ("auth0", "urn:adriasoft.eu.auth0.com"),
    ("jumpcloud", "JumpCloud"),
    ("pingone", "https://auth.pingone.eu/5f1c9e02"),
    ("pingfederate", "pingfederate.adriasoft.example"),
    ("keycloak", "https://sso.adriasoft.example/realms/main"),
    ("shibboleth", "https://idp.adriasoft.example/idp/shibboleth"),
    (
        "simplesamlphp",
        "https://sso.adriasoft.example/simplesaml/saml2/idp/metadata.php",
    ),
    ("f5", "https://apm.adriasoft.example/idp/f5/"),
    ("citrix", "https://saml.cloud.com/adriasoft"),
    ("oracle", "https://idcs-1a2b3c.identity.oraclecloud.com/fed"),
    ("unknown", "https://login.adriasoft.example"),
];

fn message(issuer: &str, attributes: &[&str]) -> String {
    let value = |name: &str| match name.contains("mail") || name == "uid" {
        true => "ana.novak@adriasoft.example",
        false => "Ana",
    };
    let one = |name: &&str| {
        format!(
            "<Attribute Name=\"{name}\"><AttributeValue>{}</AttributeValue></Attribute>",
            value(name)
        )
    };
    let attributes: String = attributes.iter().map(one).collect();
    format!(
        r#"<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" Version="2.0" ID="_1"><Issuer>{issuer}</Issuer><Subject><NameID>ana.novak@adriasoft.example</NameID></Subject><Conditions><AudienceRestriction><Audience>http://www.webex.com</Audience></AudienceRestriction></Conditions><AttributeStatement>{attributes}</AttributeStatement></Assertion>"#
    )
}

/// What a product sends once its text is in place: the names in it, read as the product reads them.
fn sent(idp: &IdentityProvider, remedy: &Remedy) -> Vec<String> {
    let text = remedy.snippets[0].text.as_str();
    let strings = |part: &str, quote: char| -> Vec<String> {
        let strings = part.split(quote).skip(1).step_by(2);
        strings.map(str::to_owned).collect()
    };
    match idp.recipe.snippets[0].form {
        Form::Table(columns) => {
            let at = |column: &Column| matches!(column, Column::Name(_));
            let head = columns.iter().find(|column| at(column)).unwrap();
            let Column::Name(head) = head else {
                panic!("{text}")
            };
            let mut lines = text.lines();
            let start = lines.next().unwrap().find(head).unwrap();
            let cell = |line: &str| line[start..].split("  ").next().unwrap().to_owned();
            lines.map(cell).collect()
        }
        Form::ClaimRule => {
            let types = text.split("types = (").nth(1).unwrap();
            strings(types.split(')').next().unwrap(), '"')
        }
        Form::Resolver => {
            let whole = format!(
                "<all xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">{text}</all>"
            );
            let document = roxmltree::Document::parse(&whole).unwrap();
            let names = document
                .descendants()
                .filter_map(|node| node.attribute("name"));
            names.map(str::to_owned).collect()
        }
        Form::Filter => panic!("{text}"),
        Form::Authproc => {
            let copies = text.split("AttributeCopy',").nth(1).unwrap();
            let names = copies.split("=>").skip(1);
            names
                .flat_map(|part| strings(part.split('\n').next().unwrap(), '\''))
                .collect()
        }
        Form::Mappers => {
            let mappers: serde_json::Value = serde_json::from_str(text).unwrap();
            let names = mappers.as_array().unwrap().iter();
            names
                .map(|one| one["config"]["attribute.name"].as_str().unwrap().to_owned())
                .collect()
        }
        Form::Mappings => {
            let settings: serde_json::Value = serde_json::from_str(text).unwrap();
            let mappings = settings["mappings"].as_object().unwrap().values();
            let names = mappings.flat_map(|names| match names.as_array() {
                Some(names) => names.clone(),
                None => vec![names.clone()],
            });
            names
                .map(|name| name.as_str().unwrap().to_owned())
                .collect()
        }
    }
}

#[test]
fn what_each_recipe_sets_up_takes_the_findings_away() {
    let known = ALL.iter().chain([&UNKNOWN]).map(|idp| idp.id.as_str());
    let mut issuers: Vec<&str> = ISSUERS.iter().map(|(id, _)| *id).collect();
    let mut known: Vec<&str> = known.collect();
    issuers.sort_unstable();
    known.sort_unstable();
    assert_eq!(issuers, known);
    for (id, issuer) in ISSUERS {
        let before: [&[&str]; 3] = [
            &["mail", "givenName", "MemberStatus"],
            &[],
            &["http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress"],
        ];
        for before in before {
            let mut report = check(message(issuer, before).as_str(), &Options::default());
            let was = report.messages.remove(0);
            assert_eq!(was.idp.id.as_str(), id);
            let remedy = was.remedy.unwrap();
            let idp = IdentityProvider::from_id(id).unwrap();
            let mut after: Vec<String> = sent(idp, &remedy);
            let own = |act: Act, name: &str| {
                let mut all = remedy.attributes.iter();
                all.any(|one| one.act == act && one.from.as_deref().unwrap_or(&one.name) == name)
            };
            let stay = before
                .iter()
                .filter(|name| !own(Act::Remove, name) && !own(Act::Rename, name));
            after.extend(stay.map(|name| (*name).to_owned()));
            let names: Vec<&str> = after.iter().map(String::as_str).collect();
            let report = check(message(issuer, &names).as_str(), &Options::default());
            let now = &report.messages[0];
            let worse = |severity| severity == Severity::Error || severity == Severity::Warning;
            let found: Vec<_> = now
                .diagnostics
                .iter()
                .filter(|one| worse(one.severity))
                .collect();
            assert!(found.is_empty(), "{id} {before:?} {names:?}: {found:?}");
            for cause in &now.error31.causes {
                let is_shown = matches!(cause.id, CauseId::MemberStatus | CauseId::RequiredFields);
                assert!(
                    !is_shown || cause.verdict == CauseVerdict::RuledOut,
                    "{id} {before:?}"
                );
            }
            assert!(now.remedy.is_none(), "{id} {before:?}");
            assert!(
                was.error31
                    .causes
                    .iter()
                    .any(|one| one.verdict == CauseVerdict::Confirmed)
            );
            let preview = remedy.preview.unwrap();
            assert_eq!(preview.verdict, now.error31.verdict, "{id} {before:?}");
        }
    }
}

fn text_of(id: &str, at: usize) -> String {
    let mut remedy = remedy(IdentityProvider::from_id(id).unwrap());
    remedy.snippets.remove(at).text
}

#[test]
fn json_is_json() {
    let mappers: serde_json::Value = serde_json::from_str(&text_of("keycloak", 0)).unwrap();
    let names = mappers.as_array().unwrap().iter();
    let names: Vec<_> = names
        .map(|one| one["config"]["attribute.name"].as_str().unwrap())
        .collect();
    let expected = ["uid", "firstname", "lastname", "email", r#"a'b"c\d"#];
    assert_eq!(names, expected);
    let settings: serde_json::Value = serde_json::from_str(&text_of("auth0", 0)).unwrap();
    let mappings = &settings["mappings"];
    assert_eq!(mappings["email"], serde_json::json!(["uid", "email"]));
    assert_eq!(mappings["given_name"], "firstname");
}

#[test]
fn xml_is_xml() {
    let namespace = "http://www.w3.org/2001/XMLSchema-instance";
    for (at, names) in [(0, "name"), (1, "attributeID")] {
        let text = text_of("shibboleth", at);
        let whole = format!("<all xmlns:xsi=\"{namespace}\">{text}</all>");
        let document = roxmltree::Document::parse(&whole).unwrap();
        let named = document
            .descendants()
            .filter(|node| node.has_attribute(names));
        assert_eq!(named.count(), 5, "{text}");
    }
    let filter = text_of("shibboleth", 1);
    let value = "value=\"https://adriasoft.webex.com/?a=1&amp;b=&quot;2&quot;\"";
    assert!(filter.contains(value), "{filter}");
}

#[test]
fn php_strings_are_closed() {
    let text = text_of("simplesamlphp", 0);
    let bare = text.replace("\\\\", "").replace("\\'", "");
    assert_eq!(bare.matches('\'').count() % 2, 0, "{text}");
    assert!(text.contains("'mail' => 'email'"), "{text}");
    assert!(text.contains(r#"'a\'b"c\\d'"#), "{text}");
}

/// Microsoft's syntax: `c:[Name == "…", …] => issue(name = "…" | ("…", …) | c.Value, …);`
#[test]
fn a_claim_rule_keeps_to_its_grammar() {
    let rule = text_of("adfs", 0);
    let mut rest = Tokens::of(&rule);
    rest.all(&[
        "c", ":", "[", "Type", "==", "\"", ",", "Issuer", "==", "\"", "]",
    ]);
    rest.all(&[
        "=>", "issue", "(", "store", "=", "\"", ",", "types", "=", "(",
    ]);
    let mut types = 0;
    loop {
        rest.all(&["\""]);
        types += 1;
        match rest.next().as_str() {
            "," => {}
            ")" => break,
            other => panic!("{other} in {rule}"),
        }
    }
    rest.all(&[
        ",", "query", "=", "\"", ",", "param", "=", "c", ".", "Value", ")", ";",
    ]);
    assert_eq!(rest.next(), "");
    let query = rule.split("query = \"").nth(1).unwrap();
    let query = query.split('"').next().unwrap();
    let [filter, attributes, account] = query.split(';').collect::<Vec<_>>()[..] else {
        panic!("{query}");
    };
    assert_eq!((filter, account), ("", "{0}"));
    assert_eq!(attributes.split(',').count(), types);
}

/// Words and signs; of a string only its quote.
struct Tokens(std::vec::IntoIter<String>);

impl Tokens {
    fn of(text: &str) -> Self {
        let mut tokens: Vec<String> = vec![];
        let strings = text.split('"').enumerate();
        for (at, part) in strings {
            if at % 2 == 1 {
                tokens.push("\"".to_owned());
                continue;
            }
            for word in part.split_whitespace() {
                let mut open = String::new();
                for c in word.chars() {
                    let joins = open.ends_with('=') && (c == '=' || c == '>');
                    let is_word = |c: char| c.is_ascii_alphanumeric();
                    let goes_on = open.ends_with(is_word) && is_word(c);
                    if !open.is_empty() && !joins && !goes_on {
                        tokens.push(std::mem::take(&mut open));
                    }
                    open.push(c);
                }
                tokens.push(open);
            }
        }
        Self(tokens.into_iter())
    }

    fn next(&mut self) -> String {
        self.0.next().unwrap_or_default()
    }

    fn all(&mut self, expected: &[&str]) {
        for token in expected {
            assert_eq!(self.next(), *token);
        }
    }
}
