"""Writes into the made-up messages of the fixtures the digests that they would have.

digests.py FOLDER    changes the files below it: messages as text, in base64 and percent-coded, in JSON, ZIP and gzip

Only the letters of digests change, and only SHA-256 of an enveloped signature in exclusive canonical form is written.
Messages with a certificate are left alone: they are signed.
"""

import base64
import gzip
import hashlib
import html
import io
import pathlib
import re
import sys
import urllib.parse
import zipfile

from lxml import etree

DS = "{http://www.w3.org/2000/09/xmldsig#}"
DIGEST = re.compile(r"DigestValue>([A-Za-z0-9+/]{43}=)<")
ROOT = re.compile(r"<((?:[\w.-]+:)?(?:Response|Assertion))[\s>]")
# One letter of base64, however it is escaped, or what may stand between two of them.
UNIT = re.compile(
    r"\^?%(?:25)*\^?[0-9A-Fa-f]{2}|\\u00(?:25)*[0-9A-Fa-f]{2}|\\/|&#x?[0-9A-Fa-f]+;|\\[rn]"
    r"|=\r?\n|\^?\r?\n[ \t>]*|[A-Za-z0-9+/=_-]"
)
# A run of them that begins as a message does in base64.
TOKEN = re.compile(rf"(?:P[A-H]|77u/P|//48|/v8A)(?:{UNIT.pattern}){{300,}}")


def digests(text):
    """The digests of the message in this text as they stand there, and as they should be."""
    root = etree.fromstring(re.sub(r"^\s*<\?xml.*?\?>", "", text.lstrip("\ufeff")).encode())
    if root.find(f".//{DS}X509Certificate") is not None:
        return []
    # What is inside comes first: what is around it covers its signature.
    for signature in reversed(list(root.iter(f"{DS}Signature"))):
        reference = signature.find(f"{DS}SignedInfo/{DS}Reference")
        value = reference.find(f"{DS}DigestValue")
        covered = signature.getparent()
        if reference.get("URI") != f"#{covered.get('ID')}" or not re.fullmatch("[A-Za-z0-9+/]{43}=", value.text):
            continue
        copy = etree.fromstring(etree.tostring(root))
        target = copy.xpath("//*[@ID=$id]", id=covered.get("ID"))[0]
        inside = target.find(f"{DS}Signature")
        before = inside.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + (inside.tail or "")
        else:
            target.text = (target.text or "") + (inside.tail or "")
        target.remove(inside)
        named = reference.find(f".//{{http://www.w3.org/2001/10/xml-exc-c14n#}}InclusiveNamespaces")
        prefixes = named.get("PrefixList", "").split() if named is not None else None
        form = etree.tostring(target, method="c14n", exclusive=True, with_comments=False, inclusive_ns_prefixes=prefixes)
        value.text = base64.b64encode(hashlib.sha256(form).digest()).decode()
    new = (value.text for value in root.iter(f"{DS}DigestValue"))
    return [(old, new) for old, new in zip(re.findall(r"<(?:[\w.-]+:)?DigestValue[^<>]*>([^<]*)<", text), new)]


def with_digests(text):
    """A text with right digests in the messages that stand in it as they are."""
    for root in ROOT.finditer(text):
        end = text.find(f"</{root[1]}>", root.start())
        if end < 0:
            continue
        message = text[root.start() : end + len(root[1]) + 3]
        try:
            pairs = digests(message)
        except (etree.XMLSyntaxError, AttributeError, ValueError):
            continue
        fixed, at = message, 0
        for old, new in pairs:
            at = fixed.index(f">{old}<", at) + 1
            fixed = fixed[:at] + new + fixed[at + len(old) :]
        if fixed != message:
            return with_digests(text.replace(message, fixed))
    return text


def escaped(text, escape, unescape):
    """The same for a text in which messages are escaped."""
    plain = unescape(text)
    fixed = with_digests(plain)
    for old, new in zip(DIGEST.findall(plain), DIGEST.findall(fixed)):
        if old != new:
            text = text.replace(escape(old), escape(new), 1)
    return text


def letter(unit):
    """What a unit stands for."""
    if len(unit) == 1:
        return unit.strip()
    if unit.startswith(("%", "^%", "\\u")):
        return chr(int(unit[-2:], 16))
    if unit == "\\/":
        return "/"
    return html.unescape(unit) if unit.startswith("&#") else ""


