import { jest } from '@jest/globals';
import type { RunningService } from './application.js';

/** Counts, from now on, the units that the engine gave up: a deadlock, or a lock waited for too long. */
export function countGivenUp({ database }: RunningService): () => number {
  const asked = jest.spyOn(database.dialect, 'isRetryable');
  return () => asked.mock.results.filter(({ value }) => value === true).length;
}
