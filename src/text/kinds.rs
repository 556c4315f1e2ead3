//! Kinds of trouble: an enum, and the words for each variant.

/// Makes an enum, serialised in kebab-case, and the words of each variant, listed as `TEXTS`.
///
/// ```text
/// kinds! {
///     /// What is wrong.
///     pub enum Kind {
///         /// Nothing in it.
///         Empty "problem-empty" { "What" "Why." "What to do." }
///     }
/// }
/// ```
macro_rules! kinds {
    ($(#[$meta:meta])* $vis:vis enum $name:ident {
        $($(#[$doc:meta])* $kind:ident $id:literal { $title:literal $why:literal $fix:literal })*
    }) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        #[serde(rename_all = "kebab-case")]
        $(#[$meta])*
        $vis enum $name {
            $($(#[$doc])* $kind,)*
        }

        mod words {
            #![allow(non_upper_case_globals, reason = "named as the kinds are")]
            crate::text::texts! {
                pub(super) static:
                $($kind $id { title: $title, why: $why, fix: $fix })*
            }
        }

        pub(crate) use words::TEXTS;

        impl $name {
            /// Its words.
            pub fn words(self) -> &'static crate::text::Words {
                match self {
                    $(Self::$kind => &words::$kind,)*
                }
            }

            #[cfg(test)]
            const ALL: &[Self] = &[$(Self::$kind),*];
        }
    };
}

pub(crate) use kinds;
