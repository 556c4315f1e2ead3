//! Enums whose ids stand beside their variants, and ids as TypeScript unions.

/// Makes an enum with an id for each variant, which is also how it is written in reports.
///
/// ```text
/// ids! {
///     /// A colour.
///     pub enum Colour {
///         /// As grass.
///         Green = "green",
///     }
/// }
/// ```
macro_rules! ids {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$doc:meta])* $variant:ident = $id:literal,)+ }) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
        $(#[$meta])*
        $vis enum $name {
            $($(#[$doc])* #[serde(rename = $id)] $variant,)+
        }

        impl $name {
            /// Every one, in order.
            pub const ALL: [Self; <[&str]>::len(&[$($id),+])] = [$(Self::$variant),+];

            /// The ids of all.
            #[cfg(target_arch = "wasm32")]
            #[allow(dead_code, reason = "not each is a union of TypeScript's")]
            pub(crate) const IDS: [&str; <[&str]>::len(&[$($id),+])] = [$($id),+];

            /// The id in reports.
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$variant => $id,)+
                }
            }
        }
    };
}

pub(crate) use ids;

/// The length of what [`union`] writes.
#[cfg(target_arch = "wasm32")]
pub(crate) const fn union_length(name: &str, mut ids: &[&str]) -> usize {
    let mut length = "export type  =;\n".len() + name.len();
    while let [id, rest @ ..] = ids {
        length += " | \"\"".len() + id.len();
        ids = rest;
    }
    length
}

/// `export type Name = | "id" | …;`
#[cfg(target_arch = "wasm32")]
pub(crate) const fn union<const LENGTH: usize>(name: &str, mut ids: &[&str]) -> [u8; LENGTH] {
    let (out, at) = put([b' '; LENGTH], 0, "export type ");
    let (out, at) = put(out, at, name);
    let (mut out, mut at) = put(out, at, " =");
    while let [id, rest @ ..] = ids {
        (out, at) = put(out, at, " | \"");
        (out, at) = put(out, at, id);
        (out, at) = put(out, at, "\"");
        ids = rest;
    }
    let (out, _) = put(out, at, ";\n");
    out
}

#[cfg(target_arch = "wasm32")]
#[allow(clippy::indexing_slicing, reason = "evaluated by the compiler")]
const fn put<const LENGTH: usize>(
    mut out: [u8; LENGTH],
    mut at: usize,
    text: &str,
) -> ([u8; LENGTH], usize) {
    let mut bytes = text.as_bytes();
    while let [byte, rest @ ..] = bytes {
        out[at] = *byte;
        at += 1;
        bytes = rest;
    }
    (out, at)
}
