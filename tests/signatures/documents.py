"""The documents that are signed and changed, and what is done to them."""

import base64
import itertools
import re

DS = "http://www.w3.org/2000/09/xmldsig#"
MORE = "http://www.w3.org/2001/04/xmldsig-more#"
PSS = "http://www.w3.org/2007/05/xmldsig-more#"
SAML = 'xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"'
SAMLP = 'xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"'
XS = 'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'

PLAIN = f"""<samlp:Response {SAMLP} {SAML} ID="_r" Version="2.0"><saml:Issuer>https://idp.example</saml:Issuer>\
<saml:Assertion {XS} ID="_a" Version="2.0"><saml:Issuer>https://idp.example</saml:Issuer>[signature]\
<saml:Subject><saml:NameID>ana@example.com</saml:NameID></saml:Subject><saml:AttributeStatement>\
<saml:Attribute Name="firstname"><saml:AttributeValue xsi:type="xs:string">Ana &amp; &lt;Mia&gt;</saml:AttributeValue>\
</saml:Attribute></saml:AttributeStatement></saml:Assertion></samlp:Response>"""

TRICKY = f"""<?xml version="1.0"?><?before  root ?><!-- before -->
<samlp:Response {SAMLP} {XS} xmlns="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:unused="urn:unused" ID="_r"
    xml:lang="en" xml:space="preserve" Version="2.0" z:b="2" z:a='1' a="&#9;&#10;&#13; &quot;'&lt;>" xmlns:z="urn:z">
  <Issuer>https://idp.example</Issuer>
  <Assertion ID="_a" xml:lang="sr" xmlns:y="urn:y"><Issuer>https://idp.example</Issuer>[signature]
    <Subject><NameID Format='urn:x'>an<!-- c -->a</NameID></Subject><?within   data ?>
    <AttributeStatement xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion">
      <saml2:Attribute Name="a" y:m="1" unused:n="2"><saml2:AttributeValue xsi:type="xs:string"
       >Љубица&#13;<![CDATA[<&>]]> š 😀</saml2:AttributeValue></saml2:Attribute>
      <Attribute Name="b"><AttributeValue><x xmlns=""><y xmlns="urn:q"/><w xmlns:y="urn:y2" y:v=""/></x></AttributeValue>
      </Attribute></AttributeStatement></Assertion>
</samlp:Response><!-- after -->
<?after root?>
"""

LINES = f"""<saml:Assertion {SAML} {XS} ID="_a" Version="2.0" xsi:schemaLocation="urn:a
\turn:b"  >
  <saml:Issuer  >https://idp.example</saml:Issuer>
  [signature]
  <saml:Subject><saml:NameID>ana@example.com</saml:NameID></saml:Subject>
  <saml:AttributeStatement><saml:Attribute Name="firstname"><saml:AttributeValue>
  Ana
  </saml:AttributeValue></saml:Attribute></saml:AttributeStatement>
</saml:Assertion>""".replace("\n", "\r\n")

DOCUMENTS = {"plain": (PLAIN, "#_a"), "tricky": (TRICKY, "#_a"), "lines": (LINES, "#_a")}
FORMS = ["c14n", "c14n-comments", "c14n11", "c14n11-comments", "exc", "exc-comments"]
HASHES = ["sha1", "sha224", "sha256", "sha384", "sha512"]
PREFIXES = ["", "xs xsi", "#default saml z", "y unused"]


def flip(text, tag):
    """Changes one character of the first value of this name."""
    start = text.index(f"<ds:{tag}>") + len(tag) + 9
    other = "B" if text[start] == "A" else "A"
    return text[:start] + other + text[start + 1 :]


def once(pattern, replacement):
    return lambda text: re.sub(pattern, replacement, text, count=1)


