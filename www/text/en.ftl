# Every word of the page in English. Marks are those of the engine’s texts.

## Frame

skip = Skip to the verdict
on-this-page = On this page
jump-causes = Causes
jump-fields = Fields
jump-messages = Messages
jump-against = Comparison
jump-how = How to get it
jump-observed = Webex’s answer
top = , start page
new-check = New check
language = Language
keys = Keyboard shortcuts
dropping = Drop the file here. It doesn’t leave this page.
undo = Undo
dismiss = Dismiss
cleared = Cleared.
undone = Brought back. There is more to undo.
replaced = The input was replaced.
compare = Compare
compare-open = Compare with the open one
compare-before = Compare with the one before
earlier = Checked in this tab
earlier-forget = Forget
earlier-forgotten = The other checks are forgotten.
earlier-same = The same user at the same identity provider as in the check before.
compared-these = Before: { $before }. After: { $after }.
compared-alone = Compares the two messages only, without the user list and your answers.
pasted = Pasted text
press-paste = The browser blocks access to the clipboard. Press { $keys } to paste here.
hold-paste = The browser blocks access to the clipboard. Tap and hold in the box, then choose Paste.
unreadable-file = { $name } could not be read. Folders, and files that another program has open, can’t be.
empty-folder = There is no file in this folder.
files = Files: { $n }

## Title of the tab

title-empty = error31 · Auto account creation failed (31)
title-message = { $short } · error31
title-nothing = Nothing found · error31
title-observed = Webex’s answer · error31
title-failure = Stopped · error31
title-reading = { $percent } % · Reading · error31

## Empty

empty-heading = Why does Webex answer “Auto account creation failed (31)”?
empty-lead = Give this page the SAML response of a failed sign-in. It compares it with what Cisco has published and says, cause by cause, what the message shows and what it rules out.
open-file = Open a file…
open-folder = Open a folder…
open-files = Open several files…
open-another = Open another file…
paste = Paste
or-drop = or drop it anywhere on the page
samples = Samples:
sample-complete = complete
sample-missing = two attributes missing
sample-member-status = Member Status
sample-claims = Entra’s default claims
sample-encrypted = encrypted
sample-name = Sample: { $name }

## The five causes

causes = The five causes of error 31
causes-lead = In the order to check them, and where each one shows.
proof-of = What this rests on: { $about }
proof-cisco = What Cisco says
proof-rules = Rules
proof-place = Shows
proof-because = Recognised by
proof-instead = speaks for { $name }
proof-overturn = What would change it
spellings = How Webex words it
verdict-confirmed = Confirmed
verdict-ruled-out = Ruled out
verdict-cannot-tell = Cannot tell
provenance-message = from the message
provenance-user-list = from the user list
provenance-answer = your answer
finding-link = Finding { $n }

## How to get the message

how = How to get the message
how-lead = Open the tools before you sign in: what was sent earlier is not kept. A private window makes sure that you are really asked to sign in.
how-with = With
how-chrome = Chrome or Edge
how-firefox = Firefox
how-safari = Safari
how-tracer = SAML-tracer
how-shorter = Shorter:
how-chrome-steps =
    1. In a private window press **F12** (on a Mac **⌥⌘I**), open **Network** and tick **Preserve log**.
    2. Sign in to Webex and wait for the error.
    3. Choose the POST request to `…/dispatcher/SAML2AuthService`, or to another address at `webex.com` whose form carries `SAMLResponse`.
    4. Open **Payload**, copy the whole value of `SAMLResponse` under **Form Data**, and paste it here. It doesn’t matter whether it is decoded.
