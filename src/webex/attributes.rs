//! The attributes that each service provider reads: a row each, with its source.

use super::pages::{self, Page};
use crate::text::{Phrase, texts};
use serde::Serialize;

/// Whether an account can be made without a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    /// Always required.
    Always,
    /// Required by this site, as the reader said.
    Site,
    /// Not required, and yet the page asks for it.
    Recommended,
    /// Not required.
    Optional,
}

/// What a value has to look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// Any text.
    Text,
    /// Text of at most so many characters.
    AtMost(usize),
    /// A user name: at most 64 letters, digits, `-`, `_`, `.` and `@`.
    UserName,
    /// An e-mail address of at most so many characters.
    Email(usize),
    /// Yes or no, in the eight spellings of the article.
    YesNo,
    /// A long number, UTC time or LDIF time.
    Timestamp,
    /// Text of at most so many characters, as the page says of a field like it.
    LikeAtMost(usize),
    /// A country in two letters.
    Country,
    /// A count.
    Count,
    /// Numbers of session types in angle brackets.
    Sessions,
}

impl Value {
    /// What this form rests on, where it is not the page of the row.
    pub fn basis(self) -> Basis {
        match self {
            Self::LikeAtMost(_) | Self::Sessions => Basis::Reading,
            Self::UserName => Basis::Partly(&pages::CREATE_USER, &pages::USER_NAMES),
            _ => Basis::Page,
        }
    }
}

/// What the form of a value rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The page of the row says so.
    Page,
    /// The length is on the first page, the rest is a report of others on the second.
    Partly(&'static Page, &'static Page),
    /// It is our reading of that page.
    Reading,
}

texts! {
    ON_CREATE "attribute-on-create" "Only when the account is created, not when it is updated.";
    FOR_UPDATE "attribute-for-update" "Required for the automatic update of accounts. Cisco recommends it when an account is created, and says in the article on error 31 that creating one does not need it.";
    FOR_UPDATE_SERVER "attribute-for-update-server" "The planning guide says that it must be configured, and that automatic update does not work without it.";
    UNKNOWN_COUNTRY "attribute-unknown-country" "Cisco’s table asks for a country in two letters, among switches for services: it may be a mistake, so no value is judged.";
    OF_THE_SITE "attribute-of-the-site" "The numbers are those of the site: column **Index** on the home page of Site Administration. Cisco’s table is damaged here; that they are in angle brackets, as `<2,6,8>`, is our reading.";
    LOGGED_WITHOUT "attribute-logged-without" "If the organisation logs messages and this is missing, it counts as `false`.";
    ENDPOINT_WITHOUT "attribute-endpoint-without" "If it is missing, it counts as `wbx_default_endpoint`.";
    ANY_VALUE "attribute-any-value" "What counts is that it has a value.";
    IF_SET "attribute-if-set" "Required if the server is set so. Where it is chosen from a list, the value has to be an active entry of it.";
    FORM_UNKNOWN "attribute-form-unknown" "Cisco’s page gives no form.";
    HOST_WITHOUT "attribute-host-without" "Without it, or on a site without attendee accounts, a host account is created.";
    AS_EMAIL "attribute-as-email" "It has to be the e‑mail address, and so has the NameID.";
    LOWER_CASE "attribute-lower-case" "In lower case; its value is the user’s e‑mail address or `userPrincipalName`.";
}

/// An attribute that a service provider reads.
#[derive(Debug, PartialEq, Eq)]
pub struct Attribute {
    /// The name on the wire.
    pub name: &'static str,
    /// The name for people.
    pub label: Phrase,
    /// Whether an account can be made without it.
    pub need: Need,
    /// What its value has to look like.
    pub value: Value,
    /// What else the page says of it.
    pub note: Option<&'static Phrase>,
    /// The page that says so.
    pub source: &'static Page,
}

const NO_LIMIT: usize = usize::MAX;

macro_rules! note {
    () => {
        None
    };
    ($note:expr) => {
        Some(&$note)
    };
}

macro_rules! rows {
    ($source:expr; $($name:literal $id:literal $label:literal $need:ident $value:expr $(, $note:expr)?;)*) => {
        &[$(Attribute {
            name: $name,
            label: Phrase::new(concat!("field-", $id), $label),
            need: Need::$need,
            value: $value,
            note: note!($($note)?),
            source: $source,
        }),*]
    };
}

pub(super) const REQUIRED: &[Attribute] = rows! { &pages::ERROR_31;
    "uid" "username" "User name" Always Value::UserName;
    "firstname" "firstname" "First name" Always Value::Text;
    "lastname" "lastname" "Last name" Always Value::Text;
    "email" "email" "E‑mail" Always Value::Email(NO_LIMIT);
};

pub(super) const REQUIRED_SERVER: &[Attribute] = rows! { &pages::SERVER_GUIDE;
    "uid" "username" "User name" Always Value::LikeAtMost(64), AS_EMAIL;
    "firstname" "firstname" "First name" Always Value::AtMost(32);
    "lastname" "lastname" "Last name" Always Value::AtMost(32);
    "email" "email" "E‑mail" Always Value::Email(64);
};

pub(super) const REQUIRED_CONTROL_HUB: &[Attribute] = rows! { &pages::CONTROL_HUB_ATTRIBUTES;
    "uid" "username" "User name" Always Value::Text, LOWER_CASE;
};

