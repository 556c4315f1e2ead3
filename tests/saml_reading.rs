//! Messages as they are written and wrapped in practice, and what is read from them.

use error31::saml::{self, Kind, Message};
use error31::xml;

fn read(text: &str) -> Result<Message, xml::Error> {
    xml::parse(text).map(|document| saml::read(&document))
}

const P: &str = "xmlns:q='urn:oasis:names:tc:SAML:2.0:protocol'";
const A: &str = "xmlns='urn:oasis:names:tc:SAML:2.0:assertion'";

#[test]
fn kinds() {
    let protocol = "urn:oasis:names:tc:SAML:2.0:protocol";
    let assertion = "urn:oasis:names:tc:SAML:2.0:assertion";
    let metadata = "urn:oasis:names:tc:SAML:2.0:metadata";
    let table = [
        (protocol, "Response", Kind::Response),
        (assertion, "Response", Kind::Other),
        (assertion, "Assertion", Kind::Assertion),
        (assertion, "EncryptedAssertion", Kind::EncryptedAssertion),
        (protocol, "AuthnRequest", Kind::AuthnRequest),
        (protocol, "LogoutRequest", Kind::Logout),
        (protocol, "LogoutResponse", Kind::Logout),
        (protocol, "ManageNameIDRequest", Kind::Other),
        (protocol, "ArtifactResolve", Kind::Artifact),
        (protocol, "ArtifactResponse", Kind::Artifact),
        (metadata, "EntityDescriptor", Kind::Metadata),
        (metadata, "EntitiesDescriptor", Kind::Metadata),
        (
            "http://schemas.xmlsoap.org/ws/2005/02/trust",
            "RequestSecurityTokenResponse",
            Kind::WsFederation,
        ),
        (
            "http://docs.oasis-open.org/ws-sx/ws-trust/200512",
            "RequestSecurityTokenResponseCollection",
            Kind::WsFederation,
        ),
        (
            "urn:oasis:names:tc:SAML:1.0:protocol",
            "Response",
            Kind::Saml1,
        ),
        (
            "urn:oasis:names:tc:SAML:1.0:assertion",
            "Assertion",
            Kind::Saml1,
        ),
        (
            "http://schemas.xmlsoap.org/soap/envelope/",
            "Envelope",
            Kind::Soap,
        ),
        (
            "http://www.w3.org/2003/05/soap-envelope",
            "Envelope",
            Kind::Soap,
        ),
        ("", "Response", Kind::Other),
        ("", "html", Kind::Other),
    ];
    for (namespace, name, kind) in table {
        let message = read(&format!("<{name} xmlns='{namespace}'/>")).unwrap();
        assert_eq!(message.kind, kind, "{namespace} {name}");
        assert_eq!(message.root_namespace, namespace);
        assert_eq!(message.root_name, name);
        let empty = message.assertions.is_empty() && message.encrypted_assertions.is_empty();
        let carries = matches!(kind, Kind::Assertion | Kind::EncryptedAssertion);
        assert_ne!(empty, carries, "{name}");
        assert_eq!(message.response.is_some(), kind == Kind::Response);
        assert!(message.stray.is_empty());
    }
}

