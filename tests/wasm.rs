//! The border in a real browser: plain data out, options in, and odd input that never throws.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, clippy::panic)]

use error31::Options;
use error31::instant::Instant;
use error31::options::{AccountAnswer, Answers};
use error31::wasm::{
    AccountsReader, check, compare, is_user_list, load_accounts, read_options, statuses, version,
};
use error31::webex::ServiceProvider;
use error31::webex::statuses::StatusId;
use js_sys::{Array, Date, JSON, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsError, JsValue, externref_heap_live_count};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const RESPONSE: &str = r#"<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"/>"#;

fn report(input: &JsValue, options: &JsValue) -> Object {
    let report: Result<_, JsError> = check(input.clone(), options.clone());
    let report: JsValue = report.unwrap_or_else(|_| panic!("check threw")).into();
    Object::try_from(&report).expect("an object").clone()
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).expect("a property")
}

fn parse(json: &str) -> JsValue {
    JSON::parse(json).expect("JSON")
}

#[wasm_bindgen_test]
fn reports_are_plain_objects() {
    for input in [
        RESPONSE.into(),
        Uint8Array::from(RESPONSE.as_bytes()).into(),
        Uint8Array::from(RESPONSE.as_bytes()).buffer().into(),
    ] {
        let report = report(&input, &JsValue::UNDEFINED);
        assert_eq!(get(&report, "schema"), JsValue::from(1));
        assert_eq!(get(&report, "engine"), JsValue::from(version()));
        assert!(Array::is_array(&get(&report, "messages")));
        assert!(
            !Reflect::has(&report, &"problem".into()).expect("a property")
                || get(&report, "problem").is_object()
        );
        assert_eq!(
            Object::get_prototype_of(&report),
            Object::get_prototype_of(&Object::new())
        );
    }
}

#[wasm_bindgen_test]
fn no_check_keeps_a_reference() {
    let settings = [
        JsValue::UNDEFINED,
        parse("{}"),
        parse(r#"{ "now": 0, "answers": 1 }"#),
    ];
    let all = || {
        for settings in &settings {
            report(&RESPONSE.into(), settings);
            load_accounts("".into(), settings.clone());
        }
    };
    all();
    let kept = externref_heap_live_count();
    all();
    assert_eq!(externref_heap_live_count(), kept);
}

#[wasm_bindgen_test]
fn options_are_read() {
    let options = parse(
        r#"{ "language": "sr-Latn", "now": "1970-01-01T00:00:01Z", "signedInAt": 2000, "code": 14,
             "serviceProvider": "control-hub", "required": ["phone"], "memberStatus": ["status"],
             "signatures": false,
             "answers": { "account": "not-verified", "hostLicences": "none", "partnerId": "yes",
                          "otherFields": "none", "licencesBought": 25 } }"#,
    );
    let expected = Options {
        language: "sr-Latn".to_owned(),
        now: Some(Instant(1_000)),
        signed_in_at: Some(Instant(2_000)),
        code: Some(14),
        linked_code: None,
        service_provider: Some(ServiceProvider::ControlHub),
        identity_provider: None,
        authn_contexts: vec![],
        required: vec!["phone".to_owned()],
        member_status: vec!["status".to_owned()],
        accounts: None,
        answers: Answers {
            account: Some(AccountAnswer::Status(StatusId::NotVerified)),
            host_licence_free: Some(false),
            partner_id: Some(true),
            other_field_missing: Some(false),
            licences_bought: Some(25),
            managed_in: None,
        },
        signatures: false,
        metadata: vec![],
        charsets: read_options(&JsValue::UNDEFINED).charsets,
        ignored: vec![],
    };
    assert_eq!(read_options(&options), expected);

    let date = Object::new();
    Reflect::set(&date, &"now".into(), &Date::new(&3_000.into())).expect("a date");
    assert_eq!(read_options(&date).now, Some(Instant(3_000)));
}

