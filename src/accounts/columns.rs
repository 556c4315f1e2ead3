//! The columns of a user list: what each header means, and which export has them.

use crate::webex::causes::Console;
use serde::Serialize;

/// The exports that are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Control Hub, with the status of each user.
    ControlHub,
    /// Control Hub, an older export: licences or entitlements and no status.
    ControlHubLicences,
    /// Control Hub, the table as it stands on the screen.
    ControlHubTable,
    /// Webex Site Administration.
    SiteAdministration,
    /// Control Hub, the users of a Meetings site.
    MeetingsSite,
    /// WebEx Meetings Server.
    MeetingsServer,
    /// Webex Messenger.
    Messenger,
    /// None of them, read by the columns that the caller named or that speak for themselves.
    Other,
}

impl Format {
    /// Whether it tells statuses as Site Administration does.
    pub fn is_of_a_site(self) -> bool {
        matches!(
            self,
            Self::SiteAdministration | Self::MeetingsSite | Self::MeetingsServer
        )
    }

    /// Whether its accounts are those of an organisation in Control Hub; a site that is only linked has its own.
    pub fn is_of_an_organisation(self) -> bool {
        matches!(
            self,
            Self::ControlHub | Self::ControlHubLicences | Self::ControlHubTable
        )
    }

    /// The console that it comes from, where that is known.
    pub fn console(self) -> Option<Console> {
        match self {
            Self::SiteAdministration => Some(Console::SiteAdministration),
            Self::ControlHub
            | Self::ControlHubLicences
            | Self::ControlHubTable
            | Self::MeetingsSite => Some(Console::ControlHub),
            Self::MeetingsServer | Self::Messenger | Self::Other => None,
        }
    }
}

/// A column, named by the caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Column {
    /// By its place, from 0.
    Index(usize),
    /// By its header.
    Name(String),
}

/// The columns that the caller names; the others are found by their headers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mapping {
    /// Holds the user name.
    pub username: Option<Column>,
    /// Holds the e-mail address.
    pub email: Option<Column>,
    /// Holds the status.
    pub status: Option<Column>,
    /// Holds the host privilege.
    pub hosts: Option<Column>,
}

/// The columns that are read, by their places from 0.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Columns {
    /// User name.
    pub username: Option<usize>,
    /// E-mail address, or user id and address in one.
    pub email: Option<usize>,
    /// User id, where the user name is another column.
    pub user_id: Option<usize>,
    /// Status, or whether the account is active.
    pub status: Option<usize>,
    /// Host privilege.
    pub hosts: Option<usize>,
    /// Licences of Meetings sites: place and site.
    pub licences: Vec<(usize, String)>,
}

impl Columns {
    /// The columns that name a user.
    pub fn keys(&self) -> [Option<usize>; 3] {
        [self.email, self.username, self.user_id]
    }

    /// Whether a user can be found by them.
    pub fn have_key(&self) -> bool {
        self.keys().iter().any(Option::is_some)
    }
}

/// The columns under these headers, and the export that has them; `None` without a column that names a user.
pub(super) fn read(headers: &[String], mapping: &Mapping) -> (Columns, Option<Format>) {
    let folded: Vec<String> = headers.iter().map(|header| fold(header)).collect();
    let find = |names: &[&str]| {
        names
            .iter()
            .find_map(|name| folded.iter().position(|header| header == name))
    };
    let given = |column: &Option<Column>| match column.as_ref()? {
        Column::Index(index) => (*index < headers.len()).then_some(*index),
        Column::Name(name) => {
            let exact = headers.iter().position(|header| header == name);
            exact.or_else(|| find(&[fold(name).as_str()]))
        }
    };
    let format = format(&find);
    let status: &[&str] = match format {
        Some(Format::Messenger) => &[],
        Some(Format::SiteAdministration | Format::MeetingsSite | Format::MeetingsServer) => &ACTIVE,
        _ => &STATUS,
    };
    let mut columns = Columns {
        username: given(&mapping.username).or_else(|| find(&["username", "login", "webexid"])),
        email: given(&mapping.email).or_else(|| find(&EMAIL)),
        user_id: find(&["userid"]),
        status: given(&mapping.status).or_else(|| find(status)),
        hosts: given(&mapping.hosts).or_else(|| find(&["hostprivilege", "hostpriv"])),
        licences: licences(headers),
    };
    if columns.username == columns.email {
        columns.username = None;
    }
    let format = format.or(columns.have_key().then_some(Format::Other));
    (columns, format)
}

const USER_ID_AND_EMAIL: [&str; 2] = ["userid/email", "useridoremail"];
const EMAIL: [&str; 5] = [
    "userid/email",
    "useridoremail",
    "email",
    "emailaddress",
    "mail",
];
const STATUS: [&str; 5] = [
    "userstatus",
    "accountstatus",
    "status",
    "active",
    "isactive",
];
const ACTIVE: [&str; 3] = ["active", "isactive", "status"];
const NAMES: [&str; 4] = ["firstname", "lastname", "displayname", "name"];

