// Prints the five causes as the engine words them, a list for each language that is named.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, ...languages] = process.argv.slice(2);
const { instantiate } = await import(pathToFileURL(resolve(folder, "engine.js")));
const engine = instantiate(new WebAssembly.Module(readFileSync(resolve(folder, "engine_bg.wasm"))));
console.log(JSON.stringify(languages.map((language) => engine.guide(language).causes)));
