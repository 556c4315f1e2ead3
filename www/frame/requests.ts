// What the browser saw leave: the requests of this page and its worker, and those that the policy refused.

/** An address that was asked for, or that the policy refused. */
export interface Seen {
  kind: "asked" | "refused";
  address: string;
}

/** Tells each one, also those from before; the document itself is none of them. */
export function watch(see: (seen: Seen) => void): void {
  addEventListener("securitypolicyviolation", (event) => see({ kind: "refused", address: event.blockedURI }));
  new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) if (!/^(data|blob):/.test(name)) see({ kind: "asked", address: name });
  }).observe({ type: "resource", buffered: true });
}

export class Requests {
  private asked: string[] = [];
  private refused = new Set<string>();
  private changed = () => {};

  /** Counts one of the page or of its worker. */
  count({ kind, address }: Seen): void {
    if (kind === "asked") this.asked.push(address);
    else this.refused.add(address);
    this.changed();
  }

  /** How many went out, and how many addresses were refused; a browser can list a refused one as asked for, and name no more of it than its origin. */
  counted(): { made: number; refused: number } {
    const isRefused = (address: string) => this.refused.has(address) || this.refused.has(new URL(address).origin);
    return { made: this.asked.filter((address) => !isRefused(address)).length, refused: this.refused.size };
  }

  /** Calls back at each change, in place of the callback before. */
  onCounted(update: () => void): void {
    this.changed = update;
  }
}