how-chrome-file = after step 2 choose **Export HAR (sanitized)** above the list and drop the file here. It keeps what was posted and leaves cookies out.
how-firefox-steps =
    1. In a private window press **F12** (on a Mac **⌥⌘I**), open **Network** and choose **Persist Logs** under the gear.
    2. Sign in to Webex and wait for the error.
    3. Choose the POST request to `…/dispatcher/SAML2AuthService`, or to another address at `webex.com` whose form carries `SAMLResponse`.
    4. Open **Request**, copy the whole value of `SAMLResponse` under **Form data**, and paste it here. It doesn’t matter whether it is decoded.
how-firefox-file = after step 2 choose **Save All As HAR** in the menu under the gear and drop the file here. It holds cookies too, so do not pass it on as it is.
how-safari-steps =
    1. Once: tick **Safari › Settings › Advanced › Show features for web developers**.
    2. In a private window press **⌥⌘I**, open **Network** and tick **Preserve Log**.
    3. Sign in to Webex and wait for the error.
    4. Choose the POST request to `…/dispatcher/SAML2AuthService`, or to another address at `webex.com` whose form carries `SAMLResponse`.
    5. Open **Headers**, go to **Request Data** at its end, copy the whole value of `SAMLResponse`, and paste it here. It doesn’t matter whether it is decoded.
how-safari-file = after step 3 choose **Export** above the list and drop the file here. It holds cookies too, so do not pass it on as it is.
how-tracer-steps =
    1. Allow the extension in private windows, open a private window, and start SAML-tracer there.
    2. Sign in to Webex and wait for the error.
    3. Choose the POST row marked **SAML** to `…/dispatcher/SAML2AuthService`, or to another address at `webex.com`.
    4. Open **Parameters**, copy the whole value of `SAMLResponse`, and paste it here. The XML under **SAML** is read as well.
how-tracer-file = after step 2 choose **Export** and drop the file here.

## Verdict

chip-explained = Error { $code } explained
chip-not-explained = Error 31 not explained
chip-cannot-tell = Cannot tell
chip-nothing = Nothing found
chip-observed = Webex’s answer
chip-failure = Stopped
chip-reading = Reading
do-first = Do first
check-next = Check next
show-steps = Show steps
from = From
for = For
user = User
issued = Issued
valid-for = Valid for
seen = In this input
seen-times = { $n }×
unknown-receiver = not known
read-as = Receiver
read-as-change = change
receiver-auto = as addressed
receiver-meetings-site = Meetings site
receiver-messenger = Messenger
receiver-control-hub = Control Hub
receiver-meetings-server = Meetings Server
class = Class of authentication
class-listed = in the site’s list
class-unlisted = not in the site’s list
contexts = Compare with the site’s list
contexts-label = What the site has in **AuthnContextClassRef**
contexts-hint = Copy it from **Configuration › Common Site Settings › SSO Configuration** as the site has it: joined by `;` or one a line. It stays in this page.
treat-as-site = Treat as a Meetings site
treat-back = Back to what the message says
date = { $day } { $month } { $year }
moment = { $day } { $month } { $year }, { $hour }:{ $minute } UTC
moment-here = { $day } { $month }, { $hour }:{ $minute } by this computer
clock = { $hour }:{ $minute }:{ $second }
days = { $n } d
hours = { $n } h
minutes = { $n } min
seconds = { $n } s
bytes = { $n } bytes
kilobytes = { $n } KB
megabytes = { $n } MB
gigabytes = { $n } GB

## For somebody else

