//! What an input without a message is taken for, and what to give instead.

use crate::text::kinds;

kinds! {
    /// What an input without a message, or a part of an input, is taken for.
    pub enum ProblemKind {
        /// Nothing, or nothing visible.
        Empty "problem-empty" {
            "There is nothing in this yet"
            "There is nothing visible in it."
            "Paste the SAML response, its base64 form, or the text of the error page."
        }
        /// One byte again and again.
        Zeros "problem-zeros" {
            "This holds one byte, repeated from beginning to end"
            "Files look like this when a download or a copy stopped before the content was written."
            "Download or copy the file once more, then open the new one."
        }
        /// A picture.
        Image "problem-image" {
            "This is a picture ({ $format })"
            "Text in a picture can’t be read here."
            "Type the error text that the picture shows, such as `Error code 31`. Better still, paste the SAML response of the same sign-in."
        }
        /// A packed file.
        Archive "problem-archive" {
            "This is a packed file ({ $format })"
            "What is inside has to be unpacked before it can be read."
            "Unpack it, then open the file that holds the SAML response."
        }
        /// A file of a known format.
        Format "problem-format" {
            "This is a file of the format { $format }"
            "Text in such a file is stored in a way that is not read here."
            "Open it with its own program, copy the SAML response or the error text, and paste it here."
        }
        /// No text, and no known format.
        Binary "problem-binary" {
            "This file is not text"
            "A SAML response is text, also where it is encoded. These bytes are neither text nor compressed text."
            "Open the file that was saved when the sign-in was captured, or paste the value of `SAMLResponse`."
        }
        /// X.509 or PKCS#12.
        Certificate "problem-certificate" {
            "This is a certificate or a public key"
            "It checks the signature of a message, but carries nothing of a sign-in."
            "Paste the SAML response that the identity provider signed. The certificate it was signed with is usually inside."
        }
        /// A key that should stay where it is.
        PrivateKey "problem-private-key" {
            "This is a private key, or a file that holds one"
            "Nothing of it has left this page, and it is not needed here. Anyone who has it can sign messages as its owner; if it has been in a ticket or a chat, replace it."
            "Clear it from the box and keep it where it was. Then paste the SAML response."
        }
        /// A page without a message.
        Html "problem-html" {
            "This is an HTML page without a SAML message in it"
            "By the time a page is shown, the browser has already sent the message. The page itself no longer holds it."
            "1. Open the developer tools of the browser with F12 and choose **Network**.\n1. Tick **Preserve log** (in Firefox **Persist Logs**), and sign in again.\n1. Choose the POST request to Webex and copy the value of `SAMLResponse` from its form data.\n1. Paste that value here. If the page shows an error, its text helps as well."
        }
        /// A page with a form for a message.
        HtmlForm "problem-html-form" {
            "This is an HTML page with a SAML form in it"
            "The message is the value of one field of that form. It could not be read from the page."
            "Search the page for `SAMLResponse`, copy what is in `value` right next to it, from quotation mark to quotation mark, and paste only that."
        }
        /// A token of OpenID Connect.
        Jwt "problem-jwt" {
            "This is a JSON Web Token"
            "Such tokens belong to OpenID Connect and OAuth. Error 31 comes from a sign-in with SAML, which sends XML."
            "Look for the POST request to Webex in the same capture, and paste the value of `SAMLResponse`."
        }
        /// A capture in which no message was found.
        Har "problem-har" {
            "This is a capture of network traffic (HAR), and no SAML message was found in its text"
            "Captures are often saved without what was posted, and then the message is missing from them."
            "1. Open the developer tools of the browser with F12, choose **Network** and tick **Preserve log** (in Firefox **Persist Logs**).\n1. Sign in again from the beginning, and wait for the error.\n1. Export the capture as HAR, and open the new file here. In Chrome choose **Export HAR (sanitized)**: it keeps the posted message and leaves out cookies."
        }
        /// A capture whose request to Webex has no body.
        HarWithoutBodies "problem-har-without-bodies" {
            "Request { $request } sent the message to Webex, but the capture doesn’t contain it"
            "The request to `{ $url }` was saved without what was posted. That happens where the log was not preserved, where the tools were opened after the sign-in, or where a program cleaned the file."
            "1. Open the developer tools of the browser with F12 and choose **Network**.\n1. Tick **Preserve log** (in Firefox **Persist Logs**), and sign in again from the beginning.\n1. Export the capture as HAR. In Chrome choose **Export HAR (sanitized)**: it keeps the posted message and leaves out cookies.\n1. Open the new file here."
        }
        /// A capture that ends inside of a request.
        CaptureCut "problem-capture-cut" {
            "The file ends in the middle of request { $request }"
            "Everything before was read; everything after is missing, and with it perhaps the message."
            "Save or copy the capture once more, and wait until the browser has finished."
        }
        /// A capture that ends between two requests.
        CaptureCutBetween "problem-capture-cut-between" {
            "The file ends between two requests"
            "Everything before was read; everything after is missing, and with it perhaps the message."
            "Save or copy the capture once more, and wait until the browser has finished."
        }
        /// A request of a capture that is no JSON.
        CaptureBroken "problem-capture-broken" {
            "Request { $request } of this capture can’t be read"
            "The file is damaged at that place, or was changed by hand. Reading went on at the next request."
            "If the message you look for isn’t among those found, save the capture once more and leave it unchanged."
        }
        /// An archive that is damaged or cut.
        ArchiveBroken "problem-archive-broken" {
            "This packed file ({ $format }) is damaged or incomplete"
            "What could be unpacked before that place was read. The rest can’t be unpacked."
            "Download or copy the file once more. If it is the same again, unpack it with another program and open the file inside."
        }
        /// An archive that grows beyond measure.
        ArchiveBomb "problem-archive-bomb" {
            "This packed file ({ $format }) unpacks to many times its size"
            "After { $limit } MiB it was still growing, far out of proportion to what was packed. Files made to overwhelm a program look like this, so unpacking was stopped."
            "If you trust the file, unpack it with another program and open the capture inside."
        }
        /// An archive in an archive in an archive.
        ArchiveNested "problem-archive-nested" {
            "This file ({ $format }) has archives nested three deep"
            "Two levels are opened, not more."
            "Unpack the outer file, then open the one inside."
        }
        /// A file of an archive with a password.
        ArchiveLocked "problem-archive-locked" {
            "A file in this archive ({ $format }) has a password, or is packed in a way that is not read here"
            "Files that are stored or packed with DEFLATE, without a password, can be read here."
            "Unpack it with the program that made it, then open the file inside."
        }
        /// A file that vanished or changed while it was read.
        FileLost "problem-file-lost" {
            "The file vanished or changed while it was read"
            "The browser refused to read on. Everything before was read."
            "Wait until the program that writes the file has finished, then open the file again. From a network drive or a USB stick, copy it to this computer first."
        }
        /// Other JSON.
        Json "problem-json" {
            "This is JSON without a SAML message in it"
            "A SAML response is XML, mostly in base64. None of the values here was recognised as one."
            "Search it for `SAMLResponse`, copy the value, and paste only that."
        }
        /// A mail as Outlook saves it.
        OutlookMail "problem-outlook-mail" {
            "This is a mail saved by Outlook (`.msg`)"
            "Text in such a file is in pieces. It was searched, and no SAML message was found in it."
            "In Outlook on the web, or in another mail program, save the mail as `.eml` and open that file here. Or open the mail and copy the SAML response, or the error text, from it."
        }
        /// A value that a log left out.
        Masked "problem-masked" {
            "The value of `SAMLResponse` was left out of this log"
            "The message was here, and whatever wrote or shared the log put something else in its place, so that nobody can read it. It doesn’t show what was sent."
            "1. Sign in again with the developer tools of the browser open (**F12**, **Network**), choose the POST request to Webex and copy the value of `SAMLResponse` from **Payload**.\n1. Or set the log to keep the value for one sign-in, if its owner agrees."
        }
        /// A table of users.
        Csv "problem-csv" {
            "This is a list, probably of users"
            "A list shows which accounts exist, but not what the identity provider sent for one of them."
            "Paste the SAML response of the user whose sign-in failed. The list helps afterwards, to look up that account."
        }
        /// Base64 without its end.
        Base64Truncated "problem-base64-truncated" {
            "This base64 is incomplete"
            "The number of characters is wrong, and no XML came out of what is there. Part of the value is missing."
            "Copy the whole value of `SAMLResponse` once more. Some viewers show only its beginning; **Copy value** takes all of it."
        }
        /// Base64 of something else.
        Base64Other "problem-base64-other" {
            "This is base64, but there is no XML in it"
            "It was decoded, and inflated where that was possible. What came out is not a SAML message."
            "Check that it is the value of `SAMLResponse`, from its first to its last character, and not that of a cookie or of `RelayState`."
        }
        /// More than a message can be.
        InflateBomb "problem-inflate-bomb" {
            "This unpacks to more than { $limit } MiB"
            "A SAML message is a few kilobytes long. Unpacking was stopped at the limit."
            "Copy the value of `SAMLResponse` or `SAMLRequest` once more, straight from the browser."
        }
        /// A reference to a message.
        SamlArtifact "problem-saml-artifact" {
            "This is a SAML artifact, not the message itself"
            "An artifact is a short reference. The receiver fetches the message with it, and the browser never sees that message."
            "Set the identity provider to the POST binding for one sign-in, then paste the value of `SAMLResponse`. Its own log may hold the message as well."
        }
        /// A form with RelayState only.
        RelayStateOnly "problem-relay-state-only" {
            "This holds `RelayState`, but no SAML message"
            "`RelayState` says where to go after the sign-in. The message is sent next to it, as `SAMLResponse`."
            "Copy the value of `SAMLResponse` from the same request and paste it here."
        }
        /// A form without a message.
        FormOther "problem-form-other" {
            "These are form values without `SAMLResponse`"
            "The message is posted under that name. These values belong to another request, or only a part was copied."
            "Choose the POST request to Webex, which comes right after the page of the identity provider, and copy the value of `SAMLResponse`."
        }
        /// An address without a message.
        Address "problem-address" {
            "This is an address without a SAML message in it"
            "The SAML response is posted in the body of a request, so the address bar doesn’t show it."
            "1. Open the developer tools of the browser with F12 and choose **Network**.\n1. Tick **Preserve log**, and sign in again.\n1. Choose the POST request to Webex, copy the value of `SAMLResponse`, and paste it here."
        }
        /// A user who comes with one class of authentication and then with another.
        TwoClasses "problem-two-classes" {
            "The same user comes with two classes of authentication"
            "Message { $first } says `{ $one }`, message { $second } of the same user `{ $other }`. Users to whom this happens in this input: { $users }. Identity providers name another class where people sign in in another way, for instance inside of the company network and outside of it. A site compares the class with its list and answers code 13 where it isn’t in it."
            "In **Configuration › Common Site Settings › SSO Configuration** make sure that **AuthnContextClassRef** holds both, joined by `;`, or have the identity provider send one class for both ways."
        }
        /// A number in the place of a code that is none.
        UnknownCode "problem-unknown-code" {
            "Webex has no code { $code }"
            "Webex’s list, as far as it is known, has the codes 1 to 32. No source says what else this number may mean."
            "Compare the number with the error page, and give the whole sentence as Webex shows it, such as `Auto account creation failed (31)`."
        }
        /// Anything else.
        Text "problem-text" {
            "This is ordinary text"
            "It holds neither a SAML message nor an error text of Webex that is known here."
            "Paste the SAML response, as XML or in base64, or the error text exactly as Webex shows it, such as `Auto account creation failed (31)`."
        }
        /// A program gave something else than bytes or text.
        NotAnInput "problem-not-an-input" {
            "This is neither bytes nor text"
            "What the program gave to be checked has another type, so there is nothing to read."
            "Give the content of the file as a `Uint8Array`, or a text."
        }
        /// A program gave something else than a report.
        NotAReport "problem-not-a-report" {
            "This is no report of this program"
            "Only a report of the same version can be read again. Nothing was taken out of what was given, and nothing of it is here."
            "Give the report as the check gave it."
        }
        /// An option that is misspelt, or whose value it doesn't take.
        OptionIgnored "problem-option-ignored" {
            "The option `{ $name }` was ignored"
            "{ $reason } The check was made without it."
            "Correct it, then check again."
        }
        /// The engine met something it can't handle.
        EngineStopped "problem-engine-stopped" {
            "The check stopped before it came to a result"
            "This is a fault of error31, not of the message: `{ $place }`."
            "Report the place named here; the message itself is not needed for that."
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop")]
mod tests {
    use super::*;

    #[test]
    fn complete() {
        for kind in ProblemKind::ALL {
            let words = kind.words();
            let id = serde_json::to_value(kind).unwrap();
            assert_eq!(words.id().strip_prefix("problem-"), id.as_str());
            assert!(!words.title().ends_with('.'), "{}", words.id());
            let sentences = [words.why(), words.fix()];
            assert!(
                sentences.iter().all(|text| text.ends_with('.')),
                "{}",
                words.id()
            );
        }
    }
}
