// What npm and JavaScript have for a recording: JSON whole, and JSON piece by piece. Each counts the sign-ins.

import { createReadStream, readFileSync } from "node:fs";
import { JSONParser } from "@streamparser/json";

export const PACKAGES = ["@streamparser/json"];

function signIns(value) {
  if (typeof value === "string") return value.includes("SAMLResponse=") ? 1 : 0;
  let found = 0;
  if (value && typeof value === "object") for (const one of Object.values(value)) found += signIns(one);
  return found;
}

/** An entry of the recording at a time; what was read is let go. */
function streaming() {
  let found = 0;
  const parser = new JSONParser({ paths: ["$.log.entries.*"], keepStack: false });
  parser.onValue = ({ value }) => { found += signIns(value); };
  return { parser, found: () => found };
}

export const PEERS = {
  "JSON.parse + walk": { does: "of a text that is there; nothing is decoded", run: (_, text) => signIns(JSON.parse(text)) },
  "TextDecoder + JSON.parse + walk": { does: "of the bytes, as error31", run: (pieces) => {
    const decoder = new TextDecoder();
    return signIns(JSON.parse(pieces.map((piece) => decoder.decode(piece, { stream: true })).join("") + decoder.decode()));
  } },
  "@streamparser/json": { does: "of the bytes, an entry at a time", run: (pieces) => {
    const { parser, found } = streaming();
    for (const piece of pieces) parser.write(piece);
    return found();
  } },
};

/** The same from a disk, for a process of its own. */
export const FROM_DISK = {
  "text + JSON.parse + walk": (path) => signIns(JSON.parse(readFileSync(path, "utf8"))),
  "@streamparser/json": async (path) => {
    const { parser, found } = streaming();
    for await (const piece of createReadStream(path, { highWaterMark: 2 << 20 })) parser.write(piece);
    return found();
  },
};
