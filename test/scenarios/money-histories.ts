import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { CheckExplanations, ComputeRun } from '../../src/billing/index.js';
import { StartRun } from '../../src/billing/actions/runs/start-run.js';
import { ReadRuns } from '../../src/billing/actions/runs/read-runs.js';
import { IssueRun } from '../../src/billing/index.js';
import { isBefore } from '../../src/kernel/civil-time.js';
import { CheckLedger } from '../../src/treasury/index.js';
import { type RunningService, startService } from '../support/application.js';
import { histories, STEPS } from '../support/histories/steps.js';
import { FIRST_DAY, newWorld, type World } from '../support/histories/world.js';

/** How many histories; `HISTORIES=200` asks for more. */
const RUNS = Number(process.env['HISTORIES'] ?? 4);

describe('any history of two years', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService('money-histories', '2026-09-01T09:00:00+02:00', { checksLedger: true });
  });
  afterAll(() => service.stop());

  it(
    'leaves the ledger true after each step, and is settled by one correction',
    async () => {
      await fc.assert(
        fc.asyncProperty(histories, async (history) => {
          const world = await newWorld(service);
          for (const { name, chance } of history) {
            await STEPS.find((step) => step.name === name)!.run(world, chance);
            const { faults } = await service.app.get(CheckLedger).run();
            expect(faults.map(({ message }) => `après « ${name} » : ${message}`)).toEqual([]);
          }
          await correctedOnce(world);
          expect((await service.app.get(CheckExplanations).run()).faults).toEqual([]);
        }),
        // A history that fails is told as it is: shortening it takes minutes, and `HISTORIES` asks for it.
        { numRuns: RUNS, endOnFailure: process.env['HISTORIES'] === undefined },
      );
    },
    RUNS * 20_000,
  );
});

/** Once corrected, what was billed is what is due: a second correction finds nothing. */
async function correctedOnce({ service, commune, accountId, billedUntil }: World): Promise<void> {
  if (isBefore(billedUntil, FIRST_DAY)) return;
  const { app } = service;
  const { collectiviteId } = commune;
  const correct = async () => {
    const period = { from: FIRST_DAY, to: billedUntil };
    const runId = await app.get(StartRun).run(collectiviteId, period, accountId, 'CORRECTION');
    await app.get(ComputeRun).run(collectiviteId, runId);
    const computed = await app.get(ReadRuns).one(collectiviteId, runId);
    await app.get(IssueRun).run(collectiviteId, runId, accountId);
    return computed;
  };
  await correct();
  expect(await correct()).toMatchObject({ totalCents: 0, creditedCents: 0 });
  expect((await app.get(CheckLedger).run()).faults).toEqual([]);
}
