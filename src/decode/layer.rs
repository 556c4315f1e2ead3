//! The layers that can be peeled off, and what base64 is forgiven.

use crate::address;
use crate::charset::Charset;
use crate::ids::ids;
use crate::webex;
use serde::Deserialize;

ids! {
    /// One layer that was peeled off.
    #[derive(Deserialize)]
    pub enum Layer {
        /// Compressed by gzip.
        Gzip = "gzip",
        /// A file in a ZIP archive.
        Zip = "zip",
        /// A file in a tar archive.
        Tar = "tar",
        /// A recording of network traffic, HAR 1.2.
        Har = "har",
        /// An export of SAML-tracer.
        Tracer = "tracer",
        /// A value in a JSON document of any other kind.
        Json = "json",
        /// UTF-16, low byte first.
        Utf16Le = "utf-16le",
        /// UTF-16, high byte first.
        Utf16Be = "utf-16be",
        /// ISO-8859-1.
        Latin1 = "iso-8859-1",
        /// Another charset, which the caller reads.
        Charset = "charset",
        /// A byte order mark in front.
        Bom = "bom",
        /// White space, invisible characters or quotation marks around.
        Trim = "trim",
        /// Other text around an XML element.
        Cut = "cut",
        /// A saved mail, or one of its parts.
        Mail = "mail",
        /// Quoted-printable.
        QuotedPrintable = "quoted-printable",
        /// The same beginning on each line: the `>` of a quoted mail, the time of a log.
        LinePrefix = "line-prefix",
        /// Lines that were broken at one width, in the middle of words.
        Wrapped = "wrapped",
        /// Text with the marks of RTF.
        Rtf = "rtf",
        /// Bytes written as numbers: a dump, hexadecimal digits, a list.
        Numbers = "numbers",
        /// A command of “Copy as cURL”.
        Curl = "curl",
        /// A command of “Copy as PowerShell”.
        Powershell = "powershell",
        /// A call of “Copy as fetch”.
        Fetch = "fetch",
        /// A string literal of JSON or of a programming language.
        StringLiteral = "string-literal",
        /// A field of a form in an HTML page.
        Html = "html",
        /// The body of a SOAP envelope.
        Soap = "soap",
        /// A text, a CDATA section or an attribute of XML of another kind.
        ForeignXml = "foreign-xml",
        /// Names of attributes with their values, without XML.
        List = "list",
        /// A parameter of an address.
        Url = "url",
        /// A field of a form body, or a value beside its name.
        Form = "form",
        /// The payload of a JSON Web Token.
        Jwt = "jwt",
        /// Percent-encoding.
        Percent = "percent",
        /// Entities for the characters of markup: `&lt;` for `<`.
        Escape = "escape",
        /// Base64 in any dress.
        Base64 = "base64",
        /// DEFLATE, as the redirect binding has it, or zlib.
        Inflate = "inflate",
    }
}

impl Layer {
    /// The layer that a charset is; UTF-8 is none.
    pub(super) fn of(charset: Charset) -> Option<Self> {
        match charset {
            Charset::Utf8 => None,
            Charset::Utf16Le => Some(Self::Utf16Le),
            Charset::Utf16Be => Some(Self::Utf16Be),
            Charset::Latin1 => Some(Self::Latin1),
        }
    }
}

/// Whether the bytes under these layers are those that a receiver reads: they came out of base64 or of a stream, into
/// which neither a mail nor a capture put them, or a capture has them as a parameter.
pub(crate) fn are_exact(layers: &[Layer]) -> bool {
    let is_capture = |layer: &Layer| matches!(layer, Layer::Har | Layer::Tracer);
    layers.iter().enumerate().any(|(at, layer)| {
        let before = layers.get(..at).unwrap_or_default();
        match layer {
            Layer::Base64 | Layer::Inflate => {
                !matches!(before.last(), Some(Layer::Mail | Layer::Har))
            }
            Layer::Form | Layer::Url => before.iter().any(is_capture),
            _ => false,
        }
    })
}

/// How a message was sent, as far as what holds it tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Sent {
    /// Nothing tells.
    #[default]
    Unknown,
    /// A capture, a form or another address holds it.
    Held,
    /// In an address, that of Webex where a capture names it: by GET.
    InAddress,
}

/// How a message under these layers was sent; `url` is where a capture says that it went.
pub(crate) fn sent(layers: &[Layer], url: Option<&str>) -> Sent {
    use Layer::{Form, Har, Html, Tracer, Url};
    let has = |wanted: fn(&Layer) -> bool| layers.iter().any(wanted);
    let is_of_webex = || url.is_none_or(|url| webex::is_host(address::host(url)));
    if has(|layer| *layer == Url) && !has(|layer| matches!(layer, Form | Html)) && is_of_webex() {
        Sent::InAddress
    } else if has(|layer| matches!(layer, Har | Tracer | Form | Html | Url)) {
        Sent::Held
    } else {
        Sent::Unknown
    }
}

ids! {
    /// What was forgiven while bytes were read.
    #[derive(Deserialize)]
    pub enum Forgiven {
        /// Line breaks, spaces or invisible characters inside.
        WhiteSpace = "white-space",
        /// The URL-safe alphabet, with `-` and `_`.
        UrlAlphabet = "url-alphabet",
        /// Spaces where `+` stood before a form was read.
        SpaceForPlus = "space-for-plus",
        /// No `=` at the end, or too few or too many.
        Padding = "padding",
        /// Bits after the last byte that are not zero.
        StrayBits = "stray-bits",
        /// One character too many or too few: the end is missing.
        CutShort = "cut-short",
        /// A `data:` prefix or lines like `-----BEGIN …-----`.
        Wrapper = "wrapper",
        /// No-break spaces where spaces stood, as pages show code.
        NoBreakSpaces = "no-break-spaces",
        /// Bytes that are no text of the charset: `U+FFFD` stands for them.
        BrokenBytes = "broken-bytes",
    }
}
