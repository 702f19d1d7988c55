import { expect } from '@jest/globals';
import { CheckExplanations } from '../../src/billing/index.js';
import type { RunningService } from './application.js';

/** Every price that was promised or charged so far is what its kept steps give, and there are some. */
export async function expectPricesExplained(service: RunningService): Promise<void> {
  const { charges, promises, faults } = await service.app.get(CheckExplanations).run();
  expect(faults).toEqual([]);
  expect(charges + promises).toBeGreaterThan(0);
}
