//! Recognises Member Status: Cisco gives the label only, never the name on the wire.

/// How sure the recognition is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// It may be meant.
    Possible,
    /// A name that the reader gave.
    Given,
    /// The label itself, in some spelling.
    Label,
}

const LABEL: &str = "memberstatus";

/// Near spellings, and the label as Cisco's translated pages print it.
const POSSIBLE: [&str; 6] = [
    "membershipstatus",
    "memberstate",
    "statusclana",
    "статусчлана",
    "medlemsstatus",
    "usermemberstatus",
];

/// What the label, a near spelling, or `status` begins with.
const BEGINNINGS: [char; 4] = ['m', 's', 'с', 'u'];

/// Compares the last part of `name`, and the friendly name, with the label; `more` are spellings that the reader gave.
pub fn recognise(name: &str, friendly_name: Option<&str>, more: &[String]) -> Option<Match> {
    [Some(name), friendly_name]
        .into_iter()
        .flatten()
        .filter_map(|name| one(name, more))
        .max()
}

fn one(name: &str, more: &[String]) -> Option<Match> {
    let whole = name.trim_end_matches(['/', '#', ':']);
    let (space, last) = match whole.rfind(['/', '#', ':']) {
        Some(at) => whole.split_at(at),
        None => ("", whole),
    };
    if more.is_empty() && !kept(last).next().is_some_and(|c| BEGINNINGS.contains(&c)) {
        return None;
    }
    let folded = fold(last);
    if folded == LABEL {
        return Some(Match::Label);
    }
    if more
        .iter()
        .any(|m| fold(m) == folded || fold(m) == fold(name))
    {
        return Some(Match::Given);
    }
    let possible = POSSIBLE.contains(&folded.as_str())
        || (folded == "status" && fold(space).contains("member"));
    possible.then_some(Match::Possible)
}

/// Lower case, without separators and without the caron of `č`.
fn fold(name: &str) -> String {
    kept(name).collect()
}

fn kept(name: &str) -> impl Iterator<Item = char> {
    let is_kept = |c: &char| {
        !c.is_whitespace() && !matches!(c, '_' | '-' | '.' | '/' | '#' | ':' | '\u{30c}')
    };
    let kept = name.chars().filter(is_kept);
    kept.flat_map(char::to_lowercase)
        .map(|c| if c == 'č' { 'c' } else { c })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_spelling_begins_so() {
        let all = [LABEL, "status"].into_iter().chain(POSSIBLE);
        for spelling in all {
            assert!(BEGINNINGS.contains(&spelling.chars().next().unwrap()));
        }
    }

    #[test]
    fn knows_the_label_in_any_spelling() {
        for (name, friendly, expected) in [
            ("MemberStatus", None, Some(Match::Label)),
            ("Member Status", None, Some(Match::Label)),
            ("member_status", None, Some(Match::Label)),
            ("MEMBER-STATUS", None, Some(Match::Label)),
            ("member.status", None, Some(Match::Label)),
            (
                "http://schemas.adriasoft.example/claims/MemberStatus",
                None,
                Some(Match::Label),
            ),
            ("urn:adriasoft:memberStatus", None, Some(Match::Label)),
            (
                "urn:oid:1.3.6.1.4.1.99999.7",
                Some("memberStatus"),
                Some(Match::Label),
            ),
            (
                "http://adriasoft.example/claims#MemberStatus/",
                None,
                Some(Match::Label),
            ),
            ("MembershipStatus", None, Some(Match::Possible)),
            ("memberState", None, Some(Match::Possible)),
            ("user.memberStatus", None, Some(Match::Possible)),
            (
                "http://adriasoft.example/member/status",
                None,
                Some(Match::Possible),
            ),
            ("Status člana", None, Some(Match::Possible)),
            ("Status c\u{30c}lana", None, Some(Match::Possible)),
            ("Статус члана", None, Some(Match::Possible)),
            ("Medlemsstatus", None, Some(Match::Possible)),
            ("memberOf", None, None),
            ("isMemberOf", None, None),
            ("status", None, None),
            ("http://adriasoft.example/claims/status", None, None),
            ("employeeStatus", None, None),
            ("accountStatus", Some("Account Status"), None),
            ("", None, None),
        ] {
            assert_eq!(recognise(name, friendly, &[]), expected, "{name}");
        }
        assert_eq!(
            recognise("staffState", None, &["staff state".to_owned()]),
            Some(Match::Given)
        );
    }
}
