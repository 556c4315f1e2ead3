//! What Webex says, as tables: one row a fact, each with its source.

pub mod attributes;
pub mod causes;
pub mod codes;
pub mod idps;
pub mod member_status;
pub mod names;
pub mod pages;
pub mod service_providers;
pub mod statuses;

pub use service_providers::ServiceProvider;
