//! Error texts in every spelling, and what only looks like one.

use error31::Input;
use error31::decode::decode;

fn found(text: &str) -> Vec<(u8, String)> {
    let errors = decode(Input::Text(text)).errors;
    errors
        .into_iter()
        .map(|error| (error.code, error.spelling))
        .collect()
}

#[test]
fn spellings() {
    let table: [(&str, u8, &str); 60] = [
        (
            "Auto account creation failed 31",
            31,
            "Auto account creation failed 31",
        ),
        (
            "Auto account creation failed (31)",
            31,
            "Auto account creation failed (31)",
        ),
        (
            "Auto account creation failed",
            31,
            "Auto account creation failed",
        ),
        (
            "AUTO ACCOUNT\n CREATION   FAILED [31].",
            31,
            "AUTO ACCOUNT CREATION FAILED [31]",
        ),
        (
            "Auto-account-creation failed: 31",
            31,
            "Auto-account-creation failed: 31",
        ),
        (
            "Auto Account Creation failed, error code: 31!",
            31,
            "Auto Account Creation failed, error code: 31",
        ),
        ("AutoAccountCreationFailed", 31, "AutoAccountCreationFailed"),
        (
            "Auto Account Create failed (31)",
            31,
            "Auto Account Create failed (31)",
        ),
        (
            "Reason: Auto Account Creation failed (31).",
            31,
            "Reason: Auto Account Creation failed (31)",
        ),
        ("Null Error number - 31", 31, "Null Error number - 31"),
        ("\"Null\" Error number – 31", 31, "Null\" Error number – 31"),
        ("null error number 31", 31, "null error number 31"),
        ("Error code 31", 31, "Error code 31"),
        ("Error code: 31", 31, "Error code: 31"),
        (
            "Error code 31 while creating an SSO account",
            31,
            "Error code 31 while creating an SSO account",
        ),
        (
            "We see error code 31 when a user signs in",
            31,
            "error code 31",
        ),
        ("Error 31", 31, "Error 31"),
        ("Greška 31", 31, "Greška 31"),
        (
            "Error 31: Auto account creation failed.",
            31,
            "Error 31: Auto account creation failed",
        ),
        (
            "Kreiranje automatskog naloga nije uspelo 31",
            31,
            "Kreiranje automatskog naloga nije uspelo 31",
        ),
        (
            "kreiranje automatskog naloga nije uspelo",
            31,
            "kreiranje automatskog naloga nije uspelo",
        ),
        (
            "Razlog: Kreiranje automatskog naloga nije uspelo (31).",
            31,
            "Razlog: Kreiranje automatskog naloga nije uspelo (31)",
        ),
        ("Broj greške \"null\" - 31", 31, "Broj greške \"null\" - 31"),
        ("Broj greške „null” – 31", 31, "Broj greške „null” – 31"),
        ("Broj greške “null” - 31", 31, "Broj greške “null” - 31"),
        ("Broj greske null - 31", 31, "Broj greske null - 31"),
        (
            "Kôd greške 31 prilikom kreiranja novog SSO naloga",
            31,
            "Kôd greške 31 prilikom kreiranja novog SSO naloga",
        ),
        (
            "Kod greske 31 prilikom kreiranja novog SSO naloga",
            31,
            "Kod greske 31 prilikom kreiranja novog SSO naloga",
        ),
        (
            "Ko\u{302}d gres\u{30C}ke 31",
            31,
            "Ko\u{302}d gres\u{30C}ke 31",
        ),
        (
            "Креирање аутоматског налога није успело 31",
            31,
            "Креирање аутоматског налога није успело 31",
        ),
        (
            "Разлог: Креирање аутоматског налога није успело (31).",
            31,
            "Разлог: Креирање аутоматског налога није успело (31)",
        ),
        ("Број грешке „null” – 31", 31, "Број грешке „null” – 31"),
        (
            "Кôд грешке 31 приликом креирања новог SSO налога",
            31,
            "Кôд грешке 31 приликом креирања новог SSO налога",
        ),
        ("Код грешке 31", 31, "Код грешке 31"),
        (
            "<html><body><h1>Error</h1><p>Reason: Auto Account Creation failed <b>(31)</b>.</p></body></html>",
            31,
            "Reason: Auto Account Creation failed (31)",
        ),
        (
            "<p>Auto&nbsp;account&nbsp;creation&nbsp;failed&nbsp;&#40;31&#41;</p>",
            31,
            "Auto account creation failed (31)",
        ),
        (
            "<!DOCTYPE html><p>Broj gre&scaron;ke &quot;null&quot; - 31</p>",
            31,
            "Broj greške \"null\" - 31",
        ),
        (
            "https://s.webex.com/error?reason=Auto%20account%20creation%20failed%20(31)",
            31,
            "reason=Auto account creation failed (31)",
        ),
        (
            "{\"message\":\"Auto account creation failed\\n(31)\"}",
            31,
            "Auto account creation failed (31)",
        ),
        (
            "Auto account update failed",
            32,
            "Auto account update failed",
        ),
        (
            "Auto account update failed (32)",
            32,
            "Auto account update failed (32)",
        ),
        (
            "Automatsko ažuriranje naloga nije uspelo (32)",
            32,
            "Automatsko ažuriranje naloga nije uspelo (32)",
        ),
        (
            "Reason: Invalid SAML assertion (13)",
            13,
            "Reason: Invalid SAML assertion (13)",
        ),
        (
            "Reason: Invalid SAML assertion",
            13,
            "Reason: Invalid SAML assertion",
        ),
        (
            "Invalid SAML assertion (13)",
            13,
            "Invalid SAML assertion (13)",
        ),
        (
            "No user account found in the system (3)",
            3,
            "No user account found in the system (3)",
        ),
        ("SSO protocol error (1)", 1, "SSO protocol error (1)"),
        (
            "No X.509 certificate found in the system (4)",
            4,
            "No X.509 certificate found in the system (4)",
        ),
        (
            "The site/org is not allowed to use SSO (7)",
            7,
            "The site/org is not allowed to use SSO (7)",
        ),
        (
            "Recipient does not match webex.com (14)",
            14,
            "Recipient does not match webex.com (14)",
        ),
        (
            "User account has been deactivated (18)",
            18,
            "User account has been deactivated (18)",
        ),
        (
            "SAML Assertion is expired (19)",
            19,
            "SAML Assertion is expired (19)",
        ),
        ("Untrusted Issuer (24)", 24, "Untrusted Issuer (24)"),
        (
            "InResponseTo does not match the request ID (28)",
            28,
            "InResponseTo does not match the request ID (28)",
        ),
        ("Error code 13", 13, "Error code 13"),
        ("Null Error number - 13", 13, "Null Error number - 13"),
        ("SSO error 5", 5, "SSO error 5"),
        ("Kôd greške 8", 8, "Kôd greške 8"),
        ("Broj greške \"null\" - 19", 19, "Broj greške \"null\" - 19"),
        (
            "Auto account creation failed 7 times today",
            31,
            "Auto account creation failed",
        ),
    ];
    for (text, code, spelling) in table {
        assert_eq!(found(text), [(code, spelling.to_owned())], "{text}");
        assert_eq!(decode(Input::Text(text)).failure, None, "{text}");
    }
}

