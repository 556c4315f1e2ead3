// What npm has for a SAML message: what each does less or more than a check, and how it is asked for the attributes.

import { SAML } from "@node-saml/node-saml";
import { parseDomFromString, xpath as ofNodeSaml } from "@node-saml/node-saml/lib/xml.js";
import boxyhq from "@boxyhq/saml20";
import { safeValidateSAMLResponse } from "@stytch/samlshield";
import { DOMParser } from "@xmldom/xmldom";
import { XMLParser } from "fast-xml-parser";
import { Extractor } from "samlify";
import { SaxesParser } from "saxes";
import xpath from "xpath";

export const PACKAGES = ["@boxyhq/saml20", "@node-saml/node-saml", "@stytch/samlshield", "@xmldom/xmldom", "fast-xml-parser", "samlify", "saxes", "xpath"];

const select = xpath.useNamespaces({ s: "urn:oasis:names:tc:SAML:2.0:assertion" });
const fast = new XMLParser({ ignoreAttributes: false, removeNSPrefix: true });
const list = (one) => (one === undefined ? [] : Array.isArray(one) ? one : [one]);
const text = (one) => (typeof one === "object" ? one["#text"] : String(one));
const FIELDS = [{ key: "attributes", localPath: ["Response", "Assertion", "AttributeStatement", "Attribute"], index: ["Name"], attributePath: ["AttributeValue"], attributes: [] }];
const nodeSaml = new SAML({ callbackUrl: "https://adriasoft.webex.com/dispatcher/SAML2AuthService", issuer: "http://www.webex.com", audience: false, idpCert: "MIIB" });

/** `names`: it gives names and values, and the last name is held against the message's. `packed`: it wants base64 itself. */
export const PEERS = {
  "saxes, events alone": { does: "well-formedness and events with namespaces; no tree, no names, no values", run: (xml) => {
    const parser = new SaxesParser({ xmlns: true });
    let n = 0;
    parser.on("opentag", () => { n += 1; });
    parser.write(xml).close();
    return n;
  } },
  "fast-xml-parser": { names: true, does: "a tree of objects, no namespaces, no places, little well-formedness; attributes picked out of it", run: (xml) => {
    const { Response } = fast.parse(xml);
    return Object.fromEntries(list(Response.Assertion.AttributeStatement.Attribute).map((one) => [one["@_Name"], list(one.AttributeValue).map(text)])).lastname[0];
  } },
  "@xmldom/xmldom + xpath": { names: true, does: "a document; attributes by XPath", run: (xml) => {
    const document = new DOMParser().parseFromString(xml, "text/xml");
    return Object.fromEntries(select("//s:Attribute", document).map((one) => [one.getAttribute("Name"), select("s:AttributeValue", one).map((value) => value.textContent)])).lastname[0];
  } },
  "@boxyhq/saml20 parse": { names: true, does: "claims, audience and issuer; no signature", run: async (xml) => (await boxyhq.default.parse(xml)).claims.lastname },
  "samlify extract": { names: true, does: "the attributes by XPath; no signature", run: (xml) => Extractor.extract(xml, FIELDS).attributes.lastname },
  "@node-saml/node-saml": { names: true, does: "what it does with a response less the signature, which it always demands: a document, the assertion out of it, a profile, times", run: async (xml) => {
    const document = await parseDomFromString(xml);
    const [assertion] = ofNodeSaml.selectElements(document, "/*[local-name()='Response']/*[local-name()='Assertion']");
    return (await nodeSaml.processValidlySignedAssertionAsync(assertion.toString(), xml, null)).profile.lastname;
  } },
  "@stytch/samlshield": { packed: true, does: "a verdict on structure, comments, status and times; no names, no values, no signature checked", run: async (packed) => {
    const { valid, errors } = await safeValidateSAMLResponse({ response_xml: packed });
    if (!valid) throw new Error(`samlshield: ${errors}`);
  } },
};
