//! What can be copied into an identity provider is written as that product reads it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

use error31::report::{Act, Remedy};
use error31::webex::ServiceProvider;
use error31::webex::idps::{ALL, IdentityProvider, UNKNOWN};
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
