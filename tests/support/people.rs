//! Made-up people in messages: whoever it is, a ticket must not tell.

use super::Fixture;
use error31::Options;
use error31::instant::Instant;
use error31::report::Handed;
use error31::xml::BadBytes;
use roxmltree::{Document, Node};
use std::collections::BTreeMap;
use std::ops::Range;
use std::process::Command;

/// Numbers that look random; the same for the same seed.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed ^ 0x9e37_79b9_7f4a_7c15)
    }

    /// Other numbers for each commit.
    pub fn of_commit() -> Self {
        let commit = Command::new("git").args(["rev-parse", "HEAD"]).output();
        let commit = commit.map(|output| output.stdout).unwrap_or_default();
        let digits = String::from_utf8_lossy(&commit);
        Self::new(u64::from_str_radix(digits.get(..15).unwrap_or("31"), 16).unwrap_or(31))
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap_or_default() % end.max(1)
    }

    pub fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    pub fn is(&mut self, one_in: usize) -> bool {
        self.below(one_in) == 0
    }

    fn letters(&mut self, length: Range<usize>, of: &str) -> String {
        let of: Vec<char> = of.chars().collect();
        let length = length.start + self.below(length.len());
        (0..length).map(|_| *self.one(&of)).collect()
    }
}

/// Somebody with an employer.
#[derive(Debug, Clone)]
pub struct Person {
    pub first: String,
    pub last: String,
    pub company: String,
    pub number: String,
}

const FIRST: &[&str] = &[
    "Đurđija",
    "Žarko",
    "Ljubinka",
    "Njegoslav",
    "Dževad",
    "Miroslava",
    "Zoltán",
    "Grzegorz",
    "Jürgen",
    "Sinéad",
    "Bjørn",
    "Yolanda",
    "Quentin",
    "Radomirka",
    "Svetozar",
    "Ксенија",
    "Љубомир",
];

const LAST: &[&str] = &[
    "Petrović",
    "Čvorović",
    "Đurđević",
    "Živojinović",
    "Hadžibegić",
    "Kowalczyk",
    "Müllerschön",
    "Ødegaard",
    "Nagyvári",
    "Whitcombe",
    "Fitzgerald",
    "Стојиљковић",
    "Ђокић",
    "Zwetschkenbaum",
    "Vukadinović-Brzak",
];

const COMPANY: &[&str] = &[
    "quuxbank",
    "zyxwerke",
    "vrbovka",
    "kvarcgrad",
    "brzopromet",
    "wolfframm",
];

impl Person {
    pub fn new(random: &mut Random) -> Self {
        Self {
            first: (*random.one(FIRST)).to_owned(),
            last: (*random.one(LAST)).to_owned(),
            company: (*random.one(COMPANY)).to_owned(),
            number: format!("3816{}", 10_000_000 + random.below(89_999_999)),
        }
    }

    pub fn mail(&self) -> String {
        let (first, last) = (plain(&self.first), plain(&self.last));
        format!("{first}.{last}@{}.example", self.company)
    }

    /// The person or a part, in one of many spellings.
    pub fn spelt(&self, random: &mut Random) -> String {
        let name = match random.below(7) {
            0 => self.first.clone(),
            1 | 2 => self.last.clone(),
            3 => format!("{} {}", self.first, self.last),
            4 => self.company.clone(),
            5 => self.number.clone(),
            _ => self.mail(),
        };
        match random.below(7) {
            0 => plain(&name),
            1 => plain(&name).to_uppercase(),
            2 => name.to_lowercase(),
            3 => cyrillic(&name),
            4 => {
                let mut initial = plain(&self.first);
                initial.truncate(1);
                initial + &plain(&self.last)
            }
            5 => german(&name),
            _ => name,
        }
    }

    /// What must not be found: of everybody the names, else with the company too.
    pub fn needles(&self, with_company: bool) -> Vec<String> {
        let mut needles = vec![self.number.clone()];
        let last = self.last.split('-').map(str::to_owned);
        for name in last.chain([self.first.clone()]) {
            needles.extend([
                plain(&name),
                cyrillic(&name),
                german(&name),
                name.to_lowercase(),
            ]);
        }
        if with_company {
            needles.push(self.company.clone());
        }
        needles.sort();
        needles.dedup();
        needles
    }
}

/// Names of attributes with somebody in them.
pub fn name_with(word: &str, person: &Person, random: &mut Random) -> String {
    let company = &person.company;
    let patterns = [
        word.to_owned(),
        format!("attr_of_{word}"),
        format!("{}\\{word}", company.to_uppercase()),
        format!("CN={word},OU=HR,DC={company}"),
        format!("{company}-department"),
        format!("cost{word}Center"),
        format!("{word}Department"),
        format!("department{word}"),
        format!("api://{company}.example/{word}"),
        format!("ldap://dc1.{company}.example"),
        format!("HTTPS://{}.EXAMPLE/claims/{word}", company.to_uppercase()),
        format!("//{company}.example/x"),
        format!("{company}.example/claims/email"),
        format!("urn:tel:{}", person.number),
        format!("urn:{company}:{}:mail", person.number),
        person.number.clone(),
        format!("Member Status/{word}"),
        format!("{company}.example/Member Status"),
        format!("http://schemas.xmlsoap.org/claims/{word}"),
        format!("urn:oid:1.3.6.1.4.1.{word}.7"),
        format!("user.{word}.firstName"),
        format!("{word}#email"),
        format!("extension_{word}_memberStatus"),
    ];
    random.one(&patterns).clone()
}

