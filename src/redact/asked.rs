//! What a request asked for, without names: as the message that answers it is written.

use super::Redactor;
use crate::saml::AuthnRequest;

/// How a context is compared, as SAML core 3.3.2.2.1 has it.
const COMPARISONS: [&str; 4] = ["exact", "minimum", "maximum", "better"];

impl Redactor {
    /// The request, as far as a message is held against it.
    pub fn request(&mut self, request: &AuthnRequest) -> AuthnRequest {
        let mut address = |text: &Option<String>| text.as_deref().map(|text| self.address(text));
        let (issuer, consumer) = (address(&request.issuer), address(&request.consumer));
        let comparison = request.comparison.as_deref();
        let comparison = comparison.filter(|text| COMPARISONS.contains(text));
        AuthnRequest {
            issuer,
            consumer,
            name_id_format: request
                .name_id_format
                .as_deref()
                .map(|format| self.identifier(format)),
            comparison: comparison.map(str::to_owned),
            contexts: request
                .contexts
                .iter()
                .map(|context| self.identifier(context))
                .collect(),
            ..AuthnRequest::default()
        }
    }
}