pub(super) const MEETINGS: &[Attribute] = rows! { &pages::MEETINGS_ATTRIBUTES;
    "Displayname" "displayname" "Display name" Optional Value::Text;
    "groupid" "groupid" "Group" Optional Value::Text, ON_CREATE;
    "updateTimeStamp" "updatetimestamp" "Time of the last change" Recommended Value::Timestamp, FOR_UPDATE;
    "optionalparams" "optionalparams" "Optional parameters" Optional Value::Text;
    "RP" "rp" "Recording editor" Optional Value::Text;
    "LA" "la" "Lab administrator" Optional Value::Text;
    "OPhoneCountry" "ophonecountry" "Office phone, country" Optional Value::Text;
    "OPhoneArea" "ophonearea" "Office phone, area" Optional Value::Text;
    "OPhoneLocal" "ophonelocal" "Office phone, number" Optional Value::Text;
    "OPhoneExt" "ophoneext" "Office phone, extension" Optional Value::Text;
    "FPhoneCountry" "fphonecountry" "Fax, country" Optional Value::Text;
    "FPhoneArea" "fphonearea" "Fax, area" Optional Value::Text;
    "FPhoneLocal" "fphonelocal" "Fax, number" Optional Value::Text;
    "FPhoneExt" "fphoneext" "Fax, extension" Optional Value::Text;
    "TimeZone" "timezone" "Time zone" Optional Value::Text, FORM_UNKNOWN;
    "Address1" "address1" "Address, line 1" Optional Value::Text;
    "Address2" "address2" "Address, line 2" Optional Value::Text;
    "city" "city" "City" Optional Value::Text;
    "state" "state" "State" Optional Value::Text;
    "zipcode" "zipcode" "Postal code" Optional Value::Text;
    "country" "country" "Country" Optional Value::Text, FORM_UNKNOWN;
    "MW" "mw" "Type of My Webex" Optional Value::Text;
    "FL" "fl" "File folder" Optional Value::Text;
    "AB" "ab" "Contacts" Optional Value::Text;
    "PF" "pf" "Profile" Optional Value::Text;
    "MM" "mm" "Meetings" Optional Value::Text;
    "MR" "mr" "End-user report" Optional Value::Text;
    "RC" "rc" "Recordings" Optional Value::Text;
    "RE" "re" "Event documents" Optional Value::Text;
    "LB" "lb" "Personal lobby" Optional Value::Text;
    "AA" "aa" "`AA`" Optional Value::Text, UNKNOWN_COUNTRY;
    "AS" "as" "Additional storage" Optional Value::Count;
    "AC" "ac" "Additional computers" Optional Value::Count;
    "MT" "mt" "Session types" Optional Value::Sessions, OF_THE_SITE;
    "ST" "st" "`ST`" Optional Value::Sessions, OF_THE_SITE;
};

pub(super) const ROLE: &[Attribute] = rows! { &pages::ATTENDEE_ACCOUNTS;
    "isattendeerole" "isattendeerole" "Attendee account" Optional Value::YesNo, HOST_WITHOUT;
};

pub(super) const MESSENGER: &[Attribute] = rows! { &pages::MESSENGER_ATTRIBUTES;
    "groupid" "groupid" "Group" Optional Value::Text, ON_CREATE;
    "updateTimeStamp" "updatetimestamp" "Time of the last change" Recommended Value::Timestamp;
    "displayName" "displayname" "Display name" Optional Value::Text;
    "companyName" "companyname" "Company" Optional Value::Text;
    "businessFax" "businessfax" "Business fax" Optional Value::Text;
    "streetLine1" "streetline1" "Street, line 1" Optional Value::Text;
    "streetLine2" "streetline2" "Street, line 2" Optional Value::Text;
    "city" "city" "City" Optional Value::Text;
    "state" "state" "State" Optional Value::Text;
    "zipcode" "zipcode" "Postal code" Optional Value::Text;
    "jobTitle" "jobtitle" "Job title" Optional Value::Text;
    "mobilePhone" "mobilephone" "Mobile phone" Optional Value::Text;
    "businessPhone" "businessphone" "Business phone" Optional Value::Text;
    "employeeid" "employeeid" "Employee number" Optional Value::Text;
    "imloggingenabled" "imloggingenabled" "Message logging" Optional Value::Text, LOGGED_WITHOUT;
    "imloggingendpointname" "imloggingendpointname" "Endpoint of message logging" Optional Value::Text, ENDPOINT_WITHOUT;
    "ISOCountry" "isocountry" "Country" Optional Value::Country;
    "upgrade site" "upgrade-site" "Upgrade site" Optional Value::Text, ANY_VALUE;
};

pub(super) const SERVER: &[Attribute] = rows! { &pages::SERVER_GUIDE;
    "updatetimestamp" "updatetimestamp" "Time of the last change" Recommended Value::Timestamp, FOR_UPDATE_SERVER;
    "TC1" "tc1" "Tracking code 1" Optional Value::AtMost(132), IF_SET;
    "TC2" "tc2" "Tracking code 2" Optional Value::LikeAtMost(132), IF_SET;
    "TC3" "tc3" "Tracking code 3" Optional Value::LikeAtMost(132), IF_SET;
    "TC4" "tc4" "Tracking code 4" Optional Value::LikeAtMost(132), IF_SET;
    "TC5" "tc5" "Tracking code 5" Optional Value::LikeAtMost(132), IF_SET;
    "TC6" "tc6" "Tracking code 6" Optional Value::LikeAtMost(132), IF_SET;
    "TC7" "tc7" "Tracking code 7" Optional Value::LikeAtMost(132), IF_SET;
    "TC8" "tc8" "Tracking code 8" Optional Value::LikeAtMost(132), IF_SET;
    "TC9" "tc9" "Tracking code 9" Optional Value::LikeAtMost(132), IF_SET;
    "TC10" "tc10" "Tracking code 10" Optional Value::LikeAtMost(132), IF_SET;
};
