// The one address that a script may come from besides the page itself, let through before any other script can ask for it.

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(text: string): string }): { createScriptURL(text: string): string };
}

/** What the policy lets through, once it is known. */
const own: { address?: string } = {};
const policy = claim();

/** The worker's address; undefined where another script has taken the policy first: then files are read without a worker. */
export function workerAddress(): string | undefined {
  const source = document.getElementById("engine-program")?.textContent ?? "";
  own.address ??= URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  return policy === "taken" ? undefined : policy?.createScriptURL(own.address) ?? own.address;
}

function claim(): ReturnType<TrustedTypes["createPolicy"]> | "taken" | undefined {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const createScriptURL = (text: string) => {
    if (text !== own.address) throw new TypeError("not the worker of this page");
    return text;
  };
  try {
    return trustedTypes?.createPolicy("error31", { createScriptURL });
  } catch {
    return "taken";
  }
}