#[test]
fn whole_response() {
    let text = format!(
        "<q:Response {P} {A} ID='r' InResponseTo='i' IssueInstant='t' Destination='d&amp;e'>\
         <Issuer>idp</Issuer>\
         <q:Status><q:StatusCode Value='a'><q:StatusCode Value='b'><q:StatusCode Value='c'/></q:StatusCode>\
         </q:StatusCode><q:StatusMessage>no</q:StatusMessage></q:Status>\
         <Assertion ID='s' IssueInstant='u'><Issuer/>\
         <ds:Signature xmlns:ds='http://www.w3.org/2000/09/xmldsig#'><ds:Object><Issuer>x</Issuer></ds:Object></ds:Signature>\
         <Subject><NameID Format='f'>an<!-- c -->a</NameID>\
         <SubjectConfirmation Method='m'><SubjectConfirmationData Recipient='r' NotOnOrAfter='n'/></SubjectConfirmation>\
         </Subject><Conditions NotBefore='b' NotOnOrAfter='a'><AudienceRestriction><Audience>one</Audience>\
         <Audience>two</Audience></AudienceRestriction><AudienceRestriction/></Conditions>\
         <AuthnStatement AuthnInstant='w'><AuthnContext><AuthnContextClassRef>c</AuthnContextClassRef></AuthnContext>\
         </AuthnStatement><AttributeStatement/></Assertion></q:Response>"
    );
    let message = read(&text).unwrap();
    let at = |span: error31::diagnostic::Span| &text[span.range()];
    let response = message.response.clone().unwrap();
    assert_eq!(response.id.unwrap().value, "r");
    assert_eq!(response.in_response_to.unwrap().value, "i");
    assert_eq!(response.issue_instant.unwrap().value, "t");
    let destination = response.destination.unwrap();
    assert_eq!(destination.value, "d&e");
    assert_eq!(at(destination.span), "d&amp;e");
    let issuer = response.issuer.unwrap();
    assert_eq!((at(issuer.span), issuer.value.as_str()), ("idp", "idp"));
    assert_eq!(response.signature, None);
    let status = response.status.unwrap();
    let codes: Vec<_> = status.codes.iter().map(|c| c.value.as_str()).collect();
    assert_eq!(codes, ["a", "b", "c"]);
    assert_eq!(status.message.unwrap().value, "no");
    assert_eq!(at(status.span), "<q:Status>");

    let [assertion] = &message.assertions[..] else {
        panic!("one assertion");
    };
    assert_eq!(at(assertion.span), "<Assertion ID='s' IssueInstant='u'>");
    let issuer = assertion.issuer.clone().unwrap();
    assert_eq!((at(issuer.span), issuer.value.as_str()), ("<Issuer/>", ""));
    assert!(at(assertion.signature.unwrap()).starts_with("<ds:Signature "));
    let subject = assertion.subject.clone().unwrap();
    let name_id = subject.name_id.unwrap();
    assert_eq!(name_id.text.value, "ana");
    assert_eq!(at(name_id.text.span), "an<!-- c -->a");
    assert_eq!(at(name_id.text.comments[0]), "<!-- c -->");
    assert!(!name_id.text.has_elements);
    assert_eq!(name_id.format.unwrap().value, "f");
    let confirmation = &subject.confirmations[0];
    assert_eq!(confirmation.method.clone().unwrap().value, "m");
    assert_eq!(confirmation.recipient.clone().unwrap().value, "r");
    assert_eq!(confirmation.not_on_or_after.clone().unwrap().value, "n");
    assert_eq!(confirmation.not_before, None);
    let conditions = assertion.conditions.clone().unwrap();
    assert_eq!(conditions.not_before.unwrap().value, "b");
    assert_eq!(conditions.not_on_or_after.unwrap().value, "a");
    let audiences: Vec<Vec<_>> = conditions
        .audience_restrictions
        .iter()
        .map(|audiences| audiences.iter().map(|a| a.value.as_str()).collect())
        .collect();
    assert_eq!(audiences, [vec!["one", "two"], vec![]]);
    let statement = &assertion.authn_statements[0];
    assert_eq!(statement.authn_instant.clone().unwrap().value, "w");
    assert_eq!(statement.class_ref.clone().unwrap().value, "c");
    let statement = &assertion.attribute_statements[0];
    assert_eq!(at(statement.end), "<AttributeStatement/>");
}

