"""What libxml2 and libxmlsec say, for the tests to be held against.

oracle.py matrix FOLDER             signs and changes documents, writes them with libxmlsec's verdicts
oracle.py sample FOLDER             the part of them that `cargo test` reads, with their canonical forms
oracle.py judge FOLDER              writes libxmlsec's verdict on each signature in the .xml files of a folder
oracle.py forms FOLDER TABLE        writes the SHA-256 of libxml2's canonical forms of all files below a folder
oracle.py certificates FOLDER… TABLE writes what pyca/cryptography reads in the certificates of all files below
"""

import base64
import datetime
import hashlib
import pathlib
import re
import sys
import warnings

import xmlsec
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import dsa, ec, rsa
from lxml import etree

import documents

DS = "http://www.w3.org/2000/09/xmldsig#"
MORE = "http://www.w3.org/2001/04/xmldsig-more#"
PSS = "http://www.w3.org/2007/05/xmldsig-more#"
DIGESTS = {
    "sha1": DS + "sha1",
    "sha224": MORE + "sha224",
    "sha256": "http://www.w3.org/2001/04/xmlenc#sha256",
    "sha384": MORE + "sha384",
    "sha512": "http://www.w3.org/2001/04/xmlenc#sha512",
}
FORMS = {
    "c14n": "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
    "c14n-comments": "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments",
    "c14n11": "http://www.w3.org/2006/12/xml-c14n11",
    "c14n11-comments": "http://www.w3.org/2006/12/xml-c14n11#WithComments",
    "exc": "http://www.w3.org/2001/10/xml-exc-c14n#",
    "exc-comments": "http://www.w3.org/2001/10/xml-exc-c14n#WithComments",
}
ENVELOPED = DS + "enveloped-signature"
# Old certificates and kinds of keys are what is asked about here.
warnings.simplefilter("ignore")


def parse(data):
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


# Keys


def certificate(key, name):
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    start = datetime.datetime(2026, 1, 1)
    hash = hashes.SHA256()
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + datetime.timedelta(days=3650))
        .sign(key, hash)
    )
    return made.public_bytes(serialization.Encoding.DER)


class Key:
    def __init__(self, name, key):
        self.name = name
        self.pem = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        self.certificate = base64.encodebytes(certificate(key, name)).decode().strip()


def keys():
    made = {f"rsa{bits}": rsa.generate_private_key(65537, bits) for bits in (1024, 2048, 3072, 4096)}
    made["rsa-e3"] = rsa.generate_private_key(3, 2048)
    made["rsa-other"] = rsa.generate_private_key(65537, 2048)
    made["p256"] = ec.generate_private_key(ec.SECP256R1())
    made["p384"] = ec.generate_private_key(ec.SECP384R1())
    made["p521"] = ec.generate_private_key(ec.SECP521R1())
    made["dsa"] = dsa.generate_private_key(2048)
    return {name: Key(name, key) for name, key in made.items()}


# Signing


def canonical(tag, form, prefixes):
    inside = ""
    if prefixes:
        inside = f'<ec:InclusiveNamespaces xmlns:ec="{FORMS["exc"]}" PrefixList="{prefixes}"/>'
    return f'<ds:{tag} Algorithm="{form}">{inside}</ds:{tag}>'


def template(key, method, uri, form="exc", inner="exc", prefixes="", outer="", digest="sha256", enveloped=True):
    steps = canonical("Transform", ENVELOPED, "") if enveloped else ""
    steps += canonical("Transform", FORMS[inner], prefixes) if inner else ""
    steps = f"<ds:Transforms>{steps}</ds:Transforms>" if steps else ""
    return (
        f'<ds:Signature xmlns:ds="{DS}"><ds:SignedInfo>'
        f'{canonical("CanonicalizationMethod", FORMS[form], outer)}<ds:SignatureMethod Algorithm="{method}"/>'
        f'<ds:Reference URI="{uri}">{steps}<ds:DigestMethod Algorithm="{DIGESTS[digest]}"/><ds:DigestValue/>'
        f"</ds:Reference></ds:SignedInfo><ds:SignatureValue/><ds:KeyInfo><ds:X509Data>"
        f"<ds:X509Certificate>\n{key.certificate}\n</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>"
    )


def sign(document, key, signature):
    """Signs a document in which the signature belongs where [signature] stands."""
    root = parse(document.replace("[signature]", signature).encode())
    xmlsec.tree.add_ids(root, ["ID"])
    context = xmlsec.SignatureContext()
    context.key = xmlsec.Key.from_memory(key.pem, xmlsec.KeyFormat.PEM)
    context.sign(root.find(f".//{{{DS}}}Signature"))
    values = {tag: [e.text for e in root.iter(f"{{{DS}}}{tag}")] for tag in ("DigestValue", "SignatureValue")}
    for tag, texts in values.items():
        for text in texts:
            signature = signature.replace(f"<ds:{tag}/>", f"<ds:{tag}>{text}</ds:{tag}>", 1)
    return document.replace("[signature]", signature)


# Judging


def judge(data):
    """The verdict on each signature, in document order."""
    root = parse(data)
    try:
        xmlsec.tree.add_ids(root, ["ID", "Id", "id", "AssertionID", "ResponseID", "RequestID"])
    except xmlsec.Error:
        return ["error" for _ in root.iter(f"{{{DS}}}Signature")]
    return [verdict(signature) for signature in root.iter(f"{{{DS}}}Signature")]


