// What makes an engine, once for the page and its worker: in the page it begins as soon as the engine's text is there, in the worker it reads files.

import "../frame/no-webrtc";
import { instantiate } from "engine";
import { compiled, type EngineText } from "./module";
import { work } from "./worker";

if (typeof document === "undefined") work();
else {
  const text = document.querySelector<EngineText>("#engine");
  if (text) Object.assign(text, { instantiate, compiled: compiled(text.textContent) });
}
