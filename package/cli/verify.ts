// `error31 verify`: whether a copy of the page is the one of this release, byte for byte.

import { createHash } from "node:crypto";
import { factsDate, version } from "error31";
import { claimOf } from "../../www/handover/claim";
import { hex, spelled } from "../../www/words/spelled-sum";
import { WrongUse, type End } from "./ends";
import { whole } from "./read";
import { visible } from "./ink";

export async function verify(files: string[]): Promise<End> {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw new WrongUse("verify takes one file");
  const bytes = await whole(file);
  const sum = createHash("sha256").update(bytes).digest();
  const digits = hex(sum);
  const isSame = digits === PAGE_SHA256;
  const lines = [
    visible(file),
    about(bytes),
    `SHA-256  ${digits}`,
    ...spelled(sum).map((line, i) => `${i === 0 ? "in words" : "        "} ${line}`),
    "",
    isSame
      ? `The same, byte for byte, as the page released with ${version()}.`
      : `Another than the page released with ${version()} (facts checked on ${factsDate()}), whose SHA-256 is\n         ${PAGE_SHA256}\nAn older or newer release is another, too: compare the sum with the one published for its version.`,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
  return isSame ? "notExplained" : "explained";
}

function about(bytes: Uint8Array): string {
  const claim = claimOf(bytes);
  return claim ? `says of itself  error31 ${claim.version}, built ${claim.built}` : "says of itself  nothing: it may not be error31.html";
}
