// What a file says of itself in its head: that it is this page, which version, built when. Anything can say so; only the sum proves it.

/** So much of a file is its head, in bytes. */
export const HEAD = 20_000;

export interface Claim {
  version: string;
  /** The day, as `2026-11-29`. */
  built: string;
}

/** Undefined where it says nothing of itself. */
export function claimOf(file: Uint8Array): Claim | undefined {
  const [, version, built] = /<meta name="error31" content="([\w.+-]{1,30}), built (\d{4}-\d\d-\d\d)">/.exec(headOf(file)) ?? [];
  return version !== undefined && built !== undefined ? { version, built } : undefined;
}

/** Whether it says that it is this page, or is called so in its title. */
export function isCopy(file: Uint8Array): boolean {
  return claimOf(file) !== undefined || /<title>[^<]*\berror31\b[^<]*<\/title>/.test(headOf(file));
}

function headOf(file: Uint8Array): string {
  return new TextDecoder("latin1").decode(file.subarray(0, HEAD));
}
