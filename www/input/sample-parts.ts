// The parts a SAML response is made of, in the shape the identity providers send them.

export interface Sender {
  issuer: string;
  /** Prefixes of the two namespaces; an empty one is the default namespace. */
  prefixes: { protocol: string; assertion: string };
}

const SITE = "https://adriasoft.webex.com/dispatcher/SAML2AuthService?siteurl=adriasoft";
const SAML = "urn:oasis:names:tc:SAML:2.0";
const DSIG = "http://www.w3.org/2000/09/xmldsig#";
const XENC = "http://www.w3.org/2001/04/xmlenc#";

export function response(from: Sender, now: Date, content: string): string {
  const p = from.prefixes.protocol;
  const a = tag(from);
  return `<?xml version="1.0" encoding="UTF-8"?>
<${p}:Response xmlns:${p}="${SAML}:protocol"
    ID="_${hex(32)}" Version="2.0"
    IssueInstant="${stamp(now, 0)}"
    InResponseTo="_${hex(32)}"
    Destination="${SITE}">
  <${a}Issuer ${namespace(from)}>${from.issuer}</${a}Issuer>
  <${p}:Status>
    <${p}:StatusCode Value="${SAML}:status:Success"/>
  </${p}:Status>
${content}
</${p}:Response>`;
}

export function assertion(from: Sender, now: Date, user: { id: string; format: string }, attributes: string[]): string {
  const a = tag(from);
  const id = `_${hex(32)}`;
  return `  <${a}Assertion ${namespace(from)}
      ID="${id}" Version="2.0" IssueInstant="${stamp(now, 0)}">
    <${a}Issuer>${from.issuer}</${a}Issuer>
${signature(id)}
    <${a}Subject>
      <${a}NameID Format="${user.format}">${user.id}</${a}NameID>
      <${a}SubjectConfirmation Method="${SAML}:cm:bearer">
        <${a}SubjectConfirmationData NotOnOrAfter="${stamp(now, 5)}" Recipient="${SITE}"/>
      </${a}SubjectConfirmation>
    </${a}Subject>
    <${a}Conditions NotBefore="${stamp(now, -5)}" NotOnOrAfter="${stamp(now, 60)}">
      <${a}AudienceRestriction>
        <${a}Audience>http://www.webex.com</${a}Audience>
      </${a}AudienceRestriction>
    </${a}Conditions>
    <${a}AttributeStatement>
${attributes.join("\n")}
    </${a}AttributeStatement>
    <${a}AuthnStatement AuthnInstant="${stamp(now, -1)}" SessionIndex="${id}">
      <${a}AuthnContext>
        <${a}AuthnContextClassRef>${SAML}:ac:classes:PasswordProtectedTransport</${a}AuthnContextClassRef>
      </${a}AuthnContext>
    </${a}AuthnStatement>
  </${a}Assertion>`;
}

export function attribute(from: Sender, name: string, values: string[], format?: string): string {
  const a = tag(from);
  const told = format ? ` NameFormat="${format}"` : "";
  const inside = values.map((value) => `        <${a}AttributeValue>${value}</${a}AttributeValue>\n`).join("");
  return `      <${a}Attribute Name="${name}"${told}>\n${inside}      </${a}Attribute>`;
}

export function encrypted(from: Sender): string {
  const a = tag(from);
  return `  <${a}EncryptedAssertion ${namespace(from)}>
    <xenc:EncryptedData xmlns:xenc="${XENC}" Type="${XENC}Element">
      <xenc:EncryptionMethod Algorithm="http://www.w3.org/2009/xmlenc11#aes256-gcm"/>
      <ds:KeyInfo xmlns:ds="${DSIG}">
        <xenc:EncryptedKey>
          <xenc:EncryptionMethod Algorithm="${XENC}rsa-oaep-mgf1p"/>
          <xenc:CipherData>
            <xenc:CipherValue>${base64(256)}</xenc:CipherValue>
          </xenc:CipherData>
        </xenc:EncryptedKey>
      </ds:KeyInfo>
      <xenc:CipherData>
        <xenc:CipherValue>${base64(1100)}</xenc:CipherValue>
      </xenc:CipherData>
    </xenc:EncryptedData>
  </${a}EncryptedAssertion>`;
}

function signature(id: string): string {
  return `    <ds:Signature xmlns:ds="${DSIG}">
      <ds:SignedInfo>
        <ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>
        <ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/>
        <ds:Reference URI="#${id}">
          <ds:Transforms>
            <ds:Transform Algorithm="${DSIG}enveloped-signature"/>
            <ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>
          </ds:Transforms>
          <ds:DigestMethod Algorithm="${XENC}sha256"/>
          <ds:DigestValue>${base64(32)}</ds:DigestValue>
        </ds:Reference>
      </ds:SignedInfo>
      <ds:SignatureValue>${base64(256)}</ds:SignatureValue>
    </ds:Signature>`;
}

const tag = (from: Sender): string => (from.prefixes.assertion === "" ? "" : `${from.prefixes.assertion}:`);

function namespace(from: Sender): string {
  const prefix = from.prefixes.assertion;
  return `xmlns${prefix === "" ? "" : `:${prefix}`}="${SAML}:assertion"`;
}

function stamp(now: Date, minutes: number): string {
  return new Date(now.getTime() + minutes * 60_000).toISOString();
}

const bytes = (n: number): Uint8Array => crypto.getRandomValues(new Uint8Array(n));

function hex(digits: number): string {
  return Array.from(bytes(digits / 2), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function base64(n: number): string {
  return btoa(String.fromCharCode(...bytes(n)));
}