fn format(find: &dyn Fn(&[&str]) -> Option<usize>) -> Option<Format> {
    let has = |names: &[&str]| find(names).is_some();
    Some(if has(&USER_ID_AND_EMAIL) {
        if has(&STATUS) {
            Format::ControlHub
        } else {
            Format::ControlHubLicences
        }
    } else if has(&["employeeid"]) && has(&["username"]) {
        Format::Messenger
    } else if has(&["hostpriv"]) || has(&["userid"]) && has(&["email"]) && !has(&["username"]) {
        Format::MeetingsServer
    } else if has(&["hostprivilege"]) || has(&["userid"]) && has(&["active"]) {
        Format::SiteAdministration
    } else if has(&["meetingprivilege"]) {
        Format::MeetingsSite
    } else if has(&EMAIL) && has(&STATUS) {
        Format::ControlHubTable
    } else {
        return None;
    })
}

/// Whether a header is one of an export that names a user, tells a status or counts hosts, and holds nothing else.
pub(super) fn is_known(header: &str) -> bool {
    const KEYS: [&str; 6] = [
        "username",
        "login",
        "webexid",
        "userid",
        "hostprivilege",
        "hostpriv",
    ];
    let folded = fold(header);
    let all = EMAIL.iter().chain(&STATUS).chain(&KEYS);
    let plain = header.strip_suffix("(Required)").unwrap_or(header);
    let is_whole = !plain.contains(['(', '[']);
    is_whole && all.into_iter().any(|known| *known == folded)
}

/// Whether the headers are those of a list of users: one names the user, another is known too.
pub(super) fn are_of_users(headers: &[String]) -> bool {
    let folded: Vec<String> = headers.iter().map(|header| fold(header)).collect();
    let has = |names: &[&str]| folded.iter().any(|header| names.contains(&header.as_str()));
    let named = has(&EMAIL) || has(&["username"]) || has(&["userid"]);
    named
        && (has(&STATUS) || has(&NAMES) || has(&["hostprivilege", "hostpriv", "meetingprivilege"]))
}

/// The columns `<site>.webex.com - <product>`, attendee licences left out.
fn licences(headers: &[String]) -> Vec<(usize, String)> {
    let site = |header: &str| {
        let lower = header.trim().to_lowercase();
        let (site, product) = lower.split_once(" - ")?;
        (crate::webex::is_host(site) && !product.contains("attendee")).then(|| site.to_owned())
    };
    let all = headers.iter().enumerate();
    all.filter_map(|(index, header)| Some((index, site(header)?)))
        .collect()
}

/// Lower case, without what stands in brackets, spaces, asterisks, quotes and separators.
fn fold(header: &str) -> String {
    let mut depth = 0_u32;
    let mut folded = String::new();
    for c in header.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            '*' | '"' | '\'' | '_' | '-' | '.' | ':' | '\u{feff}' => {}
            c if depth > 0 || c.is_whitespace() => {}
            c => folded.extend(c.to_lowercase()),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_each_export_by_its_headers() {
        for (headers, expected) in [
            (
                "First Name,Last Name,Display Name,User ID/Email (Required),Directory Number,Spark Call",
                Some(Format::ControlHubLicences),
            ),
            (
                "First Name,Last Name,Display Name,UserID/Email (Required),User Status,Location",
                Some(Format::ControlHub),
            ),
            (
                "Name,Email,Account status,Role",
                Some(Format::ControlHubTable),
            ),
            (
                "UserID,Active,FirstName,LastName,UserName,HostPrivilege,MeetingPrivilege",
                Some(Format::SiteAdministration),
            ),
            (
                "Email,UserName,MeetingPrivilege",
                Some(Format::MeetingsSite),
            ),
            (
                "USERID,ACTIVE,FIRSTNAME,LASTNAME,EMAIL,HOSTPRIV",
                Some(Format::MeetingsServer),
            ),
            (
                "employeeID,displayName,email,userName,status",
                Some(Format::Messenger),
            ),
            ("\"E-mail *\",City", Some(Format::Other)),
            ("Name,City", None),
        ] {
            let headers: Vec<String> = headers.split(',').map(str::to_owned).collect();
            assert_eq!(
                read(&headers, &Mapping::default()).1,
                expected,
                "{headers:?}"
            );
        }
    }

    #[test]
    fn takes_the_columns_that_the_caller_names() {
        let headers = ["Konto", "Zustand", "Rolle"].map(str::to_owned);
        let mapping = Mapping {
            username: Some(Column::Name("konto".to_owned())),
            status: Some(Column::Index(1)),
            hosts: Some(Column::Index(9)),
            ..Mapping::default()
        };
        let (columns, format) = read(&headers, &mapping);
        assert_eq!(format, Some(Format::Other));
        assert_eq!(
            (columns.username, columns.status, columns.hosts),
            (Some(0), Some(1), None)
        );
    }
}
