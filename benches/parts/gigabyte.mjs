// A recording of a gigabyte on the page, alone: three times.

import { target } from "../document.mjs";
import { PageOnDisk } from "../page.mjs";
import { figures } from "../race.mjs";
import { recorded } from "../recording.mjs";

const RUNS = 3;

export default async function part() {
  const page = await PageOnDisk.start();
  const { size, scans, own } = await recorded(1000, async (path, megabytes) => {
    const all = [];
    for (let run = 0; run < RUNS; run += 1) all.push(await page.scan(path));
    return { size: megabytes, scans: all, own: await page.ownJson(path) };
  });
  await page.end();
  const { median, min, max } = figures(scans.map(({ took }) => took));
  const memory = Math.max(...scans.map((one) => one.memory)) / 2 ** 20;
  return {
    title: `A recording of ${size.toFixed(0)} MB on the page`,
    sections: [{ table: { columns: ["", "median ms", "min", "max", "speed"], rows: [[`error31, ${RUNS} runs`, median, min, max, `${(1000 * size / median).toFixed(0)} MB/s`]] },
      after: [`text() + JSON.parse + walk: ${own === undefined ? "not possible, for no text is so long" : `${own.toFixed(0)} ms`}.`] }],
    targets: [target("the engine's memory", memory, { most: 128, unit: "MiB", reason: "what is kept grows with the sign-ins of a recording, not with its size" })],
  };
}
