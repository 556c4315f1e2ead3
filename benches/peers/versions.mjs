// Versions of what npm installed here.

import { readFileSync } from "node:fs";

export function versions(names) {
  return Object.fromEntries(names.map((name) => [name, JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), "utf8")).version]));
}
