//! One word for one thing in either language, and one way to write it.
#![allow(clippy::panic, reason = "a test may stop")]

mod support;

use error31::text::latin;
use support::translated::{Texts, pairs, pieces};

/// What is not said, and what is said instead. A word that is whole begins and ends with a space here.
const ENGLISH: &[(&str, &str)] = &[
    (" make an account", "create an account"),
    (" makes an account", "creates an account"),
    (" made an account", "created an account"),
    (" account is not made", "is not created"),
    (" mend", "fix"),
    (" anew ", "again"),
    (" slip ", "typo"),
    (" minds ", "cares about"),
    (" stands ", "is, means"),
    (" stand ", "is, means"),
    (" stood ", "was"),
    (" told ", "gets a notice"),
    (" tells ", "says, shows"),
    (" not tell ", "doesn’t say"),
    (" one’s own ", "your own"),
    (" give the ·", "paste"),
    (" give the response", "paste the response"),
    (" give the message", "paste the message"),
    (" give the new", "paste the new"),
    (" give another", "open another"),
    (" settle", "clear up, fix, decide"),
    (" breaks off ", "ends, is cut off"),
    (" the recording", "capture"),
    (" this recording", "capture"),
    (" seat", "host licence"),
    (" admin ", "administrator"),
    (" careful reader", "careful service"),
    (" license", "licence"),
];

const SERBIAN: &[(&str, &str)] = &[
    (" прави налог", "креира налог"),
    (" направи налог", "креира налог"),
    (" направила пријава", "настао при пријави"),
    (" друкчиј", "другачије"),
    (" админ ", "администратор"),
    (" остави ", "клипборд"),
    (" оставу ", "клипборд"),
    (" наше читање ", "наше тумачење"),
    (" нашем читању ", "нашем тумачењу"),
    (" именује ", "означава, види се ко је"),
    (" доказ ", "потврда"),
    (" доказан", "потврђен"),
    (" доказује ", "потврђује"),
    (" изнова ", "поново"),
    (" читач ", "програм, сервис"),
    (" читачи ", "програми, сервиси"),
    (" за састанке ", "Meetings локација"),
    (" места за домаћин", "лиценце за домаћина"),
    (" слободно место ", "слободна лиценца"),
    (" отвори везу ", "линк"),
    (" отвара везу ", "линк"),
    (" уклоните ознаку ", "поништите избор"),
    (" склопи", "скупи"),
    (" сажми ", "скупи"),
    (" намењено ", "прималац"),
    (" кодна страна ", "кодирање"),
    (" на webex-у ", "у Webex-у"),
    (
        " порука је нема ",
        "порука је не садржи (нема is read as mute)",
    ),
    (" чињенице о ", "подаци о"),
];

/// What is read beside the page.
const DOCUMENTS: &[&str] = &[
    "README.md",
    "SECURITY.md",
    "CONTRIBUTING.md",
    "docs/embedding.md",
    "package/README.md",
    "examples/README.md",
    "examples/confluence.md",
    "examples/sharepoint.md",
];

/// The English and the Serbian, of the engine and of the page.
fn english_and_serbian() -> [(Texts, Texts); 2] {
    let mut languages = pairs().into_iter();
    let serbian = languages.find(|(language, _)| language.file == "sr");
    serbian.map_or_else(|| panic!("no Serbian"), |(_, pairs)| pairs)
}

/// The words alone, in lower case, a space on either side of each.
fn spoken(text: &str) -> String {
    let words: String = plain(text)
        .to_lowercase()
        .chars()
        .map(|c| match c {
            '·' | '’' | '-' | '\u{2011}' => c,
            c if c.is_alphanumeric() => c,
            _ => ' ',
        })
        .collect();
    let words: Vec<&str> = words.split_whitespace().collect();
    format!(" {} ", words.join(" "))
}

/// A text without wire names, console labels and links.
fn plain(text: &str) -> String {
    pieces(text)
        .map(|(piece, is_marked)| if is_marked { "·" } else { piece })
        .collect()
}

#[test]
fn one_word_for_one_thing() {
    let mut wrong = vec![];
    for (english, serbian) in english_and_serbian() {
        for (texts, words) in [(english, ENGLISH), (serbian, SERBIAN)] {
            for (key, text) in texts {
                let said = spoken(&text);
                let found = words.iter().filter(|(word, _)| said.contains(word));
                wrong.extend(found.map(|(word, better)| format!("{key}:{word}→ {better}")));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_documents_use_the_same_words() {
    let mut wrong = vec![];
    for path in DOCUMENTS {
        let file = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
        let prose = text.split("```").step_by(2);
        for said in prose.map(spoken) {
            let found = ENGLISH.iter().filter(|(word, _)| said.contains(word));
            wrong.extend(found.map(|(word, better)| format!("{path}:{word}→ {better}")));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn marks_are_typographic() {
    let mut wrong = vec![];
    for (english, serbian) in english_and_serbian() {
        for (texts, foreign) in [(english, "„"), (serbian, "“")] {
            for (key, text) in texts {
                let text = plain(&text);
                let is_wrong = |mark: char| "'\"".contains(mark) || foreign.contains(mark);
                if text.contains(is_wrong) {
                    wrong.push(format!("{key}: {text}"));
                }
                if spoken(&text).contains(" е-") || spoken(&text).contains(" e-mail") {
                    wrong.push(format!("{key}: breaks after its hyphen: {text}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_comma_before_ili() {
    for (_, serbian) in english_and_serbian() {
        for (key, text) in serbian {
            assert!(!text.contains(", или "), "{key}: {text}");
        }
    }
}

#[test]
fn a_denied_list_denies_each_of_its_names() {
    let [(english, engine), _] = english_and_serbian();
    assert!(
        engine
            .get("list-or")
            .is_some_and(|join| join.contains(" ни "))
    );
    // A list joined by “or” is denied in Serbian, and only such a list is.
    for (key, text) in &engine {
        let is_denied = ["{ $none }", "{ $unusable }"].map(|list| text.contains(list));
        let says_no = text.contains("не преноси { $");
        assert_eq!(is_denied.contains(&true), says_no, "{key}");
    }
    let denied = |text: &String| text.contains(" no { $none }");
    assert!(english.get("why-fields-missing").is_some_and(denied));
}

#[test]
fn a_hyphen_parts_the_scripts_in_cyrillic_only() {
    let is_cyrillic = |c: char| ('\u{400}'..'\u{500}').contains(&c);
    let mut wrong = vec![];
    for (_, serbian) in english_and_serbian() {
        for (key, text) in serbian {
            let text = plain(&text);
            let letters: Vec<char> = text.chars().collect();
            let meets = letters.windows(2).any(|pair| match pair {
                [a, b] => {
                    (a.is_ascii_alphabetic() && is_cyrillic(*b))
                        || (is_cyrillic(*a) && b.is_ascii_alphabetic())
                }
                _ => false,
            });
            if meets || latin(&text).contains("Webex-") {
                wrong.push(format!("{key}: {text}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
