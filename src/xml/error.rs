//! Why a text is not read, in words for whoever runs the identity provider.

use crate::diagnostic::Span;
use crate::text::{Arg, Args, Phrase};

/// Why a text is not read: what, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// What is wrong.
    pub reason: Reason,
    /// Where, in the decoded text; empty at its end where the text breaks off.
    pub span: Span,
}

impl Error {
    pub(super) fn new(reason: Reason, start: usize, end: usize) -> Self {
        Self {
            reason,
            span: Span::new(start, end),
        }
    }
}

macro_rules! reasons {
    ($( $(#[$doc:meta])* $name:ident $({ $($field:ident: $kind:ident),+ })? = $id:literal, $english:literal; )+) => {
        /// What is wrong with the XML. The fields are what is put into the placeholders of
        /// [`Reason::phrase`].
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Reason {
            $( $(#[$doc])* $name $({ $(
                #[doc = concat!("`{ $", stringify!($field), " }`.")]
                $field: String
            ),+ })?, )+
        }

        mod phrases {
            #![allow(non_upper_case_globals, reason = "named as the reasons are")]
            crate::text::texts! {
                pub(super) static:
                $($name $id $english;)+
            }
        }

        pub(crate) use phrases::TEXTS;

        impl Reason {
            /// Key of the translation, `xml-` and the kind.
            pub fn id(&self) -> &'static str {
                self.phrase().id()
            }

            /// The reason as one sentence with placeholders.
            pub fn phrase(&self) -> &'static Phrase {
                match self { $( Self::$name $({ $($field: _),+ })? => &phrases::$name, )+ }
            }

            /// The same reason without words of the document; what this crate says itself stays.
            pub fn anonymous(&self) -> Self {
                match self { $(
                    Self::$name $({ $($field),+ })? => Self::$name $({ $( $field: anonymous(Arg::$kind($field.clone())) ),+ })?,
                )+ }
            }

            /// What is put into the placeholders; long words of the input are cut to 60 characters.
            pub fn args(&self) -> Args {
                match self { $(
                    Self::$name $({ $($field),+ })? => vec![ $( $( (stringify!($field), Arg::$kind(short($field))) ),+ )? ],
                )+ }
            }
        }
    };
}

impl Reason {
    /// Whether the text ends before the document does.
    pub fn breaks_off(&self) -> bool {
        matches!(
            self,
            Self::NoRoot
                | Self::EndsInElement { .. }
                | Self::EndsInTag { .. }
                | Self::EndsInValue { .. }
                | Self::EndsInEndTag { .. }
                | Self::EndsInComment
                | Self::EndsInCdata
                | Self::EndsInInstruction
                | Self::EndsInReference { .. }
                | Self::EndsInMarkup
        )
    }

    /// Whether the document could be read, and is not.
    pub fn is_refusal(&self) -> bool {
        matches!(self, Self::Doctype) || self.is_bound()
    }

    /// Whether the document is larger or deeper than what is read.
    pub fn is_bound(&self) -> bool {
        matches!(
            self,
            Self::TooLong { .. }
                | Self::TooDeep { .. }
                | Self::TooManyNodes { .. }
                | Self::TooManyAttributes { .. }
                | Self::TooManyNamespaces { .. }
        )
    }
}

