// The page begins here: nothing can leave and no other script come in, then theme, language, engine, page. Without an engine the page says why.

import "./frame/no-webrtc";
import "./engine/worker-address";
import { debug, embedded } from "./frame/address";
import { emptyBody } from "./dom/elements";
import { followScrolling } from "./dom/later";
import { Workers } from "./engine/background";
import { load } from "./engine/engine";
import { Brand } from "./frame/brand";
import { Host } from "./frame/host";
import { followLinks } from "./view/links-in-frame";
import { Page } from "./state/page";
import { otherLanguage, restoreLanguage, turn } from "./words/language";
import { Requests, watch, type Seen } from "./frame/requests";
import { restoreTheme, useTheme } from "./frame/theme";

async function start(requests: Requests, host: Host, count: (seen: Seen) => void): Promise<void> {
  const parsed = new Promise((done) => addEventListener("DOMContentLoaded", done));
  const loaded = await load(document.querySelector("#engine"));
  await parsed;
  emptyBody();
  if (typeof loaded === "string") {
    new Page({ engine: undefined, refusal: loaded, workers: undefined, requests, host });
    return;
  }
  if (debug) loaded.setDebug(true);
  new Page({ engine: loaded, refusal: undefined, workers: new Workers(loaded.module, count), requests, host });
}

/** The language of the host, while there is no page yet that would have to be built anew. */
function turnTo(tag: string): void {
  const wished = otherLanguage(tag);
  if (wished) turn(wished);
}

emptyBody(", #begin");
document.documentElement.toggleAttribute("data-embed", embedded);
const requests = new Requests();
const count = (seen: Seen) => requests.count(seen);
watch(count);
const brand = new Brand();
const host = new Host({ language: turnTo, theme: useTheme, brand: (accent, font) => brand.use(accent, font) });
if (embedded) followLinks();
restoreTheme();
restoreLanguage();
followScrolling();
void start(requests, host, count);
