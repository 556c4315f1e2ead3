// Five messages with made-up people, built with the dates of the moment so that nothing in them is expired.

import { assertion, attribute, encrypted, response, type Sender } from "./sample-parts";

export const SAMPLES = ["complete", "missing", "member-status", "claims", "encrypted"] as const;
export type SampleId = (typeof SAMPLES)[number];

const CLAIMS = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";
const TENANT = "5f1c9e02-77ab-4a0d-9a3e-2d1b8c60f4e7";

const okta: Sender = { issuer: "http://www.okta.com/exk4t2m9aPqLr7Vw0h7", prefixes: { protocol: "saml2p", assertion: "saml2" } };
const adfs: Sender = { issuer: "http://sts.adriasoft.example/adfs/services/trust", prefixes: { protocol: "samlp", assertion: "" } };
const entra: Sender = { issuer: `https://sts.windows.net/${TENANT}/`, prefixes: { protocol: "samlp", assertion: "" } };
const shibboleth: Sender = { issuer: "https://idp.adriasoft.example/idp/shibboleth", prefixes: { protocol: "saml2p", assertion: "saml2" } };

const UNSPECIFIED = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified";
const EMAIL = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";

export function sample(id: SampleId, now: Date): string {
  switch (id) {
    case "complete": {
      const user = "marko.petrovic@adriasoft.example";
      const basic = { name: "urn:oasis:names:tc:SAML:2.0:attrname-format:basic" };
      return response(okta, now, assertion(okta, now, { id: user, format: UNSPECIFIED }, [
        attribute(okta, "uid", [user], basic.name),
        attribute(okta, "firstname", ["Marko"], basic.name),
        attribute(okta, "lastname", ["Petrović"], basic.name),
        attribute(okta, "email", [user], basic.name),
      ]));
    }
    case "missing": {
      const user = "ivana.kovac@adriasoft.example";
      return response(adfs, now, assertion(adfs, now, { id: user, format: EMAIL }, [
        attribute(adfs, "email", [user]),
        attribute(adfs, "uid", [user]),
      ]));
    }
    case "member-status": {
      const user = "jelena.ilic@adriasoft.example";
      return response(entra, now, assertion(entra, now, { id: user, format: EMAIL }, [
        attribute(entra, "http://schemas.microsoft.com/identity/claims/tenantid", [TENANT]),
        attribute(entra, "firstname", ["Jelena"]),
        attribute(entra, "email", [user]),
        attribute(entra, "displayname", ["Jelena Ilić"]),
        attribute(entra, "MemberStatus", ["Active"]),
      ]));
    }
    case "claims": {
      const user = "luka.horvat@adriasoft.example";
      return response(entra, now, assertion(entra, now, { id: user, format: EMAIL }, [
        attribute(entra, "http://schemas.microsoft.com/identity/claims/tenantid", [TENANT]),
        attribute(entra, "http://schemas.microsoft.com/identity/claims/displayname", ["Luka Horvat"]),
        attribute(entra, `${CLAIMS}givenname`, ["Luka"]),
        attribute(entra, `${CLAIMS}surname`, ["Horvat"]),
        attribute(entra, `${CLAIMS}emailaddress`, [user]),
        attribute(entra, `${CLAIMS}name`, [user]),
      ]));
    }
    case "encrypted":
      return response(shibboleth, now, encrypted(shibboleth));
  }
}
