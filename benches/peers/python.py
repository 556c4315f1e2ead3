"""The peers in Python: each line `what path times` is answered with the ms of so many calls and what came out, as JSON."""

import base64
import json
import sys
import time
from importlib.metadata import version

from lxml import etree
from onelogin.saml2.response import OneLogin_Saml2_Response
from onelogin.saml2.settings import OneLogin_Saml2_Settings
from saml2 import samlp

ASSERTION = {"s": "urn:oasis:names:tc:SAML:2.0:assertion"}
SETTINGS = OneLogin_Saml2_Settings(
    {
        "strict": False,
        "sp": {"entityId": "http://www.webex.com", "assertionConsumerService": {"url": "https://adriasoft.webex.com/dispatcher/SAML2AuthService"}},
        "idp": {"entityId": "https://adriasoft.example", "singleSignOnService": {"url": "https://adriasoft.example/sso"}},
    }
)
HUGE = etree.XMLParser(huge_tree=True)


def by_lxml(text):
    root = etree.fromstring(text)
    found = root.xpath("//s:Attribute", namespaces=ASSERTION)
    return {one.get("Name"): one.xpath("s:AttributeValue/text()", namespaces=ASSERTION) for one in found}


def by_pysaml2(text):
    response = samlp.response_from_string(text)
    statements = response.assertion[0].attribute_statement
    return {one.name: [value.text for value in one.attribute_value] for statement in statements for one in statement.attribute}


def by_python3_saml(text):
    return OneLogin_Saml2_Response(SETTINGS, text).get_attributes()


RUNS = {
    "lxml": lambda text: by_lxml(text)["lastname"][0],
    "lxml-base64": lambda text: by_lxml(base64.b64decode(text))["lastname"][0],
    "pysaml2": lambda text: by_pysaml2(text)["lastname"][0],
    "pysaml2-base64": lambda text: by_pysaml2(base64.b64decode(text))["lastname"][0],
    "python3-saml-base64": lambda text: by_python3_saml(text)["lastname"][0],
    "tree": lambda text: len(etree.fromstring(text, HUGE)),
    "versions": lambda text: {name: version(name) for name in ["lxml", "pysaml2", "python3-saml"]},
}

for line in sys.stdin:
    what, path, times = line.split()
    with open(path, "rb") as file:
        given = file.read()
    run = RUNS[what]
    begin = time.perf_counter()
    for _ in range(int(times)):
        gave = run(given)
    print(json.dumps({"ms": (time.perf_counter() - begin) * 1000, "gave": gave}), flush=True)
