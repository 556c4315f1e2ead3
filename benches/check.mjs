// One verdict in Node.js, decode to report: a response of 8 KB as text, as Base64 and as bytes.

import { join } from "node:path";
import { pathToFileURL } from "node:url";

const { check } = await import(pathToFileURL(join(process.env.E31_DIST, "package/error31.js")).href);

const RUNS = 2000;

const attribute = (index) =>
  `<saml:Attribute Name="attribute${index}"><saml:AttributeValue>value ${index}</saml:AttributeValue></saml:Attribute>`;

const xml = (() => {
  const start = `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="r" Version="2.0" IssueInstant="2026-11-21T09:14:07Z" Destination="https://example.webex.com/dispatcher/SAML2AuthService?siteurl=example"><saml:Issuer>https://idp.example.com</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status><saml:Assertion ID="a" Version="2.0" IssueInstant="2026-11-21T09:14:07Z"><saml:Issuer>https://idp.example.com</saml:Issuer><saml:Subject><saml:NameID>jane@example.com</saml:NameID></saml:Subject><saml:AttributeStatement>`;
  const end = `</saml:AttributeStatement></saml:Assertion></samlp:Response>`;
  let middle = `<saml:Attribute Name="MemberStatus"><saml:AttributeValue>Active</saml:AttributeValue></saml:Attribute>`;
  for (let index = 0; start.length + middle.length + end.length < 8192; index += 1) {
    middle += attribute(index);
  }
  return start + middle + end;
})();

const inputs = {
  text: xml,
  bytes: new TextEncoder().encode(xml),
  Base64: Buffer.from(xml).toString("base64"),
};

console.log(`\none check of ${xml.length} bytes of XML, ${RUNS} runs, in ms     min   median      p95`);
for (const [name, input] of Object.entries(inputs)) {
  const times = [];
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    check(input, { now: 0 });
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor(share * (RUNS - 1))].toFixed(3).padStart(8);
  console.log(name.padEnd(54), at(0), at(0.5), at(0.95));
}
