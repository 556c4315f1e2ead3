// Interleaved measuring: every runner is warmed up, then takes its turn in every round.

/** Fewer rounds only show that a part runs. */
export const ROUNDS = Number(process.env.E31_ROUNDS ?? 15);

/** A function of this process as a runner: how many ms so many calls take. */
export function here(run) {
  return async (times) => {
    const begin = performance.now();
    for (let i = 0; i < times; i += 1) {
      const made = run();
      if (made instanceof Promise) await made;
    }
    return performance.now() - begin;
  };
}

/** Median, least and most ms of one call; a batch of calls takes about `batch` ms, or one call where that is longer. */
export async function race(runners, { rounds = ROUNDS, warm = 120, batch = 12 } = {}) {
  const all = Object.entries(runners).map(([name, run]) => ({ name, run, times: [], calls: 1 }));
  for (const one of all) {
    let spent = 0;
    let last = 0;
    for (let calls = 1; spent < warm; calls = Math.min(calls * 2, Math.ceil(warm / 4 / Math.max(last, 0.001)))) {
      const took = await one.run(calls);
      last = took / calls;
      spent += Math.max(took, 0.5);
    }
    one.calls = Math.max(1, Math.round(batch / Math.max(last, 0.001)));
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const one of all) one.times.push(await one.run(one.calls) / one.calls);
  }
  return Object.fromEntries(all.map(({ name, times }) => [name, figures(times)]));
}

export function figures(times) {
  const sorted = times.toSorted((a, b) => a - b);
  return { median: sorted[sorted.length >> 1], min: sorted[0], max: sorted.at(-1) };
}
