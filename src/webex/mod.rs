//! What Webex says, as tables: one row a fact, each with its source.

mod service_providers;

pub use service_providers::ServiceProvider;
