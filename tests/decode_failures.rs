//! Input without a message: what it is taken for.

use error31::Input;
use error31::decode::{Decoded, decode};
use error31::text::Arg;

fn kind(decoded: &Decoded) -> &str {
    assert_eq!(decoded.candidates, []);
    assert_eq!(decoded.errors, []);
    let id = decoded
        .failure
        .as_ref()
        .map(|failure| failure.kind.words().id());
    id.and_then(|id| id.strip_prefix("problem-"))
        .unwrap_or("none")
}

#[test]
fn texts() {
    let jwt = "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl";
    let der = "MIIDdDCCAlygAwIBAgIGAVGtest".repeat(10);
    let artifact = format!("AAQAAMFbLinlXaCM{}", "A".repeat(43));
    let table: Vec<(String, &str)> =
        vec![
        (String::new(), "empty"),
        (" \n\t\u{200B}\u{FEFF}".to_owned(), "empty"),
        ("\"\"".to_owned(), "empty"),
        ("\0".repeat(100), "zeros"),
        ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa".to_owned(), "zeros"),
        ("<html><body>Sign in</body></html>".to_owned(), "html"),
        ("<!DOCTYPE html>\n<title>Error</title>".to_owned(), "html"),
        (
            "<div class=\"error\">Something went wrong</div>".to_owned(),
            "html",
        ),
        (
            "<form><input type=\"hidden\" name=\"SAMLResponse\" value=\"\"></form>".to_owned(),
            "html-form",
        ),
        (jwt.to_owned(), "jwt"),
        (format!("Authorization: Bearer {jwt}"), "jwt"),
        ("{\"a\": 1}".to_owned(), "json"),
        ("[1, 2]".to_owned(), "json"),
        (
            "{\"log\": {\"version\": \"1.2\", \"entries\": []}}".to_owned(),
            "har",
        ),
        (
            "Active,First Name,Last Name,Email\nY,Ana,Ilic,ana@example.com\n".to_owned(),
            "csv",
        ),
        (
            "EMAIL;FIRSTNAME;LASTNAME\nana@example.com;Ana;Ilic".to_owned(),
            "csv",
        ),
        (
            "-----BEGIN CERTIFICATE-----\nMIIDdDCCAlyg\n-----END CERTIFICATE-----".to_owned(),
            "certificate",
        ),
        (der, "certificate"),
        (
            "-----BEGIN PRIVATE KEY-----\nMIIDdDCCAlyg\n-----END PRIVATE KEY-----".to_owned(),
            "private-key",
        ),
        (
            "SAMLart=AAQAAMFbLinlXaCM%2BFIxiDwGOLAy2T71gbpO7ZhNzAgEANlB90ECfpNEVLg%3D&RelayState=x"
                .to_owned(),
            "saml-artifact",
        ),
        (artifact, "saml-artifact"),
        (
            "RelayState=https%3A%2F%2Fexample.com".to_owned(),
            "relay-state-only",
        ),
        ("SAMLResponse=&RelayState=x".to_owned(), "relay-state-only"),
        ("username=ana&password=".to_owned(), "form-other"),
        (
            "https://example.webex.com/dispatcher/SAML2AuthService?siteurl=example".to_owned(),
            "address",
        ),
        ("SAMLResponse=f".to_owned(), "base64-truncated"),
        (
            "SAMLResponse=c29tZXRoaW5nIGVsc2UgYWx0b2dldGhlcg==".to_owned(),
            "base64-other",
        ),
        (
            "c29tZXRoaW5nIGVsc2UgYWx0b2dldGhlcg==".to_owned(),
            "base64-other",
        ),
        (
            "c29tZXRoaW5nIGVsc2UgYWx0b2dldGhlc".to_owned(),
            "base64-truncated",
        ),
        ("8f14e45fceea167a5a36dedd4bea2543".to_owned(), "text"),
        ("curl 'https://adriasoft.example/' \\\n -H 'a: b'".to_owned(), "text"),
        ("fetch(\"https://adriasoft.example/\", {\"body\": \"a=b\"});".to_owned(), "text"),
        ("Invoke-WebRequest -Uri \"https://a\" `\n-Body \"a=b\"".to_owned(), "text"),
        ("MIME-Version: 1.0\nSubject: x\n\nIt fails since Monday.".to_owned(), "text"),
        ("> It fails.\n> Since Monday.".to_owned(), "text"),
        ("SAMLResponse is the parameter that Webex reads".to_owned(), "text"),
        ("{\"a\": \"C:\\\\new\\\\text \\u003cb\\u003e\"}".to_owned(), "json"),
        ("<form><input name=user value=ana></form>".to_owned(), "html"),
        ("Users can't sign in since Monday.".to_owned(), "text"),
        ("Nalozi se ne prave.".to_owned(), "text"),
        ("Hello".to_owned(), "text"),
        ("100% sure".to_owned(), "text"),
        ("<ana@example.com> wrote: it fails".to_owned(), "text"),
    ];
    for (text, expected) in table {
        let decoded = decode(Input::Text(&text));
        assert_eq!(kind(&decoded), expected, "{text}");
        assert_eq!(
            kind(&decode(Input::Bytes(text.as_bytes()))),
            expected,
            "{text}"
        );
    }
}

