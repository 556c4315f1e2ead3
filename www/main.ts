// The page begins here: theme, language, engine, page. Without an engine the page says why.

import { EngineRefused, load } from "./engine";
import { Page } from "./page";
import { restoreLanguage } from "./language";
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

restoreTheme();
restoreLanguage();
void start();
