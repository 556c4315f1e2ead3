//! What is given to the check.

/// What is given to the check.
#[derive(Debug, Clone, Copy)]
pub enum Input<'a> {
    /// A file: its charset is found out.
    Bytes(&'a [u8]),
    /// Text that was pasted: a declared charset is ignored.
    Text(&'a str),
}

impl<'a> Input<'a> {
    /// The bytes of it.
    pub fn as_bytes(self) -> &'a [u8] {
        match self {
            Self::Bytes(bytes) => bytes,
            Self::Text(text) => text.as_bytes(),
        }
    }
}

impl<'a> From<&'a [u8]> for Input<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::Bytes(bytes)
    }
}

impl<'a> From<&'a str> for Input<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}
