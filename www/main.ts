// The page begins here: nothing can leave, then theme, language, engine, page. Without an engine the page says why.

import "./sealed";
import { debug, embedded } from "./address";
import { emptyBody } from "./dom";
import { EngineRefused, load } from "./engine";
import { listenToHost } from "./host";
import { followLinks } from "./outside";
import { Page } from "./page";
import { restoreLanguage } from "./language";
import { count, watch } from "./requests";
import { restoreTheme } from "./theme";

async function start(): Promise<void> {
  const parsed = new Promise((done) => addEventListener("DOMContentLoaded", done));
  const loaded = await load(document.querySelector("#engine")).catch(refused);
  await parsed;
  emptyBody();
  if (loaded instanceof EngineRefused) {
    new Page(undefined, loaded.reason);
    return;
  }
  if (debug) loaded.setDebug(true);
  new Page(loaded, undefined);
}

function refused(error: unknown): EngineRefused {
  if (error instanceof EngineRefused) return error;
  throw error;
}

emptyBody();
document.documentElement.toggleAttribute("data-embed", embedded);
watch(count);
listenToHost();
if (embedded) followLinks();
restoreTheme();
restoreLanguage();
void start();
