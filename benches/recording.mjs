// Made-up recordings of a size, on the disk.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Writes one with 40 sign-ins, gives it to `use`, and removes it. */
export async function recorded(mebibytes, use) {
  const folder = mkdtempSync(join(tmpdir(), "error31-"));
  try {
    const path = join(folder, "made-up.har");
    execFileSync(process.env.E31_SCAN, ["write", path, String(mebibytes)]);
    return await use(path, statSync(path).size / 1e6);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
