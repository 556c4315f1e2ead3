//! Signatures and canonical forms against libxmlsec and libxml2: a sample here, all with `cargo xtask signatures`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

#[path = "signatures/certificates.rs"]
mod certificates;
#[path = "signatures/circumstances.rs"]
mod circumstances;
#[path = "signatures/compare.rs"]
mod compare;
#[path = "signatures/extract.rs"]
mod extract;
#[path = "signatures/forms.rs"]
mod forms;
#[path = "signatures/holds.rs"]
mod holds;
#[path = "signatures/mutants.rs"]
mod mutants;
#[path = "signatures/oddities.rs"]
mod oddities;
#[path = "signatures/shapes.rs"]
mod shapes;
mod support;
#[path = "signatures/wycheproof.rs"]
mod wycheproof;
