//! User lists as each console exports them: every status, any piecing, and nothing else taken for one.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use crate::support;
use error31::accounts::{Accounts, Format, Lookup, Reader, Settings, looks_like_user_list};
use error31::webex::statuses::{Generation, StatusId};
use std::fs;
use std::path::Path;

fn lists() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/accounts/lists");
    let mut lists: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .map(|path| {
            (
                path.file_name().unwrap().to_string_lossy().into_owned(),
                fs::read(&path).unwrap(),
            )
        })
        .collect();
    lists.sort();
    assert!(lists.len() > 10);
    lists
}

fn list(name: &str) -> Accounts {
    let found = lists().into_iter().find(|(own, _)| own == name).unwrap();
    Accounts::read(&found.1, Settings::default())
}

/// What a list says of `name`, in words.
fn status(accounts: &Accounts, name: &str) -> String {
    match accounts.find(&[name]) {
        Lookup::Found(entry) => entry.status.map_or("unknown", StatusId::id).to_owned(),
        Lookup::Several(rows) => format!("several: {}", rows.len()),
        Lookup::NotFound(near) => format!("near: {}", near.len()),
        Lookup::NoKey => "no key".to_owned(),
    }
}

#[test]
fn each_export_tells_each_status() {
    let all = [
        ("ana.novak", "active"),
        ("boris.kovac", "verified"),
        ("ceca.ilic", "not-verified"),
        ("dino.maric", "inactive"),
        ("ena.babic", "delayed-claim"),
        ("filip.peric", "pending"),
        ("goran.simic", "compliance"),
        ("hana.tomic", "fraud"),
        ("ivan.lukic", "suspended"),
        ("jana.vukovic", "transient"),
    ];
    for (file, format, count, generations) in [
        (
            "control-hub-2022.csv",
            Format::ControlHub,
            5,
            vec![Generation::To2024],
        ),
        (
            "control-hub.csv",
            Format::ControlHub,
            5,
            vec![Generation::In2025],
        ),
        (
            "control-hub-table.csv",
            Format::ControlHubTable,
            7,
            vec![Generation::In2026],
        ),
    ] {
        let accounts = list(file);
        assert_eq!(accounts.format, Some(format), "{file}");
        assert_eq!(accounts.generations(), generations, "{file}");
        assert_eq!(accounts.len(), count, "{file}");
        let known = all.iter().filter(|(name, expected)| {
            let status = status(&accounts, &format!(" {name}@AdriaSoft.example"));
            assert!(
                status == *expected || status == "near: 0",
                "{name} in {file}: {status}"
            );
            status == *expected
        });
        assert_eq!(known.count(), count, "{file}");
    }
}

#[test]
fn sites_tell_by_a_flag() {
    for (file, format) in [
        ("site-administration.csv", Format::SiteAdministration),
        ("meetings-site.csv", Format::MeetingsSite),
        ("meetings-server.csv", Format::MeetingsServer),
    ] {
        let accounts = list(file);
        assert_eq!(accounts.format, Some(format), "{file}");
        assert_eq!(
            accounts.generations(),
            [Generation::SiteAdministration],
            "{file}"
        );
        assert_eq!(
            status(&accounts, "ana.novak@adriasoft.example"),
            "active",
            "{file}"
        );
        assert_eq!(
            status(&accounts, "dino.maric@adriasoft.example"),
            "inactive",
            "{file}"
        );
    }
    let accounts = list("site-administration.csv");
    assert_eq!(status(&accounts, "BORIS.KOVAC@adriasoft.example"), "active");
    assert_eq!(status(&accounts, "100003"), "pending-approval");
}

#[test]
fn a_list_reads_the_same_in_any_pieces() {
    for (file, bytes) in lists() {
        let whole = Accounts::read(&bytes, Settings::default());
        for size in [1, 2, 3, 7, 64] {
            let mut reader = Reader::new(Settings::default());
            bytes.chunks(size).for_each(|piece| reader.feed(piece));
            assert_eq!(reader.finish(), whole, "{file} by {size}");
        }
    }
}

#[test]
fn every_cut_of_a_list_is_read() {
    for (file, bytes) in lists() {
        for end in 0..bytes.len() {
            let accounts = Accounts::read(&bytes[..end], Settings::default());
            let told = !accounts.troubles.is_empty();
            assert!(told || !accounts.is_empty(), "{file} to {end}");
        }
    }
}

#[test]
fn troubles_have_lines() {
    let quote = "Email,Status\na@x.example,Active\n\n\"b@x.example\",\"Active\n";
    let long = format!("{quote}{}", "c@x.example,Active\n".repeat(100_000));
    for list in [quote, &long] {
        let accounts = Accounts::read(list.as_bytes(), Settings::default());
        let trouble = accounts.troubles.first().unwrap();
        assert_eq!(
            (trouble.kind.words().id(), &trouble.lines[..]),
            ("accounts-quoting", &[4][..])
        );
        assert!(!accounts.is_whole);
    }
    let lines =
        "Email,Status,Note\r\na@x.example,Active,\"one\r\ntwo\"\r\n\r\nb@x.example,Active\r\n";
    let accounts = Accounts::read(lines.as_bytes(), Settings::default());
    let Lookup::Found(entry) = accounts.find(&["b@x.example"]) else {
        panic!()
    };
    assert_eq!(entry.line, 5);
    assert_eq!(accounts.troubles[0].lines, [5]);
}

#[test]
fn lists_are_told_from_everything_else() {
    let (users, others): (Vec<_>, Vec<_>) = lists()
        .into_iter()
        .partition(|(_, bytes)| looks_like_user_list(bytes));
    let others: Vec<_> = others.iter().map(|(name, _)| name.as_str()).collect();
    assert!(users.len() > 10);
    assert_eq!(others, ["own-columns.csv", "workbook.xlsx"]);
    for fixture in support::fixtures().unwrap() {
        let is_list = looks_like_user_list(&fixture.input);
        assert_eq!(
            is_list,
            fixture.name == "nothing/users.csv",
            "{}",
            fixture.name
        );
    }
    for file in support::corpus::files().into_iter().flatten() {
        assert!(
            !looks_like_user_list(&file.bytes().unwrap()),
            "{}",
            file.name()
        );
    }
}
