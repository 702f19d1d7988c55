import { afterAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { histories } from '../support/histories/steps.js';
import { Stage } from '../support/histories/stage.js';

/** How many histories; `HISTORIES=200` asks for more. */
const RUNS = Number(process.env['HISTORIES'] ?? 2);

/** `HISTORY=-1467620945/17`, the seed and the path that a failure told, plays that one again and shortens it. */
const [seed, path] = process.env['HISTORY']?.split('/') ?? [];
const PLAYED = seed && path ? { seed: Number(seed), path } : { endOnFailure: true };

describe('any history of two years', () => {
  const stage = new Stage();
  afterAll(() => stage.close());

  it(
    'leaves the ledger true after each step, both books of PayFiP equal, and is settled by one correction',
    async () => {
      await fc.assert(
        fc.asyncProperty(histories, (history) => stage.play(history)),
        { ...PLAYED, numRuns: RUNS },
      );
      if (RUNS >= 50) expect(stage.unseen()).toEqual([]);
    },
    RUNS * 60_000,
  );
});
