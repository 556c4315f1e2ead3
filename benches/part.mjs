// One part in this process: `part.mjs NAME FILE` writes what it found.

import { writeFileSync } from "node:fs";

const [name, file] = process.argv.slice(2);
const { default: part } = await import(`./parts/${name}.mjs`);
const found = await part();
writeFileSync(file, JSON.stringify({ versions: {}, targets: [], ...found }));
process.exit(0);
