//! A door to the charsets that the engine doesn't know.

/// Reads bytes in the charset of a declared name: gives the text, or `None` where it doesn't know the name or the
/// bytes are not in that charset.
#[derive(Debug, Clone, Copy)]
pub struct CharsetReader(pub fn(&str, &[u8]) -> Option<String>);

impl PartialEq for CharsetReader {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::fn_addr_eq(self.0, other.0)
    }
}

impl Eq for CharsetReader {}
