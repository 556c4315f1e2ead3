// What npm has for a document: events in JavaScript, events and a tree in wasm.

import { readFileSync } from "node:fs";
import { XmlDocument } from "libxml2-wasm";
import { SAXParser, SaxEventType } from "sax-wasm";
import { SaxesParser } from "saxes";

/** As much as sax-wasm takes at once. */
const PIECE = 32 << 10;

export const PACKAGES = ["libxml2-wasm", "sax-wasm", "saxes"];

const sax = new SAXParser(SaxEventType.OpenTag | SaxEventType.CloseTag | SaxEventType.Text);
await sax.prepareWasm(readFileSync(new URL("node_modules/sax-wasm/lib/sax-wasm.wasm", import.meta.url)));
let events = 0;
sax.eventHandler = () => { events += 1; };

/** Each with the text, and with its bytes. */
export const PEERS = {
  saxes: { does: "events; no tree", run: (text) => {
    const parser = new SaxesParser({ xmlns: true });
    parser.on("opentag", () => { events += 1; });
    parser.write(text).close();
  } },
  "sax-wasm": { does: "events, each read as an object; no namespaces, no well-formedness, no tree", run: (_, bytes) => {
    for (let at = 0; at < bytes.length; at += PIECE) sax.write(bytes.subarray(at, at + PIECE));
    sax.end();
  } },
  "libxml2-wasm": { does: "libxml2's tree in wasm", run: (_, bytes) => XmlDocument.fromBuffer(bytes).dispose() },
};
