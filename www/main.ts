// The page begins here: nothing can leave, then theme, language, engine, page. Without an engine the page says why.

import "./sealed";
import { EngineRefused, load } from "./engine";
import { Page } from "./page";
import { restoreLanguage } from "./language";
import { count, watch } from "./requests";
import { restoreTheme } from "./theme";

async function start(): Promise<void> {
  try {
    const engine = await load(document.querySelector("#engine"));
    if (new URLSearchParams(location.search).has("debug")) engine.setDebug(true);
    new Page(engine, undefined);
  } catch (error) {
    if (!(error instanceof EngineRefused)) throw error;
    new Page(undefined, error.reason);
  }
}

document.getElementById("floor")?.remove();
watch(count);
restoreTheme();
restoreLanguage();
void start();