#[wasm_bindgen_test]
fn metadata_is_one_file_or_several() {
    let bytes = |text: &str| JsValue::from(Uint8Array::from(text.as_bytes()));
    let several = Array::of3(&bytes("a"), &JsValue::from("no bytes"), &bytes("b"));
    let table: [(JsValue, &[&[u8]]); 3] = [
        (bytes("a"), &[b"a"]),
        (several.into(), &[b"a", b"b"]),
        (JsValue::from(1), &[]),
    ];
    for (given, expected) in table {
        let options = Object::new();
        Reflect::set(&options, &"metadata".into(), &given).expect("bytes");
        assert_eq!(read_options(&options).metadata, expected);
    }
}

#[wasm_bindgen_test]
fn the_browser_reads_other_charsets() {
    let reader = read_options(&JsValue::UNDEFINED)
        .charsets
        .expect("a reader");
    assert_eq!(
        reader.0("windows-1250", b"\x8aev\xe8\xedk").as_deref(),
        Some("Ševčík")
    );
    assert_eq!(reader.0("no-such-charset", b"a"), None);
}

#[wasm_bindgen_test]
fn every_service_provider_is_read_by_its_id() {
    for provider in ServiceProvider::ALL {
        let options = Object::new();
        Reflect::set(&options, &"serviceProvider".into(), &provider.id().into()).expect("an id");
        assert_eq!(read_options(&options).service_provider, Some(provider));
    }
}

