//! What one message tells of the sign-in that it belongs to.

use crate::address;
use crate::decode::decoded::Place;
use crate::facts::Facts;
use crate::saml::{Assertion, AuthnRequest, Kind, Message};
use crate::webex::{ServiceProvider, service_providers};

/// What a message does in a sign-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Role {
    /// It asks for a sign-in.
    Request,
    /// It brings one.
    Response,
    /// Nothing.
    #[default]
    Other,
}

/// What one message tells of the sign-in that it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Link {
    pub role: Role,
    /// Whether it could be read.
    pub is_read: bool,
    /// What it asks for.
    pub request: Option<AuthnRequest>,
    /// `ID` of the request that it answers.
    pub answers: Option<String>,
    /// Who sent it; empty where it doesn't say.
    pub issuer: String,
    /// The addresses and audiences that it is for.
    pub receivers: Vec<String>,
    /// The identity providers behind the sender, as it names them.
    pub authorities: Vec<String>,
    /// The service that asks, or that is to be signed in to.
    pub service: Option<ServiceProvider>,
    /// What the service is called, where it is none of Webex's.
    pub service_name: Option<String>,
}

impl Link {
    /// Of a message that was read.
    pub fn of(message: &Message, facts: &Facts) -> Self {
        match message.kind {
            Kind::AuthnRequest => Self::of_request(message.request.clone().unwrap_or_default()),
            Kind::Response | Kind::Assertion | Kind::EncryptedAssertion => {
                Self::of_response(message, facts)
            }
            _ => Self::default(),
        }
    }

    /// Of one that could not be read.
    pub fn unread(place: &Place) -> Self {
        let role = match place.is_delivery {
            true => Role::Response,
            false => Role::Other,
        };
        Self {
            role,
            ..Self::default()
        }
    }

    fn of_request(request: AuthnRequest) -> Self {
        let all = |text: &Option<String>| text.clone().into_iter().collect::<Vec<_>>();
        let (addresses, audiences) = (all(&request.consumer), all(&request.issuer));
        let service = recognised(&addresses, &audiences);
        Self {
            role: Role::Request,
            is_read: true,
            issuer: request.issuer.clone().unwrap_or_default(),
            receivers: all(&request.destination),
            service: (!addresses.is_empty() || !audiences.is_empty()).then_some(service),
            service_name: audiences
                .first()
                .or(addresses.first())
                .map(|name| called(name)),
            request: Some(request),
            ..Self::default()
        }
    }

    fn of_response(message: &Message, facts: &Facts) -> Self {
        let of_data = |assertion: &Assertion| {
            let mut all = assertion.subject.iter().flat_map(|s| &s.confirmations);
            all.find_map(|c| c.in_response_to.clone())
        };
        let response = message.response.as_ref();
        let answers = response
            .and_then(|response| response.in_response_to.clone())
            .or_else(|| message.assertions.iter().find_map(of_data))
            .map(|id| id.value.trim().to_owned())
            .filter(|id| !id.is_empty());
        let statements = message
            .assertions
            .iter()
            .flat_map(|assertion| &assertion.authn_statements);
        Self {
            role: Role::Response,
            is_read: true,
            request: None,
            answers,
            issuer: facts.issuer.to_owned(),
            receivers: facts.receivers().into_iter().map(str::to_owned).collect(),
            authorities: statements
                .flat_map(|statement| &statement.authorities)
                .map(|authority| authority.value.trim().to_owned())
                .collect(),
            service: Some(facts.sp),
            service_name: facts.addressee().map(called),
        }
    }

    /// Whether it asks for or brings a sign-in at Webex.
    pub fn is_webex(&self) -> bool {
        self.service
            .is_some_and(|service| service != ServiceProvider::Other)
    }
}

fn recognised(addresses: &[String], audiences: &[String]) -> ServiceProvider {
    let [addresses, audiences] =
        [addresses, audiences].map(|all| all.iter().map(String::as_str).collect::<Vec<_>>());
    service_providers::recognise(&addresses, &audiences)
}

/// The host of an address, else the whole name.
pub(crate) fn called(name: &str) -> String {
    match address::host(name) {
        "" => name.trim().to_owned(),
        host => host.to_ascii_lowercase(),
    }
}