#[test]
fn attributes() {
    let text = String::from(
        "<s:Assertion xmlns:s='urn:oasis:names:tc:SAML:2.0:assertion' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>\
         <s:AttributeStatement><s:Attribute Name='uid' FriendlyName='u' NameFormat='f'>\
         <s:AttributeValue>a&#x61;</s:AttributeValue><s:AttributeValue xsi:nil=' true '/>\
         <s:AttributeValue xsi:nil='0'><![CDATA[<b>]]></s:AttributeValue></s:Attribute>\
         <s:Attribute><s:AttributeValue><s:NameID>x</s:NameID></s:AttributeValue></s:Attribute>\
         <Attribute Name='other namespace'/></s:AttributeStatement>\
         <s:AttributeStatement><s:EncryptedAttribute/><s:Attribute Name='mail'/></s:AttributeStatement>\
         <s:Subject><s:EncryptedID/></s:Subject></s:Assertion>",
    );
    let message = read(&text).unwrap();
    let at = |span: error31::diagnostic::Span| &text[span.range()];
    let assertion = &message.assertions[0];
    let [first, second] = &assertion.attribute_statements[..] else {
        panic!("two statements");
    };
    let [uid, nameless] = &first.attributes[..] else {
        panic!("two attributes");
    };
    assert_eq!((uid.name.value.as_str(), at(uid.name.span)), ("uid", "uid"));
    assert_eq!(uid.friendly_name.clone().unwrap().value, "u");
    assert_eq!(uid.name_format.clone().unwrap().value, "f");
    let values: Vec<_> = uid
        .values
        .iter()
        .map(|v| (v.text.value.as_str(), v.nil, at(v.text.span)))
        .collect();
    assert_eq!(
        values,
        [
            ("aa", false, "a&#x61;"),
            ("", true, "<s:AttributeValue xsi:nil=' true '/>"),
            ("<b>", false, "<![CDATA[<b>]]>"),
        ]
    );
    assert_eq!(nameless.name.value, "");
    assert_eq!(at(nameless.name.span), "<s:Attribute>");
    assert!(nameless.values[0].text.has_elements);
    assert_eq!(nameless.values[0].text.value, "x");
    assert_eq!(at(first.end), "</s:AttributeStatement>");
    assert_eq!(
        at(second.encrypted_attributes[0]),
        "<s:EncryptedAttribute/>"
    );
    assert_eq!(second.attributes[0].name.value, "mail");
    let encrypted = assertion.subject.as_ref().and_then(|s| s.encrypted_id);
    assert_eq!(at(encrypted.unwrap()), "<s:EncryptedID/>");
}

#[test]
fn only_the_proper_place_counts() {
    let table = [
        ("<Assertion/><EncryptedAssertion/><Assertion/>", 2, 1, 0),
        (
            "<q:Extensions><Assertion/></q:Extensions><Assertion/>",
            1,
            0,
            1,
        ),
        (
            "<Assertion><Advice><Assertion/><EncryptedAssertion/></Advice></Assertion>",
            1,
            0,
            0,
        ),
        ("<q:Response><Assertion/></q:Response>", 0, 0, 2),
        ("<q:Assertion/>", 0, 0, 0),
        (
            "<o:Assertion xmlns:o='urn:oasis:names:tc:SAML:1.0:assertion'/>",
            0,
            0,
            0,
        ),
    ];
    for (inside, plain, encrypted, stray) in table {
        let message = read(&format!("<q:Response {P} {A}>{inside}</q:Response>")).unwrap();
        let counts = (
            message.assertions.len(),
            message.encrypted_assertions.len(),
            message.stray.len(),
        );
        assert_eq!(counts, (plain, encrypted, stray), "{inside}");
    }
    let message = read(&format!(
        "<Envelope><Body {A} {P}><q:Response><Assertion/></q:Response></Body></Envelope>"
    ))
    .unwrap();
    assert_eq!((message.assertions.len(), message.stray.len()), (0, 2));
    let deeper = format!(
        "<Assertion {A}><Advice><Subject><NameID>x</NameID></Subject><AttributeStatement/></Advice></Assertion>"
    );
    let assertion = &read(&deeper).unwrap().assertions[0];
    assert_eq!(assertion.subject, None);
    assert!(assertion.attribute_statements.is_empty());
}

#[test]
fn whatever_is_well_formed_is_read() {
    let sample = format!(
        "<q:Response {P} {A} ID='č'><q:Status><q:StatusCode Value='a'/></q:Status><Assertion><Subject><NameID>š\
         <!-- c --></NameID></Subject><AttributeStatement><Attribute Name='u'><AttributeValue/></Attribute>\
         </AttributeStatement></Assertion></q:Response>"
    );
    for at in 0..sample.len() {
        for byte in *b"<>/ a:'\"\xC4" {
            let mut bytes = sample.as_bytes().to_vec();
            bytes[at] = byte;
            if let Ok(message) = read(&String::from_utf8_lossy(&bytes)) {
                assert!(message.root_span.end > message.root_span.start);
            }
        }
    }
}