reasons! {
    /// A document type declaration: refused.
    Doctype = "xml-doctype",
        "There is a document type declaration (`<!DOCTYPE`) here; SAML messages don’t contain one, and it is not read.";
    /// There is no element at all.
    NoRoot = "xml-no-root",
        "There is no XML element.";
    /// Text, a reference or CDATA before the root element.
    TextBeforeRoot = "xml-text-before-root",
        "There is text before the first element.";
    /// Text, a reference or CDATA after the root element.
    TextAfterRoot { root: Input } = "xml-text-after-root",
        "There is text after the end of the document at `</{ $root }>`.";
    /// A second element beside the root.
    SecondRoot { name: Input, root: Input } = "xml-second-root",
        "A second document starts here with `<{ $name }>`, after the end of the first at `</{ $root }>`.";

    /// The text breaks off between tags.
    EndsInElement { open: Input } = "xml-ends-in-element",
        "The document is cut off: `<{ $open }>` is not closed.";
    /// The text breaks off in a start tag.
    EndsInTag { name: Input } = "xml-ends-in-tag",
        "The document ends inside the tag `<{ $name }`.";
    /// The text breaks off in the value of an attribute.
    EndsInValue { attribute: Input } = "xml-ends-in-value",
        "The document ends inside the value of `{ $attribute }`, or its closing quote is missing.";
    /// The text breaks off in an end tag.
    EndsInEndTag { name: Input } = "xml-ends-in-end-tag",
        "The document ends inside the end tag `</{ $name }`.";
    /// The text breaks off in a comment.
    EndsInComment = "xml-ends-in-comment",
        "A comment starts here with `<!--` and is not closed by `-->`.";
    /// The text breaks off in CDATA.
    EndsInCdata = "xml-ends-in-cdata",
        "A CDATA section starts here with `<![CDATA[` and is not closed by `]]>`.";
    /// The text breaks off in a processing instruction or the XML declaration.
    EndsInInstruction = "xml-ends-in-instruction",
        "A processing instruction starts here with `<?` and is not closed by `?>`.";
    /// The text breaks off in a reference.
    EndsInReference { reference: Input } = "xml-ends-in-reference",
        "The document ends inside the reference `{ $reference }`.";
    /// The text breaks off right after `<` or in `<!`.
    EndsInMarkup = "xml-ends-in-markup",
        "The document ends right after `<`.";

    /// An end tag of another name.
    MismatchedEnd { open: Input, close: Input } = "xml-mismatched-end",
        "`<{ $open }>` is closed by `</{ $close }>`.";
    /// An end tag without a start tag.
    UnopenedEnd { close: Input } = "xml-unopened-end",
        "`</{ $close }>` closes an element that was not opened.";
    /// More than a name in an end tag.
    BadEndTag { close: Input } = "xml-bad-end-tag",
        "The end tag `</{ $close }` has more than a name.";
    /// `<` that begins nothing.
    StrayLessThan = "xml-stray-less-than",
        "There is a `<` here that begins no tag; in text it is written `&lt;`.";
    /// `<!` that begins neither comment nor CDATA.
    UnknownMarkup = "xml-unknown-markup",
        "`<!` begins neither a comment nor a CDATA section here.";
    /// `<` inside a tag.
    TagNotClosed { name: Input } = "xml-tag-not-closed",
        "The tag `<{ $name }` is not closed by `>` before the next `<`.";
    /// Something else than attributes in a tag.
    BadTag { name: Input } = "xml-bad-tag",
        "The tag `<{ $name }` holds something that is not an attribute.";

    /// A name with characters that names don't have.
    BadName { name: Input } = "xml-bad-name",
        "`{ $name }` is not a name as XML allows it.";
    /// A name whose colons are not those of one prefix.
    BadQualifiedName { name: Input } = "xml-bad-qualified-name",
        "`{ $name }` is not a prefix, one colon and a name.";
    /// A character that XML doesn't have.
    IllegalCharacter { code: Plain } = "xml-illegal-character",
        "The character { $code } is not allowed in XML.";

    /// `&` that begins no reference.
    StrayAmpersand = "xml-stray-ampersand",
        "There is a `&` here that begins no reference; it is written `&amp;`.";
    /// A reference to an entity other than the five.
    UnknownEntity { name: Input } = "xml-unknown-entity",
        "`&{ $name };` is not defined; XML itself knows `&amp;`, `&lt;`, `&gt;`, `&quot;` and `&apos;` only.";
    /// A character reference to no legal character.
    BadCharacterReference { reference: Input } = "xml-bad-character-reference",
        "`{ $reference }` names no character that XML allows.";

    /// No `=` and value after an attribute's name.
    NoValue { attribute: Input } = "xml-no-value",
        "The attribute `{ $attribute }` has no value.";
    /// A value without quotes.
    UnquotedValue { attribute: Input } = "xml-unquoted-value",
        "The value of the attribute `{ $attribute }` is not in quotes.";
    /// No space between two attributes.
    MissingSpace { attribute: Input } = "xml-missing-space",
        "There is no space before the attribute `{ $attribute }`, or there is a quote inside the value before it.";
    /// `<` in the value of an attribute.
    LessThanInValue { attribute: Input } = "xml-less-than-in-value",
        "There is a `<` inside the value of `{ $attribute }`; it is written `&lt;`, or the closing quote is missing.";
    /// The same attribute twice.
    DuplicateAttribute { attribute: Input } = "xml-duplicate-attribute",
        "The attribute `{ $attribute }` is twice in one tag.";
    /// Two attributes of one name and namespace, by different prefixes.
    DuplicateExpandedName { attribute: Input, namespace: Input } = "xml-duplicate-expanded-name",
        "The attribute `{ $attribute }` is twice in one tag: another prefix means the same `{ $namespace }`.";

    /// `]]>` in text.
    CdataEndInText = "xml-cdata-end-in-text",
        "There is `]]>` in text; it is written `]]&gt;`.";
    /// `--` in a comment.
    DoubleHyphen = "xml-double-hyphen",
        "There is `--` inside a comment.";
    /// An XML declaration that isn't at the start.
    LateDeclaration = "xml-late-declaration",
        "The XML declaration `<?xml … ?>` is not at the very start of the document.";
    /// An XML declaration that isn't written right.
    BadDeclaration = "xml-bad-declaration",
        "The XML declaration is not written as `<?xml version=\"1.0\" encoding=\"…\" standalone=\"…\"?>`.";
    /// A processing instruction whose target is reserved.
    ReservedTarget { target: Input } = "xml-reserved-target",
        "The name `{ $target }` of this processing instruction is reserved.";

    /// A prefix that isn't declared.
    UndeclaredPrefix { prefix: Input } = "xml-undeclared-prefix",
        "The prefix `{ $prefix }` is not declared: `xmlns:{ $prefix }` is missing here and in the elements around it.";
    /// A prefix declared as empty.
    EmptyNamespace { prefix: Input } = "xml-empty-namespace",
        "`xmlns:{ $prefix }` is empty; a prefix means a namespace that is not empty.";
    /// A use of the prefixes or namespaces `xml` and `xmlns` that is not theirs.
    ReservedNamespace { name: Input } = "xml-reserved-namespace",
        "`{ $name }` uses a prefix or a namespace that XML keeps for itself.";

    /// Over the bound for the text.
    TooLong { limit: Plain } = "xml-too-long",
        "The document is longer than { $limit } MiB.";
    /// Over the bound for the depth.
    TooDeep { limit: Plain } = "xml-too-deep",
        "Elements are nested more than { $limit } deep.";
    /// Over the bound for the number of nodes or attributes.
    TooManyNodes { limit: Plain } = "xml-too-many-nodes",
        "The document has more than { $limit } elements and texts, or attributes.";
    /// Over the bound for the attributes of one element.
    TooManyAttributes { limit: Plain } = "xml-too-many-attributes",
        "An element has more than { $limit } attributes.";
    /// Over the bound for the namespaces in scope.
    TooManyNamespaces { limit: Plain } = "xml-too-many-namespaces",
        "More than { $limit } namespace declarations are in force here.";

    /// The declared charset contradicts the bytes.
    CharsetConflict { declared: Input, actual: Plain } = "xml-charset-conflict",
        "The document declares the charset `{ $declared }`, but its bytes are { $actual }.";
    /// The bytes are not what they are taken for.
    BrokenBytes { charset: Plain, at: Input, byte: Input } = "xml-broken-bytes",
        "The bytes are taken for { $charset }, and byte { $at }, counted from 0, does not fit: it is { $byte } in hexadecimal digits.";
    /// Two byte order marks.
    SecondMark = "xml-second-mark",
        "There are two byte order marks in front; one is allowed, and the second is text before the first element.";
    /// UTF-16 without a byte order mark.
    NoMark { charset: Plain } = "xml-no-mark",
        "The bytes are { $charset } without the byte order mark that XML requires in front of it.";
    /// The declared charset is not read here.
    UnknownCharset { declared: Input } = "xml-unknown-charset",
        "The document is in the charset `{ $declared }`, which is not read here; save it as UTF-8.";
}

/// What is left of what is put in, without words of the document.
fn anonymous(arg: Arg) -> String {
    match arg {
        Arg::Plain(own) => own,
        _ => "…".to_owned(),
    }
}

fn short(word: &str) -> String {
    match word.char_indices().nth(60) {
        Some((at, _)) => word.get(..at).unwrap_or_default().to_owned() + "…",
        None => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Texts;

    #[test]
    fn sentences_end() {
        for (id, english) in TEXTS.iter().flat_map(crate::text::Text::parts) {
            assert!(id.starts_with("xml-"), "{id}");
            assert!(english.ends_with('.'), "{english}");
        }
    }

    #[test]
    fn words_of_the_input_are_cut() {
        let reason = Reason::MismatchedEnd {
            open: "a".to_owned(),
            close: "š".repeat(100),
        };
        let sentence = Texts::new("en").say(reason.phrase(), &reason.args());
        assert_eq!(
            sentence,
            format!("`<a>` is closed by `</{}…>`.", "š".repeat(60))
        );
    }
}