def der_coded(text):
    start, end = text.index("<ds:SignatureValue>") + 19, text.index("</ds:SignatureValue>")
    value = base64.b64decode(text[start:end])
    half = len(value) // 2
    numbers = [part.lstrip(b"\0") for part in (value[:half], value[half:])]
    parts = b"".join(
        bytes([2, len(n) + (n[0] >> 7)]) + b"\0" * (n[0] >> 7) + n for n in numbers
    )
    size = bytes([len(parts)]) if len(parts) < 128 else bytes([0x81, len(parts)])
    coded = base64.b64encode(b"0" + size + parts).decode()
    return text[:start] + coded + text[end:]


# What changes nothing that is signed, and what does; the verdict is libxmlsec's.
CHANGES = {
    "text": lambda t: t.replace("idp.example</", "idp.example.org</"),
    "text-outside": once(r"idp\.example<", "idp.example.org<"),
    "case": lambda t: t.replace("Ana", "ana").replace("Љ", "љ"),
    "space-in-text": lambda t: t.replace("https://", " https://"),
    "attribute": lambda t: t.replace('Name="firstname"', 'Name="lastname"').replace('Name="a"', 'Name="c"'),
    "attribute-added": once("<((saml2?:)?Attribute) ", r'<\1 x="" '),
    "attribute-prefix": lambda t: t.replace("y:m=", "m="),
    "quotes": lambda t: re.sub(r'Name="(\w+)"', r"Name='\1'", t),
    "spaces-in-tags": lambda t: re.sub(r"(<(saml:)?AttributeStatement)", "\\1 \n\t", t),
    "end-tags": lambda t: re.sub(r"</([\w:]+)>", r"</\1 >", t),
    "empty": lambda t: re.sub(r"<(y) ([^<>]*)/>", r"<\1 \2></\1>", t),
    "order": lambda t: t.replace('ID="_a" Version="2.0"', 'Version="2.0" ID="_a"').replace(
        'z:b="2" z:a=\'1\'', "z:a='1' z:b=\"2\""
    ),
    "reference": lambda t: t.replace("https://idp", "https:&#x2F;/idp"),
    "cdata": lambda t: t.replace("ana@example.com", "<![CDATA[ana@example.com]]>"),
    "no-cdata": lambda t: t.replace("<![CDATA[<&>]]>", "&lt;&amp;&gt;"),
    "comment-added": lambda t: t.replace("ana@example.com", "ana@example.com<!-- -->"),
    "comment-removed": lambda t: t.replace("<!-- c -->", ""),
    "comment-outside": lambda t: t.replace("<!-- before -->", ""),
    "pi-added": lambda t: t.replace("ana@example.com", "<?x?>ana@example.com"),
    "pi-data": lambda t: t.replace("<?within   data ?>", "<?within data ?>"),
    "pi-data-end": lambda t: t.replace("<?within   data ?>", "<?within   data?>"),
    "line-ends": lambda t: t.replace("\r\n", "\n"),
    "line-ends-back": lambda t: t.replace("\r\n", "\n").replace("\n", "\r\n"),
    "returns": lambda t: t.replace("\r\n", "\r\n\r\n"),
    "indented": lambda t: re.sub(r">\s*<", ">\n  <", t),
    "joined": lambda t: re.sub(r">\s+<", "><", t),
    "namespace-added-outside": once("<samlp:Response ", '<samlp:Response xmlns:added="urn:added" '),
    "namespace-added-inside": once("<((saml:)?Assertion) ", r'<\1 xmlns:added="urn:added" '),
    "namespace-removed": lambda t: t.replace(' xmlns:unused="urn:unused"', "").replace(" unused:n=\"2\"", ""),
    "namespace-moved": once("<((saml:)?AttributeStatement)", r'<\1 xmlns:xs="http://www.w3.org/2001/XMLSchema"'),
    "namespace-relative": once("<((saml:)?AttributeStatement)", r'<\1 xmlns:rel="rel"'),
    "prefix-renamed": lambda t: t.replace("saml2", "saml3"),
    "default-undone": once("<x xmlns=\"\">", "<x>"),
    "lang": lambda t: t.replace('xml:lang="en"', 'xml:lang="de"'),
    "lang-inside": lambda t: t.replace('xml:lang="sr"', 'xml:lang="de"'),
    "space-outside": lambda t: t.replace('xml:space="preserve"', 'xml:space="default"'),
    "base-outside": once("<samlp:Response ", '<samlp:Response xml:base="urn:b" '),
    "id": lambda t: t.replace('ID="_a"', 'ID="_b"'),
    "uri": lambda t: t.replace('URI="#_a"', 'URI="#_b"'),
    "uri-elsewhere": lambda t: t.replace('URI="#_a"', 'URI="#_r"'),
    "digest": lambda t: flip(t, "DigestValue"),
    "value": lambda t: flip(t, "SignatureValue"),
    "value-short": once(r"<ds:SignatureValue>....", "<ds:SignatureValue>"),
    "value-empty": once(r"<ds:SignatureValue>[^<]*", "<ds:SignatureValue>"),
    "value-wrapped": once(r"<ds:SignatureValue>(.{20})", "<ds:SignatureValue>\n \\1\n\t"),
    "digest-method": lambda t: t.replace("xmlenc#sha256", "xmlenc#sha512"),
    "signed-info": once("<ds:SignedInfo>", "<ds:SignedInfo> "),
    "signed-info-comment": once("<ds:SignedInfo>", "<ds:SignedInfo><!-- -->"),
    "signed-info-tag": once("<ds:SignedInfo>", "<ds:SignedInfo  >"),
    "object": once("</ds:Signature>", "<ds:Object>x</ds:Object></ds:Signature>"),
    "parts-swapped": once(r"(<ds:SignatureMethod[^>]*>)(.*?</ds:Reference>)", r"\2\1"),
    "no-transforms": once(r"<ds:Transforms>.*?</ds:Transforms>", ""),
    "no-enveloped": once(r'<ds:Transform Algorithm="[^"]*enveloped-signature"></ds:Transform>', ""),
    "value-twice": once(r"(<ds:DigestValue>.*?</ds:DigestValue>)", r"\1\1"),
}


