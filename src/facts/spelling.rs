//! How the attributes of a message are called: each name is taken apart once, however many attributes have it and fields
//! are looked for.

use crate::chars::fold::name as fold_name;
use crate::chars::invisible::is_invisible;
use crate::hash::{HashMap, HashSet};
use crate::saml::Attribute;
use crate::webex::names::{self, Family, OtherName};
use std::cell::LazyCell;

/// One way in which attributes of a message are called.
#[derive(Debug)]
pub struct Spelling<'a> {
    /// The first attribute that is called so.
    pub attribute: &'a Attribute,
    /// Whether the receiver lists it.
    pub is_listed: bool,
    /// Whether any table knows it, folded.
    pub is_known: bool,
    /// Without white space around it and what can't be seen, in lower case.
    pub seen: String,
    /// What its name may mean.
    pub name: Words,
    /// What its FriendlyName may mean; `None` where that is the only name it has.
    pub friendly: Option<Words>,
}

/// What a name may mean.
#[derive(Debug, Default)]
pub struct Words {
    /// The name, its last part, and what stands behind the last dot of that, without separators.
    ends: [String; 3],
    /// Other names of fields that it is, in the order of their table.
    rows: Vec<&'static OtherName>,
}

impl Words {
    fn of(name: &str) -> Self {
        let folded = fold_name(name);
        let last = |separators: &[char]| match name.contains(separators) {
            true => {
                let mut parts = name.rsplit(separators);
                fold_name(parts.find(|part| !part.is_empty()).unwrap_or_default())
            }
            false => folded.clone(),
        };
        let (end, tail) = (last(&['/', '#', ':']), last(&['/', '#', ':', '.']));
        let ends = [folded, end, tail];
        let rows = names::of(name, &ends);
        Self { ends, rows }
    }

    /// The name without separators.
    pub fn folded(&self) -> &str {
        let [folded, ..] = &self.ends;
        folded
    }

    /// Whether the name, or its last part, is `expected`.
    pub fn is_spelling(&self, expected: &str) -> bool {
        let is = |end: &str| end == expected;
        let mut ends = self.ends.iter();
        ends.any(|end| is(end) || end.strip_prefix("user").is_some_and(is))
    }

    /// The row of the table that says that it may mean `expected`.
    pub fn other_name(&self, expected: &str) -> Option<&'static OtherName> {
        let mut rows = self.rows.iter().copied();
        rows.find(|row| row.expected == expected)
    }

    /// The row that says that it means `expected` wherever it stands.
    pub fn synonym(&self, expected: &str) -> Option<&'static OtherName> {
        let row = self.other_name(expected);
        row.filter(|row| row.family != Family::Hint)
    }

    /// Whether it may mean any field.
    pub fn is_other_name(&self) -> bool {
        !self.rows.is_empty()
    }
}

/// How all attributes of a message are called.
#[derive(Debug)]
pub struct Spellings<'a> {
    all: Vec<Spelling<'a>>,
    /// Each attribute, and which of them it has.
    attributes: Vec<(&'a Attribute, usize)>,
}

impl<'a> Spellings<'a> {
    /// Takes the names of `attributes` apart; `listed` are those that the receiver knows.
    pub fn of(attributes: &[&'a Attribute], listed: &[&str]) -> Self {
        let exact: HashSet<&str> = listed.iter().copied().collect();
        let folded: LazyCell<HashSet<String>, _> =
            LazyCell::new(|| listed.iter().map(|name| fold_name(name)).collect());
        let mut places: HashMap<(&str, Option<&str>), usize> = HashMap::default();
        let mut all = vec![];
        let place = |attribute: &'a Attribute| {
            let name = attribute.name.value.as_str();
            let friendly = attribute.friendly_name.as_ref();
            let friendly = friendly.map(|friendly| friendly.value.as_str());
            let place = *places.entry((name, friendly)).or_insert_with(|| {
                let words = Words::of(name);
                let is_listed = exact.contains(name);
                let is_alike = || folded.contains(words.folded());
                all.push(Spelling {
                    attribute,
                    is_listed,
                    is_known: is_listed || names::is_one(words.folded()) || is_alike(),
                    seen: seen(name),
                    name: words,
                    friendly: friendly.filter(|_| !name.is_empty()).map(Words::of),
                });
                all.len() - 1
            });
            (attribute, place)
        };
        let attributes = attributes.iter().copied().map(place).collect();
        Self { all, attributes }
    }

    /// Those that the receiver does not list, in the order of the message.
    pub fn free(&self) -> impl Iterator<Item = &Spelling<'a>> {
        self.all.iter().filter(|spelling| !spelling.is_listed)
    }

    /// All attributes, each with how it is called.
    pub fn attributes(&self) -> impl Iterator<Item = (&'a Attribute, &Spelling<'a>)> {
        let of =
            |(attribute, place): &(&'a Attribute, usize)| Some((*attribute, self.all.get(*place)?));
        self.attributes.iter().filter_map(of)
    }
}

fn seen(name: &str) -> String {
    let visible: String = name.chars().filter(|c| !is_invisible(*c)).collect();
    visible.trim().to_lowercase()
}
