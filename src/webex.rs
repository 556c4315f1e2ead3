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

/// Whether a host may be one of Webex's, or of its vendor's.
pub fn is_of_vendor(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    ["webex", "cisco"].iter().any(|part| host.contains(part))
}

/// Whether a host is one of Webex's: a site, or a service of its own.
pub fn is_host(host: &str) -> bool {
    let domain = host.len().checked_sub(".webex.com".len());
    let domain = domain.and_then(|at| host.get(at..));
    domain.is_some_and(|domain| domain.eq_ignore_ascii_case(".webex.com"))
}