def signed(keys, sign, template):
    """Documents as they were signed: name, text, how."""
    rsa = keys["rsa2048"]
    sha256 = MORE + "rsa-sha256"
    for (name, (document, uri)), form, inner in itertools.product(DOCUMENTS.items(), FORMS, [*FORMS, None]):
        for prefixes in PREFIXES if inner and inner.startswith("exc") else [""]:
            signature = template(rsa, sha256, uri, form=form, inner=inner, prefixes=prefixes)
            yield f"{name} {form} {inner} [{prefixes}]", sign(document, rsa, signature)
    for (name, (document, _)), uri, inner in itertools.product(
        DOCUMENTS.items(), ["", "#xpointer(/)", "#xpointer(id('_a'))"], FORMS
    ):
        signature = template(rsa, sha256, uri, inner=inner)
        yield f"{name} {uri or 'whole'} {inner}", sign(document, rsa, signature)
    for name, (document, uri) in DOCUMENTS.items():
        for outer in PREFIXES[1:]:
            signature = template(rsa, sha256, uri, outer=outer)
            yield f"{name} outer [{outer}]", sign(document, rsa, signature)
    for document, uri in ((PLAIN.replace("[signature]", "").replace('ID="_r"', 'ID="_r"').replace(
        "</saml:Issuer><saml:Assertion", "</saml:Issuer>[signature]<saml:Assertion"), "#_r"),):
        for form in FORMS:
            yield f"response {form}", sign(document, rsa, template(rsa, sha256, uri, inner=form))
    for key, digest, hash in itertools.product(["rsa1024", "rsa2048", "rsa3072", "rsa4096", "rsa-e3"], HASHES, HASHES):
        if key != "rsa2048" and digest != "sha256":
            continue
        method = DS + "rsa-sha1" if hash == "sha1" else MORE + "rsa-" + hash
        signature = template(keys[key], method, "#_a", digest=digest)
        yield f"{key} rsa-{hash} {digest}", sign(PLAIN, keys[key], signature)
    for key, hash in itertools.product(["rsa2048", "rsa3072"], HASHES):
        signature = template(keys[key], f"{PSS}{hash}-rsa-MGF1", "#_a")
        yield f"{key} pss-{hash}", sign(PLAIN, keys[key], signature)
    for key, hash in itertools.product(["p256", "p384", "p521"], HASHES):
        signature = template(keys[key], f"{MORE}ecdsa-{hash}", "#_a")
        yield f"{key} ecdsa-{hash}", sign(PLAIN, keys[key], signature)


