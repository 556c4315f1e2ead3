//! Places in a document, and the names of values that matter.

use crate::decode::capture::entry::Of;
use crate::decode::capture::needles;

/// Where in the document a value stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Node {
    Root,
    Log,
    /// The requests of a HAR.
    Entries,
    Entry,
    Request,
    Response,
    Post,
    Content,
    /// The requests of SAML-tracer.
    Traces,
    Trace,
    /// A list of names with values.
    Pairs(Of),
    Pair(Of),
    /// Anything else.
    Any,
}

/// The names of values that matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    Other,
    Log,
    Entries,
    Requests,
    Request,
    Response,
    Headers,
    Cookies,
    PostData,
    Post,
    Params,
    Content,
    Text,
    MimeType,
    Encoding,
    Url,
    Method,
    Started,
    Saml,
    RedirectUrl,
    Name,
    Value,
    PostEntries,
    Bytes,
    WallTime,
    Time,
    Ticks,
    Source,
    Id,
    Message(&'static str),
}

impl Key {
    /// Reads a name, as it stands between its quotation marks.
    pub fn read(raw: &[u8]) -> Self {
        match raw {
            b"log" => Self::Log,
            b"entries" => Self::Entries,
            b"requests" => Self::Requests,
            b"request" => Self::Request,
            b"response" => Self::Response,
            b"headers" | b"requestHeaders" | b"responseHeaders" => Self::Headers,
            b"cookies" => Self::Cookies,
            b"postData" => Self::PostData,
            b"post" => Self::Post,
            b"params" => Self::Params,
            b"content" => Self::Content,
            b"text" => Self::Text,
            b"mimeType" => Self::MimeType,
            b"encoding" => Self::Encoding,
            b"url" => Self::Url,
            b"method" => Self::Method,
            b"startedDateTime" => Self::Started,
            b"saml" => Self::Saml,
            b"redirectURL" => Self::RedirectUrl,
            b"name" | b"key" => Self::Name,
            b"value" => Self::Value,
            b"postDataEntries" => Self::PostEntries,
            b"bytes" => Self::Bytes,
            b"wallTime" => Self::WallTime,
            b"time" => Self::Time,
            b"timeTickOffset" => Self::Ticks,
            b"source" => Self::Source,
            b"id" => Self::Id,
            _ => needles::parameter(raw).map_or(Self::Other, Self::Message),
        }
    }
}
