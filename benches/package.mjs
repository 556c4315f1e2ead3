// The npm package as it was built.

import { join } from "node:path";
import { pathToFileURL } from "node:url";

export const error31 = await import(pathToFileURL(join(process.env.E31_DIST, "package/error31.js")).href);
await error31.init();