copy-ticket = Copy for the ticket
export = Export
export-lead = A text for whoever helps you. Names, values, hosts and numbers are left out; of a value only what is wrong with it stays, so another user with the same fault gives the same text. Where that needs a length or characters, only this is kept.
ticket-language = Language of the ticket
ticket-format = Format
share = Share after all, still without the user
share-site = The Webex site
share-site-tells = Shows which company it is.
share-tenant = Hosts and the identity provider’s address
share-tenant-tells = Show which company it is, and where it signs in.
share-times = Times as they are
share-times-tells = Anyone who has the logs can find this sign-in, and so the user.
share-names = Attribute names that are in no table
share-names-tells = Can show the company and how it works.
ticket-text = Text for the ticket
copy = Copy
save-file = Save as a file
print-redacted = Print without personal data
print-as-is = Print unchanged
copied = Copied without personal data. Removed: { $n }.
copied-shared = Copied without the user; what you ticked is in it. Removed: { $n }.
copied-admin = Copied, with the user’s own name.
copied-letter = Copied.
removed = Removed: { $n }
receipt-same = Removing it changed no finding.
receipt-differs = Removing data changed these findings: { $list }.
press-copy = The browser blocks access to the clipboard. The text is selected: press { $keys }.
not-made = The text could not be made. The report on this page stays as it is.
for-admin = For the Webex administrator
for-admin-lead-nobody = What to look up at Webex, and where. The message names no user, so neither does this text.
for-admin-lead = What to look up at Webex, and where. This text includes the user name; nothing can be looked up without it.
letter-language = Language, { $name }
copy-finding = Copy without personal data
message-alone = The message alone
message-text = Text of the message
message-lead = Without personal data: names, values, hosts and numbers are replaced, and there is no signature.
message-as-is = As it came, with everything in it
message-as-is-lead = As it came: it holds the user’s name and e‑mail address and whatever else was sent to Webex about them. Hand it on only to somebody who may see that.
message-unreadable = This message can’t be read, so it can’t be made free of personal data either.
save-capture = Save the sign-in as a HAR
printed = Printed on { $time }. Made in the browser; nothing was sent.

## Fields

fields = The assertion, by Cisco’s attribute table
field = Field
read-from = Read from
value = Value
state = State
state-ok = Read
state-missing = Missing
state-empty = Empty
state-misnamed = Under another name
state-duplicate = More than once
state-invalid = Doubtful value
state-unseen = Can’t be seen
not-in-message = not in the message
no-value = nothing visible
unseen-value = can’t be read here
webex-reads = in Cisco’s table: `{ $name }`
required-by-site = required by this site
page-of = { $from }–{ $until } of { $n }
page-earlier = Show those before
page-later = Show the next ones
unlisted = Not in Cisco’s table: { $n }

## Recipe

recipe = What to change at the identity provider
recipe-for = Product
recipe-auto = not recognised
recipe-recognised = as recognised: { $name }
recipe-other = another product
recipe-copy = Copy: { $name }
preview = The message afterwards
preview-remains = What remains:
preview-changes = The change in the source: what goes, then what comes

## Signatures

signature = Signature
signatures = Signatures
signature-of = Covers
signature-state = State
signature-by = Certificate
signature-time = Validity
signature-note = “Intact” says that nothing was changed since the owner of the key signed it. Which certificate Webex holds can’t be seen here: compare it where single sign-on is set up.

## Findings

findings = Findings
findings-omitted = Findings of `{ $rule }` that are not listed: { $n }
no-findings = No findings in this message.
unfold-all = Unfold all
fold-all = Fold all
severity-error = Error
severity-warning = Warning
severity-info = Note
place = Ln { $line }, { $column }
webex-code = Webex code { $n }
why = Why
fix = Fix
source = Source
own-line = Line { $line }

## Source

