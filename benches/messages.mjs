// Responses in the shapes of three identity providers, filled up to a size, issued now.

import { readFileSync } from "node:fs";

const fixture = (path) => readFileSync(new URL(`../tests/fixtures/${path}`, import.meta.url), "utf8").replace(/<\?xml[^>]*>\s*/, "").replace(/>\s+</g, "><").trim();
const faulty = Buffer.from(readFileSync(new URL("../tests/fixtures/okta/lastname-missing.txt", import.meta.url), "latin1"), "base64").toString();
const guid = (index) => `${index.toString(16).padStart(8, "0")}-77ab-4a5e-9d7f-2f0b6a1c9d10`;
const many = (prefix, name, value) => ({
  before: `<${prefix}Attribute Name="${name}">`,
  piece: (index) => `<${prefix}AttributeValue>${value(index)}</${prefix}AttributeValue>`,
  after: `</${prefix}Attribute>`,
});

/** How each is filled up: Okta with attributes, Entra with ids of groups, AD FS with names of groups. */
export const SHAPES = {
  Okta: { xml: fixture("okta/complete.xml"), prefix: "saml2:", fill: { before: "", after: "",
    piece: (index) => `<saml2:Attribute Name="extensionAttribute${index}"><saml2:AttributeValue>value ${index}</saml2:AttributeValue></saml2:Attribute>` } },
  Entra: { xml: fixture("entra/complete.xml"), prefix: "", fill: many("", "http://schemas.microsoft.com/ws/2008/06/identity/claims/groups", guid) },
  "AD FS": { xml: fixture("adfs/complete.xml"), prefix: "", fill: many("", "http://schemas.xmlsoap.org/claims/Group", (index) => `ADRIASOFT\\Webex users of department ${index}`) },
};

/** A whole message with nothing to mend: all fields, a time of the last change, and the clock of now. */
export function message(shape, size) {
  const { xml: bare, prefix, fill } = SHAPES[shape];
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  let xml = bare.includes("updateTimeStamp") ? bare
    : inserted(bare, `<${prefix}Attribute Name="updateTimeStamp"><${prefix}AttributeValue>${stamp}Z</${prefix}AttributeValue></${prefix}Attribute>`);
  if (xml.length > size && xml.split("<ds:Signature ").length > 2) xml = xml.replace(/<ds:Signature .*?<\/ds:Signature>/, "");
  return filled(issuedNow(xml), size, fill);
}

/** The same without a last name. */
export function withoutLastName(shape, size) {
  return message(shape, size).replace(/<(?:saml2:)?Attribute Name="lastname".*?<\/(?:saml2:)?Attribute>/, "");
}

/** With these attributes behind its own; their elements may go without a prefix. */
export function around(attributes) {
  const own = attributes.replace(/<(\/?)(Attribute)/g, "<$1saml2:$2");
  return faulty.replace("</saml2:AttributeStatement>", () => `${own}</saml2:AttributeStatement>`);
}

/** A document of small elements, for parsers. */
export function plain(size) {
  const head = '<Attributes xmlns="urn:oasis:names:tc:SAML:2.0:assertion">';
  const pieces = [head];
  for (let index = 1, length = head.length; length < size; index += 1) {
    const piece = `<Attribute Name="extensionAttribute${index}"><AttributeValue>value ${index}</AttributeValue></Attribute>`;
    length += piece.length;
    pieces.push(piece);
  }
  return `${pieces.join("")}</Attributes>`;
}

/** Moves every moment so that the issue is now. */
function issuedNow(xml) {
  const moment = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z/g;
  const shift = Date.now() - Date.parse(/IssueInstant="([^"]+)"/.exec(xml)[1]);
  return xml.replace(moment, (at) => new Date(Date.parse(at) + shift).toISOString());
}

function filled(xml, size, { before, piece, after }) {
  const certificate = "MIIDpDCCAoygAwIBAgIGAV2ka".padEnd(1280, "kq8Zr1Lx0697fD2jQ/w9sT+");
  const ds = xml.includes("<ds:") ? "ds:" : "";
  const key = `<${ds}KeyInfo><${ds}X509Data><${ds}X509Certificate>${certificate}</${ds}X509Certificate></${ds}X509Data></${ds}KeyInfo>`;
  const signed = xml.length + key.length < size ? xml.replace(`</${ds}SignatureValue>`, `$&${key}`) : xml;
  let middle = "";
  for (let index = 1; signed.length + before.length + middle.length + after.length < size; index += 1) middle += piece(index);
  return middle === "" ? signed : inserted(signed, before + middle + after);
}

function inserted(xml, attributes) {
  return xml.replace(/<\/(?:saml2:)?AttributeStatement>/, (end) => attributes + end);
}
