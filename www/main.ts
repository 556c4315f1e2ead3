// The page begins here.

import { start } from "./page";
import { restoreTheme } from "./theme";

restoreTheme();
void start();