source-region = Source
your-message = Your message
view-received = As received
view-pretty = Pretty-printed
view-input = Input
search = Search the source
search-previous = Previous match
search-next = Next match
search-found = Found: { $n }
search-at = { $at } of { $n }
search-none = Not found
fold = Fold
unfold = Unfold
not-in-statement = `{ $name }` is not in this `AttributeStatement`
not-in-assertion = `{ $name }` is not in this assertion
view-switch = What to show
nothing-leaves = Nothing leaves this page
editor = SAML message, as XML, base64 or a form body
paste-here = Paste or drop here
shapes = <samlp:Response … · PHNhbWxwOlJlc3Bv… · SAMLResponse=PHNh…
reads-message = SAML response
reads-message-as = XML, base64, or the form body as copied
reads-capture = Captures
reads-capture-as = HAR, SAML-tracer and other JSON, also several at once, a folder, gzip or ZIP
reads-list = User list
reads-list-as = the CSV export of Control Hub or Site Administration, with the message or before it
reads-address = Address
reads-address-as = a URL that carries the message
reads-answer = Webex’s answer
reads-answer-as = the error sentence itself
kept = { $name }, { $size }, is read unchanged. It is too long, or not plain text, so it can’t be edited here.
replace-kept = Type or paste instead
show-all = Show all
combining-marks = combining marks: { $n }
caret = Ln { $line }, Col { $column }
characters = Characters: { $n }
as-it-came = As it came: not edited
edited = Changed by you: re-checked.
edited-same = The causes are as before.
edited-signature = The signature of an edited message can’t be checked.
forgiven = Read despite: { $list }
forgiven-white-space = white space in the base64
forgiven-url-alphabet = URL variant of base64
forgiven-space-for-plus = spaces in place of +
forgiven-padding = missing or wrong padding
forgiven-stray-bits = extra bits at the end
forgiven-cut-short = an end that is cut off
forgiven-wrapper = a wrapper around the base64
forgiven-no-break-spaces = no-break spaces in place of spaces
forgiven-broken-bytes = bytes that fit no charset

## Layers that were peeled off

layer-gzip = gzip
layer-zip = ZIP
layer-tar = tar
layer-har = HAR
layer-tracer = SAML-tracer
layer-json = JSON
layer-charset = charset
layer-mail = e‑mail
layer-quoted-printable = quoted-printable
layer-line-prefix = marked lines
layer-wrapped = wrapped lines
layer-rtf = RTF
layer-numbers = bytes as numbers
layer-curl = cURL
layer-powershell = PowerShell
layer-fetch = fetch
layer-string-literal = string literal
layer-html = HTML
layer-soap = SOAP
layer-foreign-xml = other XML
layer-list = list of attributes
layer-utf-16le = UTF-16
layer-utf-16be = UTF-16
layer-iso-8859-1 = ISO-8859-1
layer-bom = byte order mark
layer-trim = trimmed
layer-cut = cut from text
layer-url = URL
layer-form = form body
layer-jwt = JSON Web Token
layer-percent = percent
layer-escape = entities
layer-base64 = base64
layer-inflate = deflate
layer-xml = XML

## Check at Webex

checks = Check at Webex
checks-next = Check next, at Webex
checks-lead-explained = If 31 stays after these fixes. No message can show this.
checks-lead-due = First what is confirmed; the others if 31 stays. No message can show this.
checks-lead = In this order. No message can show this.
this-account = This account
managed-in = Managed in
history-never-worked = never worked
history-worked-before = worked before
console-site-administration = Site Administration
console-control-hub = Control Hub
who = Who

## User statuses

statuses = User statuses
statuses-list-of = List of
statuses-as-list = As a list
statuses-title = User statuses of Webex ({ $list }) and the ways between them.
statuses-fits = This list fits the account at hand.
statuses-clocks = Time limits
statuses-glossary = Terms
status-meaning = Meaning
status-ways-in = Ways in
status-ways-out = Ways out
status-error31 = For error 31
status-todo = To do
status-clock = Clock
status-reading = What a status means for error 31 is our reading.
status-here = { $who } is here
status-here-someone = The account is here
bearing-confirms = Confirms the cause “deactivated or awaiting approval”
bearing-possible = May be the cause
bearing-rules-out = Not the cause
beside-status = Status
beside-message = Message

## User list

