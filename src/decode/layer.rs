//! The layers that can be peeled off, and what base64 is forgiven.

use crate::decode::codec::charset::Charset;

/// One layer that was peeled off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Layer {
    /// Compressed by gzip.
    Gzip,
    /// A file in a ZIP archive.
    Zip,
    /// A file in a tar archive.
    Tar,
    /// A recording of network traffic, HAR 1.2.
    Har,
    /// An export of SAML-tracer.
    Tracer,
    /// A value in a JSON document of any other kind.
    Json,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// ISO-8859-1.
    Latin1,
    /// Another charset, which the caller reads.
    Charset,
    /// A byte order mark in front.
    Bom,
    /// White space, invisible characters or quotation marks around.
    Trim,
    /// Other text around an XML element.
    Cut,
    /// A saved mail, or one of its parts.
    Mail,
    /// Quoted-printable.
    QuotedPrintable,
    /// The same beginning on each line: the `>` of a quoted mail, the time of a log.
    LinePrefix,
    /// A command of “Copy as cURL”.
    Curl,
    /// A command of “Copy as PowerShell”.
    Powershell,
    /// A call of “Copy as fetch”.
    Fetch,
    /// A string literal of JSON or of a programming language.
    StringLiteral,
    /// A field of a form in an HTML page.
    Html,
    /// The body of a SOAP envelope.
    Soap,
    /// A text, a CDATA section or an attribute of XML of another kind.
    ForeignXml,
    /// Names of attributes with their values, without XML.
    List,
    /// A parameter of an address.
    Url,
    /// A field of a form body, or a value beside its name.
    Form,
    /// Percent-encoding.
    Percent,
    /// Entities for the characters of markup: `&lt;` for `<`.
    Escape,
    /// Base64 in any dress.
    Base64,
    /// DEFLATE, as the redirect binding has it, or zlib.
    Inflate,
}

impl Layer {
    /// Every layer.
    pub const ALL: [Self; 30] = [
        Self::Gzip,
        Self::Zip,
        Self::Tar,
        Self::Har,
        Self::Tracer,
        Self::Json,
        Self::Utf16Le,
        Self::Utf16Be,
        Self::Latin1,
        Self::Charset,
        Self::Bom,
        Self::Trim,
        Self::Cut,
        Self::Mail,
        Self::QuotedPrintable,
        Self::LinePrefix,
        Self::Curl,
        Self::Powershell,
        Self::Fetch,
        Self::StringLiteral,
        Self::Html,
        Self::Soap,
        Self::ForeignXml,
        Self::List,
        Self::Url,
        Self::Form,
        Self::Percent,
        Self::Escape,
        Self::Base64,
        Self::Inflate,
    ];

    /// The name in `origin.layers`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Gzip => "gzip",
            Self::Zip => "zip",
            Self::Tar => "tar",
            Self::Har => "har",
            Self::Tracer => "tracer",
            Self::Json => "json",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Latin1 => "iso-8859-1",
            Self::Charset => "charset",
            Self::Bom => "bom",
            Self::Trim => "trim",
            Self::Cut => "cut",
            Self::Mail => "mail",
            Self::QuotedPrintable => "quoted-printable",
            Self::LinePrefix => "line-prefix",
            Self::Curl => "curl",
            Self::Powershell => "powershell",
            Self::Fetch => "fetch",
            Self::StringLiteral => "string-literal",
            Self::Html => "html",
            Self::Soap => "soap",
            Self::ForeignXml => "foreign-xml",
            Self::List => "list",
            Self::Url => "url",
            Self::Form => "form",
            Self::Percent => "percent",
            Self::Escape => "escape",
            Self::Base64 => "base64",
            Self::Inflate => "inflate",
        }
    }

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

/// What was forgiven while base64 was decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Forgiven {
    /// Line breaks, spaces or invisible characters inside.
    WhiteSpace,
    /// The URL-safe alphabet, with `-` and `_`.
    UrlAlphabet,
    /// Spaces where `+` stood before a form was read.
    SpaceForPlus,
    /// No `=` at the end, or too few or too many.
    Padding,
    /// Bits after the last byte that are not zero.
    StrayBits,
    /// One character too many or too few: the end is missing.
    CutShort,
    /// A `data:` prefix or lines like `-----BEGIN …-----`.
    Wrapper,
}

impl Forgiven {
    /// The name, in kebab-case.
    pub fn id(self) -> &'static str {
        match self {
            Self::WhiteSpace => "white-space",
            Self::UrlAlphabet => "url-alphabet",
            Self::SpaceForPlus => "space-for-plus",
            Self::Padding => "padding",
            Self::StrayBits => "stray-bits",
            Self::CutShort => "cut-short",
            Self::Wrapper => "wrapper",
        }
    }
}