#[test]
fn only_alike() {
    let long =
        "The printer spooler reported this and went on with the next page of the same document. "
            .repeat(5);
    let table = [
        "Error code 310".to_owned(),
        "Error code 0".to_owned(),
        "Error code 33".to_owned(),
        "Error code 31.5".to_owned(),
        "Error code 3a".to_owned(),
        "Error code 031".to_owned(),
        "Invalid SAML assertion (14)".to_owned(),
        "Invalid digital signature".to_owned(),
        format!("{long} Error code 5 {long}"),
        format!("{long} Error 31 {long}"),
        "Account creation failed".to_owned(),
        "31".to_owned(),
    ];
    for text in table {
        assert_eq!(found(&text), [], "{text}");
    }
    let near = format!("{long} SAML sign-in: Error code 5. {long}");
    assert_eq!(found(&near), [(5, "Error code 5".to_owned())]);
}

#[test]
fn answers_of_messenger() {
    let answer = "<federatedSSO><title>Connect Client Single Sign On</title><status>FAILURE</status><errorcode>31</errorcode><reason>Auto Account Creation failed.</reason></federatedSSO>";
    let escaped = answer.replace('<', "&lt;").replace('>', "&gt;");
    let with_declaration = format!("<?xml version=\"1.0\"?>\n{answer}");
    let in_log = format!("09:14 answer: {answer} end");
    for text in [answer, &escaped, &with_declaration, &in_log] {
        let decoded = decode(Input::Text(text));
        assert_eq!(decoded.candidates, [], "{text}");
        let flags: Vec<_> = decoded
            .errors
            .iter()
            .map(|e| (e.code, e.messenger))
            .collect();
        assert_eq!(flags[0], (31, true), "{text}");
        assert!(flags.iter().all(|flag| *flag == (31, true)), "{text}");
    }
    assert_eq!(decode(Input::Text(answer)).errors[0].spelling, answer);
    let other = answer
        .replace("31", "13")
        .replace("Auto Account Creation failed", "Invalid SAML assertion");
    assert_eq!(decode(Input::Text(&other)).errors[0].code, 13);
}

#[test]
fn beside_a_message() {
    let text = "Webex says Reason: Auto Account Creation failed (31). The response was:\n<samlp:Response><samlp:StatusMessage>Error code 13</samlp:StatusMessage></samlp:Response>\nAny idea?";
    let decoded = decode(Input::Text(text));
    assert_eq!(decoded.candidates.len(), 1);
    assert_eq!(
        found(text),
        [(31, "Reason: Auto Account Creation failed (31)".to_owned())]
    );
}

#[test]
fn counted_once_and_bounded() {
    let same = "Auto account creation failed (31)\n".repeat(1000);
    assert_eq!(found(&same).len(), 1);
    let many: String = (0..100)
        .map(|n| {
            format!(
                "Reason: auto account creation failed [31] {} x{n}y\n",
                "-".repeat(n % 3)
            )
        })
        .collect();
    assert!(found(&many).len() <= 20);
    let both = "First: Error code 13 at SSO. Then: Auto account creation failed (31).";
    let codes: Vec<_> = found(both).into_iter().map(|error| error.0).collect();
    assert_eq!(codes, [13, 31]);
}