user-list = User list
open-list = Open the user list…
list-other = Open another list…
list-remove = Remove
list-file = File
list-format = Export
list-rows = Rows
list-rows-so-far = rows: { $n }
list-keys = User in column
list-status = Status in column
list-statuses = Statuses
list-empty = empty
list-unknown = not known
list-more = more: { $n }
list-seats = Host licences
list-line = Line { $n }
list-columns = Which column is which
list-columns-lead = Only if the headers aren’t recognised.
list-column-auto = as recognised
list-column = Column { $n }
list-column-username = User name
list-column-email = E‑mail
list-column-status = Status
list-column-hosts = Host privilege
list-read = User list read: { $name }
list-replaced = The user list was replaced.
list-removed = The user list was removed.
list-stopped = Stopped. This list was not read.

## Answers

answer-question = What did you find?
answer-others = Another status
required-names = Attributes of the fields with an asterisk
required-hint = All of them, by the names under which they are sent, such as `TC1`, divided by commas.
answer-clear = Take the answer back
answer-change = change
seats-in-list = In use by the user list: { $n }
seats-need-list = Used only with a user list that shows host licences.

## After the fix

after = After the fix
after-steps =
    1. Open a private window, so that no earlier sign-in counts.
    2. Start the capture first, then sign in as the same user.
    3. Paste the new message here. The one before stays where it is.
after-open = Open the message after the fix…
after-paste = or drop or paste it here
after-nothing = There is no SAML message in this.
after-alone = Compares the two messages only. The user list and your answers are from before the fix.
after-stopped = Stopped. This message was not read.
after-name = After: { $name }
after-short = After
before = Before
compared = What differs
compared-values = Values: { $n }
compared-none = not there
error-31 = Error 31

## Metadata

metadata = Metadata
metadata-lead = Drop the metadata of the Webex site or of the identity provider here, or open it: entity ID, reply address, NameID format and issuer of the message are compared with it.
metadata-open = Open metadata…
metadata-remove-of = Remove { $name }
metadata-read = { $name }: the message is compared with it.
metadata-removed = Metadata removed
metadata-none = { $name } isn’t SAML metadata, or is longer than 32 MB.

## Several users

users = Users
users-lead = One row for each user, with the message that says most. Choose one to open it.
users-csv = Save as CSV
users-csv-note = The CSV has no names: the number of the row is there instead of user and file.
users-missing = Missing
users-code = Code
users-sign-ins = sign-ins: { $n }

## Several messages

messages = Messages in this input
messages-lead = The one that shows most is open. Times are UTC.
messages-choose = Choose another to read it.
messages-more = Search limit reached; there may be more messages.
found-so-far = Found so far
when = Time
to = to { $name }
to-unknown = receiver not known
request = request { $n }
request-of = request { $n } of { $total }
seen-count = seen: { $n }
webex-answered = Webex answered
kind-assertion = assertion alone
kind-authn-request = request to the identity provider
kind-logout = logout
kind-metadata = metadata
kind-ws-federation = WS-Federation
kind-saml1 = SAML 1
kind-attribute-list = list of attributes
kind-unknown = unknown kind
message-verdict = Verdict
strip = Causes 1–5
short-explained = Explained
short-not-explained = Not explained
short-cannot-tell = Cannot tell
open-message = Message { $n }
no-user = not named

## The sign-in

sign-in = The sign-in
sign-ins = Sign-ins in this input
sign-ins-lead = Choose a sign-in to see what was sent. Times are UTC.
sign-in-lead = The browser carries every message; an arrow shows who it is from and who it is for. Press one to open the message.
sign-in-title = The sign-in as it happened, between { $parties }
sign-in-number = Sign-in { $n }
sign-in-took = Took
sign-in-answer = Answer
sign-in-error = Error { $n }
sign-in-code = What error { $n } means
sign-in-no-error = no error text
sign-in-missing = not in the capture
sign-in-gaps = notes: { $n }
sign-in-after = +{ $time }
sign-in-later = { $time } later

## About the files

