//! The border to JavaScript: nothing is decided here.
