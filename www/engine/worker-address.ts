// The one address that a script may come from besides the page itself, let through before any other script can ask for it.

import source from "worker";

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(text: string): string }): { createScriptURL(text: string): string };
}

/** The worker's address; undefined where another script has taken the policy first: then files are read without a worker. */
export const WORKER = letThrough(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));

function letThrough(own: string): string | undefined {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return own;
  const createScriptURL = (text: string) => {
    if (text !== own) throw new TypeError("not the worker of this page");
    return text;
  };
  try {
    return trustedTypes.createPolicy("error31", { createScriptURL }).createScriptURL(own);
  } catch {
    return undefined;
  }
}