# Documents of which `cargo test` reads each change, and those of which it reads what was signed.
WHOLE = ("plain exc exc []",)
SINGLE = (
    "plain c14n c14n []", "plain c14n c14n []: namespace-added-outside", "plain c14n c14n []: lang",
    "tricky exc exc [#default saml z]", "tricky exc exc [#default saml z]: default-undone",
    "tricky exc exc [#default saml z]: comment-removed", "tricky exc exc [y unused]", "tricky whole c14n",
    "tricky c14n11 c14n11-comments []", "tricky c14n c14n []: lang", "tricky #xpointer(id('_a')) exc-comments",
    "lines exc exc []", "lines exc exc []: line-ends", "lines exc exc []: returns", "lines c14n c14n11 []",
    "rsa1024 rsa-sha1 sha256", "rsa4096 rsa-sha512 sha256", "rsa2048 rsa-sha1 sha1", "rsa2048 pss-sha256",
    "rsa2048 pss-sha256: text", "p256 ecdsa-sha256", "p384 ecdsa-sha384", "p521 ecdsa-sha512", "p256 ecdsa-sha256: der",
    "p256 ecdsa-sha256: other certificate", "response exc",
)


def is_sample(name):
    return name in SINGLE or name.split(":")[0] in WHOLE


def cases(keys, sign, template):
    """All documents: name and bytes."""
    changed = {
        "plain exc exc []", "plain exc exc [xs xsi]", "plain c14n c14n []", "plain exc c14n11 []",
        "tricky exc exc []", "tricky exc exc-comments []", "tricky exc exc [#default saml z]", "tricky c14n c14n []",
        "tricky c14n11 c14n11-comments []", "tricky exc exc [y unused]", "lines exc exc []", "lines c14n c14n11 []",
        "plain whole exc", "tricky whole c14n", "tricky #xpointer(/) c14n", "tricky #xpointer(id('_a')) exc-comments",
        "rsa2048 pss-sha256", "p256 ecdsa-sha256", "p384 ecdsa-sha384", "p521 ecdsa-sha512", "rsa2048 rsa-sha1 sha1",
    }
    for name, text in signed(keys, sign, template):
        yield name, text.encode()
        if name in changed:
            for change, apply in CHANGES.items():
                other = apply(text)
                if other != text:
                    yield f"{name}: {change}", other.encode()
        elif not name.startswith(("plain", "tricky", "lines", "response")):
            yield f"{name}: text", CHANGES["text"](text).encode()
            yield f"{name}: value", CHANGES["value"](text).encode()
            other = keys["rsa-other"].certificate
            yield f"{name}: other certificate", re.sub(
                r"(<ds:X509Certificate>)[^<]*", lambda m: m.group(1) + other, text
            ).encode()
        if " ecdsa" in name:
            yield f"{name}: der", der_coded(text).encode()
        if name.startswith("rsa2048"):
            for method in ("rsa-sha1", "rsa-sha384"):
                yield f"{name}: {method}", re.sub(
                    r'(SignatureMethod Algorithm=")[^"]*', rf"\g<1>{MORE}{method}", text
                ).encode()