def token(found):
    """A run of base64 with right digests in what it stands for."""
    units = UNIT.findall(found[0])
    letters = [letter(unit) for unit in units]
    line = "".join(letters)
    body = re.match("[A-Za-z0-9+/]*|[A-Za-z0-9_-]*", line)[0]
    url = re.match("[A-Za-z0-9_-]*", line)[0]
    body, there, back = (url, "-_", "+/") if len(url) > len(body) else (body, "+/", "+/")
    body = body[: len(body) - (len(body) % 4 == 1)]
    data = base64.b64decode(body.translate(str.maketrans(there, back)) + "=" * (-len(body) % 4))
    fixed = data_with_digests(data)
    new = base64.b64encode(fixed).decode().rstrip("=").translate(str.maketrans(back, there))
    if fixed == data or len(new) != len(body):
        return found[0]
    new = iter(new + line[len(body) :])
    special = next((unit for unit, old in zip(units, letters) if old in set("+/=") and len(unit) > 1), None)
    out = []
    for unit, old in zip(units, letters):
        wanted = next(new) if old else old
        if wanted == old:
            out.append(unit)
        elif wanted in "+/" and special == "\\/":
            out.append(wanted.replace("/", "\\/"))
        elif wanted in "+/" and special:
            out.append(re.sub("[0-9A-Fa-f]{2}(;?)$", lambda end: f"{ord(wanted):02X}{end[1]}", special))
        else:
            out.append(wanted)
    return "".join(out)


def data_with_digests(data):
    """The same for bytes."""
    declared = re.search(rb"^[^<]{0,3}<\?xml[^>]*encoding=[\"']([\w-]+)", data)
    names = ["utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", declared and declared[1].decode(), "cp1252", "latin-1"]
    if data[1:2] == b"\0" or data[:1] == b"\0":
        names.insert(0, "utf-16-le" if data[1:2] == b"\0" else "utf-16-be")
    for name in filter(None, names):
        try:
            text = data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
        fixed = with_digests(text)
        if name == "utf-16" and fixed != text:
            return data[:2] + fixed.encode("utf-16-le" if data[:2] == b"\xff\xfe" else "utf-16-be")
        return fixed.encode(name) if fixed != text else data
    return data


def from_json(text):
    names = {"n": "\n", "r": "\r", "t": "\t"}
    letter = lambda found: chr(int(found[1], 16)) if found[1] else names.get(found[2], found[2])
    return re.sub(r"\\(?:u([0-9a-fA-F]{4})|(.))", letter, text)


def from_printable(text):
    run = lambda found: bytes.fromhex(found[0].replace("=", "")).decode("utf-8", "replace")
    return re.sub("(?:=[0-9A-F]{2})+", run, re.sub("=\r?\n", "", text))


# How messages are escaped: their digests, and the whole text back.
ESCAPES = (
    (str, from_json),
    (str, lambda text: from_json(from_json(text))),
    (lambda digest: digest.replace("/", "\\/"), from_json),
    (str, html.unescape),
    (lambda digest: urllib.parse.quote(digest, safe=""), urllib.parse.unquote),
    (lambda digest: digest.replace("=", "=3D"), from_printable),
    (str, lambda text: re.sub(r"(?m)^(> ?)+", "", text)),
)


def text_file(data):
    fixed = data_with_digests(data)
    wide = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(fixed[:2])
    text = TOKEN.sub(token, fixed.decode(wide or "latin-1"))
    if wide is None:
        text = text.encode("latin-1").decode("utf-8", "surrogateescape")
    for escape, unescape in ESCAPES:
        text = escaped(text, escape, unescape)
    return text.encode(wide or "utf-8", "surrogateescape")


def zip_file(data):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        same = True
        for info in old.infolist():
            member = old.read(info)
            fixed = any_file(member)
            same = same and fixed == member
            new.writestr(info, fixed, info.compress_type)
    return data if same else out.getvalue()


def any_file(data):
    if data[:4] == b"PK\3\4":
        try:
            return zip_file(data)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError):
            return data
    if data[:2] == b"\x1f\x8b":
        plain = gzip.decompress(data)
        fixed = any_file(plain)
        return data if fixed == plain else gzip.compress(fixed, mtime=0)
    return text_file(data)


if __name__ == "__main__":
    for path in sorted(pathlib.Path(sys.argv[1]).rglob("*")):
        beside = (".report.txt", ".ticket.md", ".options.json", ".metadata")
        if path.is_file() and not path.name.endswith(beside) and path.stat().st_size < 5_000_000:
            data = path.read_bytes()
            fixed = any_file(data)
            if fixed != data:
                path.write_bytes(fixed)
                print(path)
