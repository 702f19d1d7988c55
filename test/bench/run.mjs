/**
 * `npm run bench -- <name>`: evaluations per second of processor of what a rule is compiled into, beside code written by hand for
 * that one rule, in the same run. Runs on what is built. Ends with 1 when a ratio is under the target.
 */
import { readdirSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** How fast a rule must at least be, beside code written for it alone. */
const TARGET = 0.3;
const ROUNDS = 41;
const BATCH_MS = 15;

const known = readdirSync(new URL('.', import.meta.url))
  .map((file) => /^(.+)\.bench\.mjs$/.exec(file)?.[1])
  .filter((name) => name !== undefined);
const [name] = process.argv.slice(2);
if (!known.includes(name)) {
  console.error(`npm run bench -- ${known.join(' | ')}`);
  process.exit(2);
}

/** Each case: `name`, and two functions that do the same `evaluations`, `compiled` and `special`; or a bench of its own. */
const { cases, run } = await import(`./${name}.bench.mjs`);
if (run) {
  await run();
  process.exit(0);
}

const repeatsOf = (run) => {
  const started = performance.now();
  let repeats = 0;
  for (; performance.now() - started < BATCH_MS; repeats += 1) run();
  return repeats;
};
/** Milliseconds of processor, so that what else the machine does is not counted. */
const timed = (run, repeats) => {
  const started = process.cpuUsage();
  for (let repeat = 0; repeat < repeats; repeat += 1) run();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000 / repeats;
};
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
const perSecond = (evaluations, ms) => Math.round((evaluations * 1000) / ms).toLocaleString('fr-FR');

const rows = cases.map(({ name: rule, evaluations, compiled, special }) => {
  const repeats = { compiled: repeatsOf(compiled), special: repeatsOf(special) };
  const times = { compiled: [], special: [] };
  // Batches alternate, so that what warms up or slows down weighs on both.
  for (let round = 0; round < ROUNDS; round += 1) {
    times.compiled.push(timed(compiled, repeats.compiled));
    times.special.push(timed(special, repeats.special));
  }
  const [ours, theirs] = [median(times.compiled), median(times.special)];
  return {
    rule,
    'compiled /s': perSecond(evaluations, ours),
    'by hand /s': perSecond(evaluations, theirs),
    ratio: Number((theirs / ours).toFixed(2)),
  };
});
console.table(rows);
const slow = rows.filter(({ ratio }) => ratio < TARGET);
if (slow.length > 0) {
  console.error(`under ${TARGET}: ${slow.map(({ rule }) => rule).join(', ')}`);
  process.exit(1);
}
