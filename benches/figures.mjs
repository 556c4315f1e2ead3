// The same three figures of every measurement.

/** Prints the head of a table. */
export function head(title) {
  console.log(`\n${`${title}, in ms`.padEnd(60)}     min   median      p95`);
}

/** Prints one line of it. */
export function line(name, times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.round(share * (sorted.length - 1))].toFixed(3).padStart(9);
  console.log(name.padEnd(59), at(0), at(0.5), at(0.95));
}