about-files = About this file
stopped-at = Stopped at { $size }. What was found so far is shown.
read-on = Read it to the end
stopped-empty = Stopped at { $size }. Nothing was found up to there.
stopped-empty-why = The rest of it was not read.
stopped-empty-fix = Read it to the end, or open another file.
nothing-read-why = A file that was moved, changed or deleted after it was chosen can’t be read, and neither can one that another program has open.
nothing-read-fix = Close the other program, or copy the file, and choose it once more.
read-on-page = No worker could be started here, so this was read on the page itself, piece by piece.
files-more = Files read at once: { $n }. The rest of the folder was left out.
files-unread = Files that could not be read: { $n }
files-nothing = Files without a SAML message: { $n }
notices-more = Further notes of this kind: { $n }
ends-in-request = The file ends in the middle of request { $n }. Messages before that are here.
ends-behind = The file ends too early, after { $size }. Messages before that are here.
holds = This capture also holds: { $list }. Do not pass it on as it is.
holds-cookies = cookies { $n }
holds-authorization = sign-in headers { $n }
holds-passwords = passwords { $n }

## Reading

reading-name = Reading { $name }
reading-done = { $done } of { $total }
reading-speed = { $size }/s
reading-left = about { $time } left
reading-found = SAML messages: { $n }
reading-stays = What has been found stays. You can open a message while the rest is read.
reading-on-page = No worker could be started here, so this is read on the page itself, piece by piece. The page may answer late meanwhile.
cancel = Cancel
said-reading = Reading { $name }
said-read = Read: { $percent } %

## Webex’s answer

observed = What Webex answered
quoted = “{ $text }”
code-fact = Webex code
code-change = Another code?
code-choose = The code that Webex showed
code-unchosen = Webex’s answer, else 31
code-heading = Code { $n }: “{ $wording }”
code-causes = Likely causes
code-at-webex = What to do at Webex
code-at-identity-provider = What to do at the identity provider
observed-heading = Webex answered: “{ $spelling }”
observed-code = code { $n }
observed-next = The error text alone doesn’t show the cause
observed-next-other = The SAML message of the same sign-in may show the cause. Paste it here next; your input stays.
observed-next-why = The SAML message of the same sign-in can show two of the five causes. Paste it here next; your input stays.

## Nothing found, restarted, no engine

tried = Tried
restarted = The check stopped and was started again. Your input is still here.
restarted-why = Not your fault: the check hit something it can’t handle. The details name a place in the program and nothing of your message.
details = Details for a report
details-copy = Copy the details
details-none-of-it = Nothing of your message is in them.
report-problem = Report a problem
check-again = Check again
no-engine = This browser or page doesn’t let the check run.
no-engine-old-browser = The check is a WebAssembly program packed inside this page. This browser is too old to unpack it: it lacks DecompressionStream. Needed: Chrome or Edge 109, Firefox 115, Safari 16.4, or newer.
no-engine-wasm-refused = The check is a WebAssembly program inside this page. WebAssembly is switched off here, or a policy of the browser or of the embedding page forbids it.
no-engine-damaged = The check is a WebAssembly program inside this page. That part of the file was cut or changed on its way.
no-engine-fix = Open the page in a current Chrome, Edge, Firefox or Safari, in a tab of its own, or save it and open the saved file.

## Live region

said-confirmed = Confirmed: { $n }.
said-ruled-out = Ruled out: { $n }.
said-cannot-tell = Cannot tell: { $n }.
said-first = First: { $action }.
said-theme-dark = Theme: dark
said-theme-light = Theme: light
said-theme-auto = Theme: as the system

## Foot

