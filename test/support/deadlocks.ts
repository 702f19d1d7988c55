import { jest } from '@jest/globals';
import type { RunningService } from './application.js';

/** Counts, from now on, the units that the engine gave up: a deadlock, or a lock waited for too long. */
export function countGivenUp({ database }: RunningService): () => number {
  const asked = jest.spyOn(database.dialect, 'isRetryable');
  // What other suites of the same file counted is there too: the dialect is one for all of them.
  const before = asked.mock.results.length;
  return () => asked.mock.results.slice(before).filter(({ value }) => value === true).length;
}
