// A response as Okta sends it, without a last name, filled up to a size.

import { readFileSync } from "node:fs";

const fixture = new URL("../tests/fixtures/okta/lastname-missing.txt", import.meta.url);
const response = Buffer.from(readFileSync(fixture, "latin1"), "base64").toString();

/** With a certificate in each signature, and groups up to `size` bytes. */
export function withGroups(size) {
  const value = (index) => `<saml2:AttributeValue>Webex users of department ${index}</saml2:AttributeValue>`;
  return filled(size, (index) => value(index), `<saml2:Attribute Name="groups">`, "</saml2:Attribute>");
}

/** With attributes that Webex does not know, up to `size` bytes. */
export function withAttributes(size) {
  const one = (index) =>
    `<saml2:Attribute Name="extensionAttribute${index}"><saml2:AttributeValue>value ${index}</saml2:AttributeValue></saml2:Attribute>`;
  return filled(size, one, "", "");
}

/** With these attributes behind its own; their elements may go without a prefix. */
export function around(attributes) {
  const own = attributes.replace(/<(\/?)(Attribute)/g, "<$1saml2:$2");
  return response.replace("</saml2:AttributeStatement>", () => `${own}</saml2:AttributeStatement>`);
}

function filled(size, piece, before, after) {
  const certificate = "MIIDpDCCAoygAwIBAgIGAV2ka".padEnd(1280, "kq8Zr1Lx0697fD2jQ/w9sT+");
  const key = `<ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>`;
  const signed = response.replaceAll("</ds:SignatureValue>", `$&${key}`);
  const end = signed.indexOf("</saml2:AttributeStatement>");
  const missing = size - signed.length - before.length - after.length;
  let middle = "";
  for (let index = 1; middle.length < missing; index += 1) {
    middle += piece(index);
  }
  return signed.slice(0, end) + before + middle + after + signed.slice(end);
}
