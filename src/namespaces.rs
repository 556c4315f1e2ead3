//! The namespaces of SAML and of what stands around it.

/// Requests and responses of SAML 2.0.
pub const PROTOCOL: &str = "urn:oasis:names:tc:SAML:2.0:protocol";
/// Assertions of SAML 2.0.
pub const ASSERTION: &str = "urn:oasis:names:tc:SAML:2.0:assertion";
/// Requests and responses of SAML 1.0 and 1.1.
pub const PROTOCOL_1: &str = "urn:oasis:names:tc:SAML:1.0:protocol";
/// Assertions of SAML 1.0 and 1.1.
pub const ASSERTION_1: &str = "urn:oasis:names:tc:SAML:1.0:assertion";
/// Metadata of SAML 2.0.
pub const METADATA: &str = "urn:oasis:names:tc:SAML:2.0:metadata";
/// XML Signature.
pub const SIGNATURE: &str = "http://www.w3.org/2000/09/xmldsig#";
/// Types of XML Schema, as `xsi:type` names them.
pub const SCHEMA: &str = "http://www.w3.org/2001/XMLSchema";
/// `xsi:type` and `xsi:nil`.
pub const INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";
/// What this crate puts around attributes that were pasted without their message.
pub const EXCERPT: &str = "urn:error31:excerpt";
