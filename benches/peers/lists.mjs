// What npm has for a user list: rows of texts.

import { parse as csvParse } from "csv-parse/sync";
import simple from "csv-simple-parser";
import Papa from "papaparse";
import { inferSchema, initParser } from "udsv";

export const PACKAGES = ["csv-parse", "csv-simple-parser", "papaparse", "udsv"];

/** Each gives the number of rows, from the bytes; all but csv-parse want them as text, which is part of it. */
export const PEERS = {
  papaparse: { does: "rows of texts", run: (bytes) => Papa.parse(bytes.toString()).data.length },
  "csv-parse": { does: "rows of texts", run: (bytes) => csvParse(bytes).length },
  uDSV: { splits: true, does: "rows of texts, split by a parser made for the first rows", run: (bytes) => {
    const text = bytes.toString();
    return initParser(inferSchema(text)).stringArrs(text).length + 1;
  } },
  "csv-simple-parser": { splits: true, does: "rows of texts", run: (bytes) => simple(bytes.toString()).length },
};
