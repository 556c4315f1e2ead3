//! The four service providers that hide behind “Webex”.

/// Who a message is addressed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ServiceProvider {
    /// A Webex Meetings site run from Site Administration.
    MeetingsSite,
    /// Webex Messenger, Connect or Jabber IM.
    Messenger,
    /// A Control Hub organisation.
    ControlHub,
    /// WebEx Meetings Server, on premises.
    MeetingsServer,
    /// Anybody else.
    Other,
}

impl ServiceProvider {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::MeetingsSite,
        Self::Messenger,
        Self::ControlHub,
        Self::MeetingsServer,
        Self::Other,
    ];

    /// The id in reports and options.
    pub fn id(self) -> &'static str {
        match self {
            Self::MeetingsSite => "meetings-site",
            Self::Messenger => "messenger",
            Self::ControlHub => "control-hub",
            Self::MeetingsServer => "meetings-server",
            Self::Other => "other",
        }
    }

    /// The service provider with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sp| sp.id() == id)
    }
}