leaves = Nothing leaves this page.
not-cisco = Not affiliated with Cisco. Webex is a product of Cisco.
requests = Requests made: { $made }.
requests-refused = Requests made: { $made }, refused by the policy: { $refused }.
enforced = How that is enforced
enforced-how =
    The page carries a content security policy that refuses every connection: no request, no image or font from elsewhere, no form. It holds for its own program too.
    The program, the styles and the engine are inside this one file. Save it, take the computer off the network, and it works the same.
    What you paste is kept in this tab’s memory only: not in the address, not in storage, not in the console. Closing the tab forgets it. Only your choices of light or dark, of the language and whether single keys work are stored.
    A policy can’t forbid links: the sources are ordinary links, they open in a new tab and carry nothing of your message. Nor can it forbid WebRTC: the page takes that away from itself before it reads anything.
    “Requests made” is counted by the browser while the page is open, worker included; the file itself is not among them. Check it yourself: open the developer tools, **Network**, reload, and use the page; the list keeps one row, this page, besides `data:` and `blob:` rows that never leave the browser.
tab-tells = Show the result in the title of this tab. The browser keeps titles in its history.
exposed = Scripts of the page around this one can read what you paste: it is shown without `sandbox`, from the same server. Use it in a tab of its own, and report this to whoever runs that page.
licences = Licences
licences-lead = This page: `MIT` or `Apache-2.0`, as you like. Inside it is the work of others, each under its own licence:
built = built { $date }
facts-checked = Facts about Webex checked on { $date }

new-tab = Open in a new tab
new-tab-refused = The frame that holds this page forbids new tabs. Copy the address and open it yourself:
save-page = Save this page
saved = Saved as `{ $name }`, empty as it was published.
saved-changed = Saved as `{ $name }`, but the copy differs from what was published: something in this browser, an extension most likely, has changed the page.
saved-in-frame = If no file came, the frame that holds this page forbids it: open the page in a new tab and save it there.
copies-compare = Compare copies
copies = Copies of this page
copies-lead =
    Two people can read the words to each other; the last word checks the others. Drop an `error31.html` on the page, or open it, to hold it against this page.
    What a file says of itself proves nothing; the sum does. The sums that were published are in `SHA256SUMS` of each release.
copies-same = The same as this page, byte for byte.
copies-other =
    Not the same as this page.
    Another version is another file, and so is what a browser wrote with its own “Save page as”. Compare the sum with the one published for that version.
copies-unknown = This page can’t say whether it is the same: it was changed. Its sum can be compared with the published one.
copies-changed = Something in this browser, an extension most likely, has changed this page: its sum is not the published one.
copies-this = This page
copies-says = Says of itself
copies-says-nothing = nothing
copies-words = In words
print-refused = The frame that holds this page forbids printing: open the page in a new tab and print it there.
details-copied = Copied.
clipboard-closed = The browser blocks access to the clipboard here. The text is selected; copy it with the keyboard:

## Reference

reference = Reference
reference-open = Reference: all codes, causes, rules, attributes and statuses
reference-close = Back
reference-lead = What this page knows, each with the page that says so. “…” means what the message has there.
reference-search = Search
reference-count = Entries: { $n }
reference-wrong = The address asks for an entry that does not exist. Here is everything there is.
reference-copy = Copy link
reference-copy-of = Copy link: { $name }
reference-checked = checked on { $date }
checked-long-ago = checked on { $date }, more than half a year ago: it may say something else by now

## Keys

keys-lead = Outside text fields.
keys-on = Single-key shortcuts
close = Close
key-next = next finding
key-previous = previous finding
key-place = to its place in the source
key-back = back to the finding
key-cause = a cause
key-open = open a file
key-copy = copy for the ticket
key-new = new check
key-source = the source
key-search = search the source
key-mark = in the source: next mark (with Shift, previous)
key-messages = previous, next message
key-help = this list
key-undo = undo New check

## Where no script runs

no-script = This page reads the SAML message in your browser, with JavaScript and WebAssembly, so that nothing has to be sent anywhere. JavaScript is switched off here: switch it on for this page, or save the page and open the file in another browser.
old-browser = This browser can’t run the program in this page: it is too old, or something between it and the file changed the file. Needed: Chrome or Edge 109, Firefox 115, Safari 16.4, or newer. Nothing was sent anywhere.
