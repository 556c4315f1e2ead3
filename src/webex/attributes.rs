//! The attributes that each service provider reads: a row each, with its source.

use super::pages::{self, Page};
use crate::text::Phrase;
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
    /// The page that says so.
    pub source: &'static Page,
}

const NO_LIMIT: usize = usize::MAX;

macro_rules! rows {
    ($source:expr; $($name:literal $id:literal $label:literal $need:ident $value:expr;)*) => {
        &[$(Attribute {
            name: $name,
            label: Phrase::new(concat!("field-", $id), $label),
            need: Need::$need,
            value: $value,
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
    "uid" "username" "User name" Always Value::UserName;
    "firstname" "firstname" "First name" Always Value::AtMost(32);
    "lastname" "lastname" "Last name" Always Value::AtMost(32);
    "email" "email" "E‑mail" Always Value::Email(64);
};

pub(super) const REQUIRED_CONTROL_HUB: &[Attribute] = rows! { &pages::CONTROL_HUB_ATTRIBUTES;
    "uid" "username" "User name" Always Value::Text;
};

pub(super) const MEETINGS: &[Attribute] = rows! { &pages::MEETINGS_ATTRIBUTES;
    "Displayname" "displayname" "Display name" Optional Value::Text;
    "groupid" "groupid" "Group" Optional Value::Text;
    "updateTimeStamp" "updatetimestamp" "Time of the last change" Optional Value::Timestamp;
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
    "TimeZone" "timezone" "Time zone" Optional Value::Text;
    "Address1" "address1" "Address, line 1" Optional Value::Text;
    "Address2" "address2" "Address, line 2" Optional Value::Text;
    "city" "city" "City" Optional Value::Text;
    "state" "state" "State" Optional Value::Text;
    "zipcode" "zipcode" "Postal code" Optional Value::Text;
    "country" "country" "Country" Optional Value::Text;
    "MW" "mw" "Type of My Webex" Optional Value::Text;
    "FL" "fl" "File folder" Optional Value::Text;
    "AB" "ab" "Contacts" Optional Value::Text;
    "PF" "pf" "Profile" Optional Value::Text;
    "MM" "mm" "Meetings" Optional Value::Text;
    "MR" "mr" "End-user report" Optional Value::Text;
    "RC" "rc" "Recordings" Optional Value::Text;
    "RE" "re" "Event documents" Optional Value::Text;
    "LB" "lb" "Personal lobby" Optional Value::Text;
    "AA" "aa" "`AA`" Optional Value::Text;
    "AS" "as" "Additional storage" Optional Value::Text;
    "AC" "ac" "Additional computers" Optional Value::Text;
    "MT" "mt" "Session types" Optional Value::Text;
    "ST" "st" "`ST`" Optional Value::Text;
};

pub(super) const ROLE: &[Attribute] = rows! { &pages::ATTENDEE_ACCOUNTS;
    "isattendeerole" "isattendeerole" "Attendee account" Optional Value::YesNo;
};

pub(super) const MESSENGER: &[Attribute] = rows! { &pages::MESSENGER_ATTRIBUTES;
    "groupid" "groupid" "Group" Optional Value::Text;
    "updateTimeStamp" "updatetimestamp" "Time of the last change" Optional Value::Timestamp;
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
    "imloggingenabled" "imloggingenabled" "Message logging" Optional Value::Text;
    "imloggingendpointname" "imloggingendpointname" "Endpoint of message logging" Optional Value::Text;
    "ISOCountry" "isocountry" "Country" Optional Value::Text;
    "upgrade site" "upgrade-site" "Upgrade site" Optional Value::Text;
};

pub(super) const SERVER: &[Attribute] = rows! { &pages::SERVER_GUIDE;
    "updatetimestamp" "updatetimestamp" "Time of the last change" Optional Value::Timestamp;
    "TC1" "tc1" "Tracking code 1" Optional Value::AtMost(132);
    "TC2" "tc2" "Tracking code 2" Optional Value::AtMost(132);
    "TC3" "tc3" "Tracking code 3" Optional Value::AtMost(132);
    "TC4" "tc4" "Tracking code 4" Optional Value::AtMost(132);
    "TC5" "tc5" "Tracking code 5" Optional Value::AtMost(132);
    "TC6" "tc6" "Tracking code 6" Optional Value::AtMost(132);
    "TC7" "tc7" "Tracking code 7" Optional Value::AtMost(132);
    "TC8" "tc8" "Tracking code 8" Optional Value::AtMost(132);
    "TC9" "tc9" "Tracking code 9" Optional Value::AtMost(132);
    "TC10" "tc10" "Tracking code 10" Optional Value::AtMost(132);
};
