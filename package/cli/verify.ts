// `error31 verify`: whether a copy of the page is the one of this release, byte for byte.

import { createHash } from "node:crypto";
import { factsDate, version } from "error31";
import { spelled } from "../../www/words/spelled-sum";
import { WrongUse, type End } from "./ends";
import { whole } from "./read";
import { visible } from "./ink";

export async function verify(files: string[]): Promise<End> {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw new WrongUse("verify takes one file");
  const bytes = await whole(file);
  const sum = createHash("sha256").update(bytes).digest();
  const hex = sum.toString("hex");
  const isSame = hex === PAGE_SHA256;
  const lines = [
    visible(file),
    ...about(bytes),
    `SHA-256  ${hex}`,
    ...spelled(sum).map((line, i) => `${i === 0 ? "in words" : "        "} ${line}`),
    "",
    isSame
      ? `The same, byte for byte, as the page released with ${version()}.`
      : `Another than the page released with ${version()} (facts checked on ${factsDate()}), whose SHA-256 is\n         ${PAGE_SHA256}\nAn older or newer release is another, too: compare the sum with the one published for its version.`,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
  return isSame ? "notExplained" : "explained";
}

/** What the page says of itself; anything can say so, only the sum proves it. */
function about(bytes: Uint8Array): string[] {
  const [, says] = /<meta name="error31" content="([^"<>&]{1,40})">/.exec(new TextDecoder("latin1").decode(bytes.subarray(0, 20_000))) ?? [];
  return [says === undefined ? "says of itself  nothing: it may not be error31.html" : `says of itself  error31 ${visible(says)}`];
}
