// Writes the help as a man page and as Markdown; run by the build.

import { man, markdown } from "./help";

const [wished, version = "", date = ""] = process.argv.slice(2);
process.stdout.write(wished === "man" ? man(version, date) : markdown());
