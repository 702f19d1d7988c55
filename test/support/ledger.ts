import { expect } from '@jest/globals';
import { CheckLedger } from '../../src/treasury/index.js';
import type { RunningService } from './application.js';

/** The ledger and the documents it records agree, whatever was done so far. */
export async function expectLedgerHolds(service: RunningService): Promise<void> {
  const { entries, faults } = await service.app.get(CheckLedger).run();
  expect(faults).toEqual([]);
  expect(entries).toBeGreaterThan(0);
}
