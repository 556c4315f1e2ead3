//! DEFLATE with a limit: raw, as the redirect binding has it, or in a zlib wrapper.

use miniz_oxide::inflate::{
    DecompressError, TINFLStatus, decompress_to_vec_with_limit, decompress_to_vec_zlib_with_limit,
};

/// What came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::decode) enum Inflated {
    /// The whole stream.
    Whole(Vec<u8>),
    /// What could be read before the stream broke off.
    Part(Vec<u8>),
    /// More than the limit.
    TooLarge,
    /// These bytes are no such stream.
    No,
}

/// Inflates `bytes` to at most `limit` bytes.
pub(in crate::decode) fn inflate(bytes: &[u8], limit: usize) -> Inflated {
    if is_zlib(bytes) {
        match outcome(decompress_to_vec_zlib_with_limit(bytes, limit)) {
            Inflated::No => {}
            done => return done,
        }
    }
    match bytes {
        [] => Inflated::No,
        _ => outcome(decompress_to_vec_with_limit(bytes, limit)),
    }
}

fn is_zlib(bytes: &[u8]) -> bool {
    match bytes {
        [method, flags, ..] => {
            method & 0x0F == 8 && (u16::from(*method) << 8 | u16::from(*flags)).is_multiple_of(31)
        }
        _ => false,
    }
}

fn outcome(result: Result<Vec<u8>, DecompressError>) -> Inflated {
    match result {
        Ok(bytes) if bytes.is_empty() => Inflated::No,
        Ok(bytes) => Inflated::Whole(bytes),
        Err(error) if error.status == TINFLStatus::HasMoreOutput => Inflated::TooLarge,
        Err(mut error) => {
            let used = error.output.iter().rposition(|&byte| byte != 0);
            error.output.truncate(used.map_or(0, |last| last + 1));
            match error.output.is_empty() {
                true => Inflated::No,
                false => Inflated::Part(error.output),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use miniz_oxide::deflate::{compress_to_vec, compress_to_vec_zlib};

    const LIMIT: usize = 32 << 20;

    #[test]
    fn outcomes() {
        let text = b"<samlp:AuthnRequest/> and some more, and some more".as_slice();
        let raw = compress_to_vec(text, 6);
        let zlib = compress_to_vec_zlib(text, 6);
        let large = compress_to_vec(&vec![b'a'; 3000], 6);
        assert_eq!(inflate(&raw, LIMIT), Inflated::Whole(text.to_vec()));
        assert_eq!(inflate(&zlib, LIMIT), Inflated::Whole(text.to_vec()));
        assert_eq!(inflate(&large, 1000), Inflated::TooLarge);
        assert_eq!(inflate(b"", LIMIT), Inflated::No);
        assert_eq!(inflate(&[0xFF; 40], LIMIT), Inflated::No);
        let Inflated::Part(part) = inflate(&raw[..raw.len() / 2], LIMIT) else {
            panic!("half a stream gives a part");
        };
        assert!(text.starts_with(&part));
    }
}
