// What the browser saw leave: the requests of this page and its worker, and those that the policy refused.

/** An address that was asked for, or that the policy refused. */
export interface Seen {
  kind: "asked" | "refused";
  address: string;
}

const asked: string[] = [];
const refused = new Set<string>();
let changed = () => {};

/** Tells each one, also those from before; the document itself is none of them. */
export function watch(see: (seen: Seen) => void): void {
  addEventListener("securitypolicyviolation", (event) => see({ kind: "refused", address: event.blockedURI }));
  new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) if (!/^(data|blob):/.test(name)) see({ kind: "asked", address: name });
  }).observe({ type: "resource", buffered: true });
}

/** Counts one of the page or of its worker. */
export function count({ kind, address }: Seen): void {
  if (kind === "asked") asked.push(address);
  else refused.add(address);
  changed();
}

/** How many went out, and how many addresses were refused; a browser can list a refused one as asked for, and name no more of it than its origin. */
export function counted(): { made: number; refused: number } {
  const isRefused = (address: string) => refused.has(address) || refused.has(new URL(address).origin);
  return { made: asked.filter((address) => !isRefused(address)).length, refused: refused.size };
}

/** Calls back at each change, in place of the callback before. */
export function onCounted(update: () => void): void {
  changed = update;
}