#[test]
fn files() {
    let table: [(&[u8], &str, &str); 14] = [
        (b"%PDF-1.7\nsome text\n", "format", "PDF"),
        (b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR", "image", "PNG"),
        (b"\xFF\xD8\xFF\xE0\0\x10JFIF\0", "image", "JPEG"),
        (
            b"PK\x03\x04\x14\0\0\0\x08\0trace.har",
            "archive-broken",
            "ZIP",
        ),
        (
            b"PK\x03\x04\x14\0\x06\0word/document.xml",
            "format",
            "Microsoft Office",
        ),
        (b"\x1F\x8B\x08\0\0\0\0\0\0\xFF", "archive-broken", "gzip"),
        (
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
            "format",
            "Microsoft Office",
        ),
        (b"ElfFile\0\0\0\0\0\0\0\0\0\x01", "format", "EVTX"),
        (b"\xD4\xC3\xB2\xA1\x02\0\x04\0", "format", "pcap"),
        (
            b"\x30\x82\x03\x75\x30\x82\x02\x5D\xA0\x03",
            "certificate",
            "",
        ),
        (
            b"\x30\x82\x03\x75\x02\x01\x03\x30\x82\x02",
            "private-key",
            "",
        ),
        (b"\x01\x02\x03\x04\x05\xF0\xF1\xF2\xF3\xF4", "binary", ""),
        (b"\0\0\0\0", "zeros", ""),
        (b"", "empty", ""),
    ];
    for (bytes, expected, format) in table {
        let decoded = decode(Input::Bytes(bytes));
        assert_eq!(kind(&decoded), expected, "{bytes:?}");
        let args = decoded.failure.unwrap().args;
        let named = args.iter().find(|(name, _)| *name == "format");
        let expected = (!format.is_empty()).then(|| ("format", Arg::from(format)));
        assert_eq!(named, expected.as_ref(), "{bytes:?}");
    }
}

#[test]
fn limits() {
    let bomb = miniz_oxide::deflate::compress_to_vec(&vec![b' '; 33 << 20], 6);
    let decoded = decode(Input::Bytes(&bomb));
    assert_eq!(kind(&decoded), "inflate-bomb");
    assert_eq!(decoded.failure.unwrap().args, [("limit", Arg::from("32"))]);
}

#[test]
fn what_was_tried_is_told_in_order() {
    let tried = |text| -> Vec<_> {
        let failure = decode(Input::Text(text)).failure.unwrap();
        failure.tried.iter().map(|layer| layer.id()).collect()
    };
    assert_eq!(
        tried("plain, ordinary"),
        ["form", "html", "cut", "escape", "percent", "base64"]
    );
    let value = tried("SAMLResponse=c29tZXRoaW5nIGVsc2U%3D");
    assert_eq!(value.last(), Some(&"inflate"), "{value:?}");
}