def verdict(signature):
    certificates = signature.findall(f"{{{DS}}}KeyInfo/{{{DS}}}X509Data/{{{DS}}}X509Certificate")
    verdicts = []
    for text in [certificate.text for certificate in certificates] or [None]:
        try:
            context = xmlsec.SignatureContext()
            if text is not None:
                context.key = xmlsec.Key.from_memory(base64.b64decode(text), xmlsec.KeyFormat.CERT_DER)
            elif (pem := key_value(signature)) is not None:
                context.key = xmlsec.Key.from_memory(pem, xmlsec.KeyFormat.PEM)
            context.verify(signature)
            verdicts.append("valid")
        except xmlsec.VerificationError:
            verdicts.append("invalid")
        except Exception:
            verdicts.append("error")
    return min(verdicts, key=["valid", "invalid", "error"].index)


def key_value(signature):
    """The key that stands there without a certificate."""
    value = signature.find(f"{{{DS}}}KeyInfo/{{{DS}}}KeyValue/*")
    if value is None:
        return None
    parts = {part.tag.split("}")[-1]: part for part in value if isinstance(part.tag, str)}
    match value.tag.split("}")[-1]:
        case "RSAKeyValue":
            modulus, exponent = (int.from_bytes(base64.b64decode(parts[n].text)) for n in ("Modulus", "Exponent"))
            key = rsa.RSAPublicNumbers(exponent, modulus).public_key()
        case "ECKeyValue" if "NamedCurve" in parts:
            curves = {"1.2.840.10045.3.1.7": ec.SECP256R1, "1.3.132.0.34": ec.SECP384R1, "1.3.132.0.35": ec.SECP521R1}
            curve = curves[parts["NamedCurve"].get("URI").removeprefix("urn:oid:")]()
            key = ec.EllipticCurvePublicKey.from_encoded_point(curve, base64.b64decode(parts["PublicKey"].text))
        case _:
            return None
    return key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


def write(folder, cases):
    """Writes documents and verdicts; how many of each."""
    count = {}
    with open(folder / "verdicts.tsv", "w") as table:
        for number, (name, data) in enumerate(cases):
            verdicts = judge(data)
            file = f"{number:03}.xml"
            (folder / file).write_bytes(data)
            table.write(f"{file}\t{','.join(verdicts)}\t{name}\n")
            for verdict in verdicts:
                count[verdict] = count.get(verdict, 0) + 1
    print(f"signed and changed documents: {sum(count.values())}: {count}")


def cases():
    return documents.cases(keys(), sign, template)


def sample(folder):
    write(folder, [case for case in cases() if documents.is_sample(case[0])])
    forms(folder, folder / "forms.tsv")


def judge_folder(folder):
    with open(folder / "verdicts.tsv", "w") as table:
        for file in sorted(folder.glob("*.xml")):
            try:
                verdicts = judge(file.read_bytes())
            except etree.XMLSyntaxError:
                verdicts = []
            table.write(f"{file.name}\t{','.join(verdicts)}\t\n")


def files(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def forms(folder, out):
    with open(out, "w") as table:
        for file in files(folder):
            try:
                tree = parse(file.read_bytes()).getroottree()
            except (etree.XMLSyntaxError, ValueError):
                continue
            sums = [total(tree, exclusive, comments) for exclusive in (False, True) for comments in (False, True)]
            table.write("\t".join([str(file.relative_to(folder)), *sums]) + "\n")


def total(tree, exclusive, comments):
    try:
        data = etree.tostring(tree, method="c14n", exclusive=exclusive, with_comments=comments)
    except etree.C14NError:
        return "refused"
    return hashlib.sha256(data).hexdigest()


def certificates(folders, out):
    rows = {}
    for file in [file for folder in folders for file in files(folder)]:
        for text in re.findall(rb"X509Certificate>([^<]*)<|-----BEGIN CERTIFICATE-----([^-]*)-", file.read_bytes()):
            row = described(b"".join(text))
            if row:
                rows[row[0]] = row
    with open(out, "w") as table:
        table.writelines("\t".join(row) + "\n" for row in rows.values())
    print(f"certificates: {len(rows)}")


def described(text):
    try:
        der = base64.b64decode(text)
        found = x509.load_der_x509_certificate(der)
        short = {x509.NameOID.EMAIL_ADDRESS: "emailAddress"}
        names = [name.rfc4514_string(short) for name in (found.subject, found.issuer)]
    except ValueError:
        return None
    times = [str(int(time.timestamp() * 1000)) for time in (found.not_valid_before_utc, found.not_valid_after_utc)]
    serial = found.serial_number
    serial %= 256 ** (serial.bit_length() // 8 + 1)
    return [der.hex(), *names, f"{serial:x}", *times, str(key_size(found))]


def key_size(certificate):
    try:
        key = certificate.public_key()
    except UnsupportedAlgorithm:
        return 0
    nist = getattr(key, "curve", None) is None or isinstance(key.curve, (ec.SECP256R1, ec.SECP384R1, ec.SECP521R1))
    known = isinstance(key, (rsa.RSAPublicKey, ec.EllipticCurvePublicKey, dsa.DSAPublicKey))
    return key.key_size if known and nist else 0


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["matrix", folder]:
            write(pathlib.Path(folder), cases())
        case ["sample", folder]:
            sample(pathlib.Path(folder))
        case ["judge", folder]:
            judge_folder(pathlib.Path(folder))
        case ["forms", folder, out]:
            forms(pathlib.Path(folder), out)
        case ["certificates", *folders, out]:
            certificates([pathlib.Path(folder) for folder in folders], out)
        case _:
            sys.exit(__doc__)
