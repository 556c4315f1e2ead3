// Makes an engine by what `program.ts` left in the document: the page's script has none of it a second time.

import type { Engine } from "engine";
import type { EngineText } from "./module";

/** Makes a fresh instance. */
export function instantiate(module: WebAssembly.Module): Engine {
  const make = document.querySelector<EngineText>("#engine")?.instantiate;
  if (!make) throw new Error("the document has lost its engine");
  return make(module);
}