#[wasm_bindgen_test]
fn wrong_options_count_as_left_out_and_are_named() {
    let refusing = js_sys::eval("({ get language() { throw new Error('no') }, signedInAt: NaN })");
    let table: [(JsValue, &[&str]); 9] = [
        (JsValue::UNDEFINED, &[]),
        (JsValue::NULL, &[]),
        (5.into(), &["options"]),
        ("text".into(), &["options"]),
        (
            parse(
                r#"{ "language": 1, "signedInAt": "yesterday", "code": 33, "serviceProvider": "auto", "required": "phone" }"#,
            ),
            &["language", "signedInAt", "code", "required"],
        ),
        (
            parse(
                r#"{ "signedInAt": null, "code": 1.5, "serviceProvider": 7, "required": [1, null] }"#,
            ),
            &["code", "serviceProvider", "required"],
        ),
        (
            parse(
                r#"{ "accounts": { "key": 0.5 }, "answers": { "account": "gone", "hostLicences": 1, "licencesBought": -1 } }"#,
            ),
            &[
                "accounts",
                "answers.account",
                "answers.hostLicences",
                "answers.licencesBought",
            ],
        ),
        (
            parse(r#"{ "accounts": 5, "answers": "none", "memberStatuses": [] }"#),
            &["accounts", "answers", "memberStatuses"],
        ),
        (refusing.expect("an object"), &["language", "signedInAt"]),
    ];
    for (options, expected) in table {
        let read = read_options(&options);
        assert!(read.now.is_some_and(|now| now.0 as f64 <= Date::now()));
        let mut ignored: Vec<&str> = read.ignored.iter().map(|one| one.name.as_str()).collect();
        ignored.sort_unstable();
        let mut expected = expected.to_vec();
        expected.sort_unstable();
        assert_eq!(ignored, expected, "{options:?}");
        assert_eq!(
            Options {
                now: None,
                charsets: None,
                ignored: vec![],
                ..read
            },
            Options::default()
        );
    }
}

const SUBJECT: &str = r#"<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" Version="2.0" ID="_1"><Subject>
  <NameID>ana@adriasoft.example</NameID></Subject></Assertion>"#;
const LIST: &str = "User ID/Email (Required),User Status\nana@adriasoft.example,Inactive\n";

fn account(options: &JsValue) -> Option<String> {
    let report = report(&SUBJECT.into(), options);
    let message = Array::from(&get(&report, "messages")).get(0);
    let account = get(&message, "account");
    account
        .is_object()
        .then(|| get(&account, "status").as_string().expect("a status"))
}

#[wasm_bindgen_test]
fn a_user_list_serves_many_checks_until_it_is_freed() {
    let mut reader = AccountsReader::new(JsValue::UNDEFINED);
    for piece in LIST.as_bytes().chunks(7) {
        reader.feed(piece);
    }
    for list in [load_accounts(LIST.into(), JsValue::NULL), reader.finish()] {
        let summary: JsValue = list
            .summary()
            .unwrap_or_else(|_| panic!("a summary"))
            .into();
        assert_eq!(get(&summary, "rows"), JsValue::from(1));
        let handle = JsValue::from(list);
        let options = Object::new();
        Reflect::set(&options, &"accounts".into(), &handle).expect("an option");
        assert_eq!(account(&options).as_deref(), Some("inactive"));
        assert_eq!(account(&options).as_deref(), Some("inactive"));
        let free: js_sys::Function = get(&handle, "free").into();
        free.call0(&handle).expect("freed");
        assert_eq!(account(&options), None);
    }
    assert!(is_user_list(LIST.into()));
    assert!(!is_user_list(SUBJECT.into()));
}

#[wasm_bindgen_test]
fn odd_user_lists_never_throw() {
    for input in [
        JsValue::UNDEFINED,
        5.into(),
        Object::new().into(),
        "".into(),
        "a,\"b".into(),
        Uint8Array::new_with_length(1_000_000).into(),
    ] {
        for options in [
            JsValue::NULL,
            parse(r#"{ "columns": { "email": -1, "status": [] } }"#),
        ] {
            let summary = load_accounts(input.clone(), options).summary();
            let summary: JsValue = summary.unwrap_or_else(|_| panic!("a summary")).into();
            assert_ne!(Array::from(&get(&summary, "problems")).length(), 0);
        }
    }
}

#[wasm_bindgen_test]
fn two_inputs_are_compared() {
    let compare = |before: &str, after: &str| -> JsValue {
        let compared = compare(before.into(), after.into(), JsValue::UNDEFINED);
        compared.unwrap_or_else(|_| panic!("compare threw")).into()
    };
    let compared = compare(SUBJECT, RESPONSE);
    assert_eq!(get(&compared, "before"), JsValue::from("explained"));
    assert_eq!(get(&compared, "after"), JsValue::from("cannot-tell"));
    assert!(compare(SUBJECT, "no message").is_undefined());
}

#[wasm_bindgen_test]
fn answers_decide() {
    let options = parse(r#"{ "answers": { "partnerId": "no" } }"#);
    let report = report(&SUBJECT.into(), &options);
    let error31 = get(&Array::from(&get(&report, "messages")).get(0), "error31");
    let partner_id = Array::from(&get(&error31, "causes")).get(4);
    assert_eq!(get(&partner_id, "provenance"), JsValue::from("answer"));
    let check = Array::from(&get(&error31, "checks")).get(3);
    assert_eq!(get(&get(&check, "question"), "given"), JsValue::from("no"));
    assert_eq!(
        get(&get(&check, "settled"), "verdict"),
        JsValue::from("confirmed")
    );
}

#[wasm_bindgen_test]
fn the_guide_speaks_the_language() {
    let guide: JsValue = statuses("sr-Cyrl")
        .unwrap_or_else(|_| panic!("a guide"))
        .into();
    let first = Array::from(&get(&guide, "statuses")).get(0);
    assert_eq!(get(&first, "name"), JsValue::from("Није потврђен"));
    assert_eq!(get(&first, "label"), JsValue::from("Not Verified"));
}

#[wasm_bindgen_test]
fn odd_input_never_throws() {
    for input in [
        JsValue::UNDEFINED,
        JsValue::NULL,
        31.into(),
        Object::new().into(),
        "".into(),
        js_sys::eval("'\\ud800<a>\\udfff'").expect("a string"),
        "<".repeat(1_000_000).into(),
        Uint8Array::new_with_length(1_000_000).into(),
        js_sys::eval("new DataView(new ArrayBuffer(8))").expect("a view"),
    ] {
        report(&input, &JsValue::NULL);
    }
}
