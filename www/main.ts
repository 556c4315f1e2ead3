// Stand-in for the page: shows the report as JSON.

import { load } from "./engine";

const input = document.querySelector("textarea")!;
const output = document.querySelector("pre")!;

async function start(): Promise<void> {
  const engine = await load(document.querySelector("#engine"));
  const show = () => {
    output.textContent = JSON.stringify(engine.check(input.value), undefined, 2);
  };
  input.addEventListener("input", show);
  show();
}

start().catch((error: Error) => {
  output.textContent = error.message;
});
