// The page begins here: nothing can leave, then theme, language, engine, page. Without an engine the page says why.

import "./frame/no-webrtc";
import { debug, embedded } from "./frame/address";
import { emptyBody } from "./dom/elements";
import { EngineRefused, load } from "./engine/engine";
import { listenToHost } from "./frame/host";
import { followLinks } from "./view/links-in-frame";
import { Page } from "./state/page";
import { restoreLanguage } from "./words/language";
import { count, watch } from "./frame/requests";
import { restoreTheme } from "./frame/theme";

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
