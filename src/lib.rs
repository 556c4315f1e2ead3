//! Explains why Webex answers a SAML sign-in with “Auto account creation failed (31)”.
//!
//! ```text
//! bytes -> decode -> xml -> saml -> facts -> rules -> diagnosis -> report -> wasm -> www
//! ```
//!
//! Each module uses only those that stand before it. Nothing reads a clock, a locale or the network: [`Options`]
//! brings them in.

pub mod decode;
pub mod diagnostic;
pub mod report;
pub mod saml;
pub mod text;
#[cfg(target_arch = "wasm32")]
mod wasm;
pub mod xml;
