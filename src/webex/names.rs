//! Other names under which the four required fields travel: claims, OIDs, other systems' names, and words that may mean one.

use super::pages::{self, Page};
use crate::chars::fold;
use crate::hash::HashMap;
use std::sync::LazyLock;

/// Where a name comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// A claim type of Microsoft's products.
    Claim,
    /// An object identifier of LDAP.
    Oid,
    /// The name of another directory or protocol.
    Synonym,
    /// A word that may mean the field and may mean something else: a translation, or a name with several meanings.
    Hint,
}

/// A name that Cisco's table does not have.
#[derive(Debug, PartialEq, Eq)]
pub struct OtherName {
    /// What the table has instead: `uid`, `firstname`, `lastname` or `email`.
    pub expected: &'static str,
    /// The name, in lower case without separators; whole for claims and OIDs.
    pub name: &'static str,
    /// Where it comes from.
    pub family: Family,
    /// The page that says so; `None` where it is common knowledge.
    pub source: Option<&'static Page>,
}

macro_rules! names {
    ($($source:expr, $family:ident $expected:literal: $($name:literal)*;)*) => {
        &[$($(OtherName {
            expected: $expected,
            name: $name,
            family: Family::$family,
            source: $source,
        }),*),*]
    };
}

const MICROSOFT: Option<&Page> = Some(&pages::ENTRA_CLAIMS);
const LDAP: Option<&Page> = Some(&pages::LDAP);
const COSINE: Option<&Page> = Some(&pages::LDAP_COSINE);
const PKCS_9: Option<&Page> = Some(&pages::PKCS_9);

/// All of them, by field.
pub static ALL: &[OtherName] = names! {
    MICROSOFT, Claim "firstname": "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname";
    MICROSOFT, Claim "lastname": "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname";
    MICROSOFT, Claim "email": "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress"
        "http://schemas.xmlsoap.org/claims/emailaddress";
    MICROSOFT, Claim "uid": "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn"
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name"
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier";
    LDAP, Oid "firstname": "urn:oid:2.5.4.42";
    LDAP, Oid "lastname": "urn:oid:2.5.4.4";
    LDAP, Oid "uid": "urn:oid:0.9.2342.19200300.100.1.1";
    COSINE, Oid "email": "urn:oid:0.9.2342.19200300.100.1.3";
    PKCS_9, Oid "email": "urn:oid:1.2.840.113549.1.9.1";
    None, Oid "uid": "urn:oid:1.3.6.1.4.1.5923.1.1.1.6";
    LDAP, Synonym "firstname": "givenname";
    LDAP, Synonym "lastname": "sn" "surname";
    LDAP, Synonym "uid": "userid";
    COSINE, Synonym "email": "mail";
    None, Synonym "firstname": "givennames" "forename" "fname" "namefirst" "namegiven" "namegivenname";
    None, Synonym "lastname": "familyname" "lname" "namelast" "namefamily" "namefamilyname";
    None, Synonym "email": "emailaddress" "emailaddresses" "mailaddress" "useremail" "primaryemail" "emailprimary" "emailswork";
    None, Synonym "uid": "username" "userprincipalname" "upn" "samaccountname";
    None, Hint "firstname": "ime" "име" "vorname" "prénom" "prenom" "nombre" "nome" "imię" "imie" "fornavn" "förnamn"
        "fornamn" "voornaam" "etunimi" "jméno" "jmeno" "keresztnév" "prenume" "имя" "名" "이름";
    None, Hint "lastname": "prezime" "презиме" "nachname" "nomdefamille" "apellido" "apellidos" "cognome" "sobrenome"
        "apelido" "nazwisko" "etternavn" "efternavn" "efternamn" "achternaam" "sukunimi" "příjmení" "prijmeni"
        "vezetéknév" "фамилия" "soyad" "soyadı" "姓" "성";
    None, Hint "email": "epošta" "eposta" "еадреса" "eadresa" "имејл" "imejl" "correo" "correoelectrónico"
        "correoelectronico" "courriel" "epost" "メール" "電子メール" "电子邮件" "이메일";
    None, Hint "uid": "login";
};

/// The rows by their names.
static BY_NAME: LazyLock<HashMap<&str, usize>> = LazyLock::new(|| {
    ALL.iter()
        .enumerate()
        .map(|(at, row)| (row.name, at))
        .collect()
});

/// Whether a row has this name.
pub fn is_one(name: &str) -> bool {
    BY_NAME.contains_key(name)
}

/// The rows that an attribute of this name may be, in their order: all that are told whole have a colon; `ends` are the name and its last parts without
/// separators.
pub fn of(name: &str, ends: &[String]) -> Vec<&'static OtherName> {
    let find = |name: &str, is_whole: bool| {
        let at = *BY_NAME.get(name)?;
        let family = ALL.get(at)?.family;
        (matches!(family, Family::Claim | Family::Oid) == is_whole).then_some(at)
    };
    let name = name.trim();
    let is_number = name.starts_with(|c: char| c.is_ascii_digit());
    let whole = name.contains(':').then(|| name.to_lowercase());
    let oid = is_number.then(|| format!("urn:oid:{}", name.to_lowercase()));
    let whole = [whole, oid].into_iter().flatten();
    let mut found: Vec<usize> = whole.filter_map(|name| find(&name, true)).collect();
    let mut before = None;
    let others = ends.iter().filter(|end| before.replace(*end) != Some(end));
    found.extend(others.filter_map(|end| find(end, false)));
    found.sort_unstable();
    found.dedup();
    found.into_iter().filter_map(|at| ALL.get(at)).collect()
}

/// The field that an attribute of this name holds: one that Webex reads, a claim, an OID, or the name of another system.
pub fn field_of(name: &str) -> Option<&'static str> {
    let folded = fold::name(name);
    let read = ["uid", "firstname", "lastname", "email"];
    let of = |name: &str, is_whole: bool| {
        let row = ALL.get(*BY_NAME.get(name)?)?;
        let is_meant = match row.family {
            Family::Claim | Family::Oid => is_whole,
            Family::Synonym => !is_whole,
            Family::Hint => false,
        };
        is_meant.then_some(row.expected)
    };
    let whole = || {
        let whole = name.contains(['.', ':']).then(|| name.to_lowercase())?;
        let is_number = whole.starts_with(|c: char| c.is_ascii_digit());
        of(&whole, true).or_else(|| is_number.then(|| of(&format!("urn:oid:{whole}"), true))?)
    };
    let exact = read.into_iter().find(|name| *name == folded);
    exact.or_else(whole).or_else(|| of(&folded, false))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_name_stands_for_one_field() {
        let mut seen = BTreeSet::new();
        for row in ALL {
            assert!(seen.insert(row.name), "twice: {}", row.name);
            assert_eq!(row.name, row.name.to_lowercase());
        }
    }
}