/// The document with `planted` in one place: a name, a value, an address, an ID, a comment or anything else.
pub fn plant(xml: &str, person: &Person, random: &mut Random) -> Option<String> {
    let document = Document::parse(xml).ok()?;
    let mut places: Vec<(Range<usize>, bool)> = vec![];
    for node in document.descendants().filter(Node::is_element) {
        for attribute in node.attributes() {
            let is_name = matches!(attribute.name(), "Name" | "FriendlyName");
            places.push((attribute.range_value(), is_name));
            if is_name {
                places.extend([
                    (attribute.range_value(), true),
                    (attribute.range_value(), true),
                ]);
            }
        }
        let text = node.children().find(|child| child.is_text());
        places.extend(text.map(|text| (text.range(), false)));
    }
    if places.is_empty() {
        return None;
    }
    let (range, is_name) = random.one(&places).clone();
    let word = person.spelt(random);
    let planted = match (is_name, random.below(4)) {
        (true, _) => name_with(&word, person, random),
        (false, 0) => format!("https://{}.example/{word}", person.company),
        (false, 1) => format!("{}{word}", &xml[range.clone()]),
        (false, 2) => format!("{word} &lt;{}&gt;", person.mail()),
        (false, _) => word,
    };
    Some([&xml[..range.start], &planted, &xml[range.end..]].concat())
}

/// The same message of another person: each word of a value is another word, wherever it comes, with as much wrong with
/// it; other numbers of messages, and another time.
pub fn somebody_else(
    subject: &Handed,
    options: &Options,
    random: &mut Random,
) -> Option<(Handed, Options)> {
    let document = Document::parse(&subject.xml).ok()?;
    let mut words: BTreeMap<String, String> = BTreeMap::new();
    let mut ids: BTreeMap<String, String> = BTreeMap::new();
    let shift = i64::try_from(random.below(100_000_000)).ok()? - 50_000_000;
    let mut changes: Vec<(Range<usize>, String)> = vec![];
    for node in document.descendants().filter(Node::is_element) {
        for attribute in node.attributes() {
            let (hash, value) = match (attribute.name(), attribute.value().strip_prefix('#')) {
                ("URI", Some(id)) => ("#", id),
                _ => ("", attribute.value()),
            };
            let is_id = matches!(
                attribute.name(),
                "ID" | "Id" | "InResponseTo" | "SessionIndex" | "Address" | "SPProvidedID"
            );
            let new = match is_id || !hash.is_empty() {
                true => ids
                    .entry(value.to_owned())
                    .or_insert_with(|| random.letters(8..40, "abcdef0123456789"))
                    .clone(),
                false => match moved(value, shift) {
                    Some(moved) => moved,
                    None => continue,
                },
            };
            changes.push((attribute.range_value(), format!("{hash}{new}")));
        }
        let is_value = node.ancestors().any(|around| {
            matches!(
                around.tag_name().name(),
                "AttributeValue" | "NameID" | "BaseID"
            )
        });
        if is_value {
            let texts = node.children().filter(|child| child.is_text());
            changes.extend(texts.map(|text| {
                let range = text.range();
                let new = another(&subject.xml[range.clone()], &mut words, random);
                (range, new)
            }));
        }
    }
    changes.sort_by_key(|(range, _)| range.start);
    let mut other = subject.clone();
    let (mut xml, mut done) = (String::new(), 0);
    for (range, new) in changes {
        xml += &subject.xml[done..range.start];
        if let Some(BadBytes::Broken { at, .. }) = &mut other.bad_bytes {
            let old = offset(subject);
            if range.contains(&old) {
                *at = u32::try_from(xml.len() + new.find(|c: char| !c.is_ascii())?).ok()?;
            } else if done <= old && old < range.start {
                *at = u32::try_from(xml.len() - (range.start - old)).ok()?;
            }
        }
        xml += &new;
        done = range.end;
    }
    xml += &subject.xml[done..];
    let later = |at: Option<Instant>| at.map(|Instant(at)| Instant(at + shift));
    other.xml = xml;
    let started_at = other.origin.started_at.as_deref();
    other.origin.started_at = started_at
        .and_then(|at| moved(at, shift))
        .or(other.origin.started_at.clone());
    let options = Options {
        now: later(options.now),
        signed_in_at: later(options.signed_in_at),
        ..options.clone()
    };
    Some((other, options))
}

/// Where the first byte stands that does not fit.
fn offset(subject: &Handed) -> usize {
    match &subject.bad_bytes {
        Some(BadBytes::Broken { at, .. }) => usize::try_from(*at).unwrap_or(usize::MAX),
        _ => usize::MAX,
    }
}

