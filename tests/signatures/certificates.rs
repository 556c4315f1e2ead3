//! Certificates beside what pyca/cryptography reads in them.

use error31::instant::Instant;
use error31::signature::Certificate;
use std::{env, fs};

#[test]
fn corpus_certificates() {
    let Some(table) = env::var_os("E31_CERTIFICATES") else {
        return println!("skipped: E31_CERTIFICATES names no table of `oracle.py certificates`");
    };
    let table = fs::read_to_string(table).unwrap();
    for line in table.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [der, subject, issuer, serial, not_before, not_after, bits] = cells[..] else {
            panic!("{line}");
        };
        let found = Certificate::read(&bytes(der)).unwrap();
        assert_eq!((&*found.subject, &*found.issuer), (subject, issuer));
        assert_eq!(
            found.serial.trim_start_matches('0'),
            serial.trim_start_matches('0')
        );
        let time = |text: &str| Instant(text.parse().unwrap());
        assert_eq!(
            (found.not_before, found.not_after),
            (time(not_before), time(not_after))
        );
        assert_eq!(
            found.key.bits().unwrap_or_default().to_string(),
            bits,
            "{subject}"
        );
    }
    println!("certificates: {} agreed", table.lines().count());
    assert!(table.lines().count() > 100);
}

fn bytes(hex: &str) -> Vec<u8> {
    let digits = (0..hex.len()).step_by(2);
    digits
        .map(|i| u8::from_str_radix(&hex[i..i + 2], 16).unwrap())
        .collect()
}