fn moved(text: &str, by: i64) -> Option<String> {
    let Instant(at) = Instant::parse(text)?;
    Some(Instant(at + by).to_string())
}

/// Text of the source with other words; what is no name stays.
fn another(text: &str, words: &mut BTreeMap<String, String>, random: &mut Random) -> String {
    let whole = text.trim();
    let stays = whole.parse::<bool>().is_ok()
        || ["yes", "no", "true", "false"].contains(&whole.to_lowercase().as_str())
        || Instant::parse(whole).is_some()
        || is_timestamp(whole)
        || is_country(whole)
        || whole.contains("![CDATA[");
    if stays {
        return text.to_owned();
    }
    let mut out = String::new();
    for part in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let word = part.trim_end_matches(|c: char| !c.is_alphanumeric());
        let sign = &part[word.len()..];
        let is_reference = out.ends_with('&') && sign == ";";
        let is_name = word.chars().any(char::is_alphabetic) && !is_reference;
        if is_name {
            let key = german(word).to_lowercase();
            let length = if out.is_empty() {
                whole.chars().count()
            } else {
                0
            };
            let new = words
                .entry(key)
                .or_insert_with(|| made_up(word, length, random));
            out += &like(word, new);
        } else {
            out += word;
        }
        out += sign;
    }
    out
}

/// `20261121091407Z`, as directories write a time; who it was is not in it.
fn is_timestamp(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    digits >= 8 && text.bytes().filter(u8::is_ascii_alphabetic).count() <= 2
}

/// `RS`: of a country there are codes of two letters only.
fn is_country(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase())
}

/// A word with `c` in it, which `like` can write with a mark; the first of a long value is long.
fn made_up(word: &str, value: usize, random: &mut Random) -> String {
    let length = match word.chars().count().max(value) {
        0..=32 => 1..9,
        33..=64 => 17..20,
        65..=132 => 33..40,
        _ => 70..90,
    };
    let letters = match word.chars().any(|c| ('\u{400}'..'\u{500}').contains(&c)) {
        true => "бвгджзклмнпст",
        false => "bdfghiklmnprtvz",
    };
    random.letters(length.clone(), letters) + "c" + &random.letters(length, letters)
}

/// The new word, as the old one is written.
fn like(word: &str, new: &str) -> String {
    let new = match word.is_ascii() {
        true => new.to_owned(),
        false => new.replacen('c', "č", 1),
    };
    let is_upper = word.chars().all(|c| !c.is_lowercase()) && word.chars().count() > 1;
    match word.chars().next() {
        _ if is_upper => new.to_uppercase(),
        Some(first) if first.is_uppercase() => {
            let mut letters = new.chars();
            let first: String = letters
                .next()
                .into_iter()
                .flat_map(char::to_uppercase)
                .collect();
            first + letters.as_str()
        }
        _ => new,
    }
}

/// Without accents, as a user name has it.
pub fn plain(text: &str) -> String {
    let text = latin(text);
    let letters = text.chars().map(|c| match c {
        'č' | 'ć' => 'c',
        'đ' => 'd',
        'š' => 's',
        'ž' => 'z',
        'á' | 'ä' => 'a',
        'é' => 'e',
        'ö' | 'ø' => 'o',
        'ü' => 'u',
        c => c,
    });
    letters.collect()
}

/// With two letters for one, as Serbian and German write accents.
fn german(text: &str) -> String {
    let pairs = [
        ("đ", "dj"),
        ("ä", "ae"),
        ("ö", "oe"),
        ("ü", "ue"),
        ("ø", "oe"),
    ];
    let text = latin(text);
    plain(
        &pairs
            .iter()
            .fold(text, |text, (one, two)| text.replace(one, two)),
    )
}

const SERBIAN: &[(&str, &str)] = &[
    ("lj", "љ"),
    ("nj", "њ"),
    ("dž", "џ"),
    ("a", "а"),
    ("b", "б"),
    ("v", "в"),
    ("g", "г"),
    ("d", "д"),
    ("đ", "ђ"),
    ("e", "е"),
    ("ž", "ж"),
    ("z", "з"),
    ("i", "и"),
    ("j", "ј"),
    ("k", "к"),
    ("l", "л"),
    ("m", "м"),
    ("n", "н"),
    ("o", "о"),
    ("p", "п"),
    ("r", "р"),
    ("s", "с"),
    ("t", "т"),
    ("ć", "ћ"),
    ("u", "у"),
    ("f", "ф"),
    ("h", "х"),
    ("c", "ц"),
    ("č", "ч"),
    ("š", "ш"),
];

fn latin(text: &str) -> String {
    let all = SERBIAN.iter();
    all.fold(text.to_lowercase(), |text, (latin, cyrillic)| {
        text.replace(cyrillic, latin)
    })
}

fn cyrillic(text: &str) -> String {
    let all = SERBIAN.iter();
    all.fold(latin(text), |text, (latin, cyrillic)| {
        text.replace(latin, cyrillic)
    })
}

/// The messages of a fixture, as they are handed over.
pub fn subjects(fixture: &Fixture) -> Vec<Handed> {
    super::handed(&fixture.report())
}
