import { expect } from '@jest/globals';
import { CheckExplanations, ComputeRun, IssueRun } from '../../../src/billing/index.js';
import { ReadRuns } from '../../../src/billing/actions/runs/read-runs.js';
import { StartRun } from '../../../src/billing/actions/runs/start-run.js';
import { isBefore } from '../../../src/kernel/civil-time.js';
import { SOURCE_KINDS } from '../../../src/ledger/rules/posting.js';
import { CheckLedger } from '../../../src/treasury/index.js';
import { ServiceWithPayfip } from '../payfip.js';
import { expectSameBooks, expectSamePlaces, settleAll } from './ends.js';
import { type History, STEPS } from './steps.js';
import { FIRST_DAY, MONTHS, monthComes, newWorld, rowsOf, type World } from './world.js';

/** Each check reads all that a database holds: after so many histories the next ones get a new one. */
const ON_ONE_DATABASE = 4;

/** Plays histories on a service beside a PayFiP, and checks after each of their steps. */
export class Stage {
  private payfip: ServiceWithPayfip | null = null;
  private played = 0;
  private readonly seen = new Set<string>();

  async play({ thresholdCents, months }: History): Promise<void> {
    if (this.played % ON_ONE_DATABASE === 0) await this.open();
    this.played += 1;
    const { service, simulator } = this.payfip!;
    simulator.faults.clear();
    const world = await newWorld(service, simulator, thresholdCents);
    for (const [month, steps] of months.entries()) {
      monthComes(world, month);
      for (const { name, chance, after } of steps) {
        service.clock.advance({ minutes: after });
        await STEPS.find((step) => step.name === name)!.run(world, chance);
        await expectTrue(world, name);
      }
    }
    monthComes(world, MONTHS);
    await settleAll(world);
    await expectTrue(world, 'all that was under way is decided');
    await expectSameBooks(world);
    await expectSamePlaces(world);
    await correctedOnce(world, thresholdCents);
    expect((await service.app.get(CheckExplanations).run()).faults).toEqual([]);
    const kinds = 'SELECT DISTINCT source_kind FROM ledger_entries WHERE collectivite_id = ?';
    for (const { source_kind } of await rowsOf<{ source_kind: string }>(world, kinds, [world.commune.collectiviteId]))
      this.seen.add(source_kind);
  }

  /** Kinds of entries that no history has made. */
  unseen(): string[] {
    return SOURCE_KINDS.filter((kind) => !this.seen.has(kind));
  }

  async close(): Promise<void> {
    await this.payfip?.stop();
    this.payfip = null;
  }

  private async open(): Promise<void> {
    await this.close();
    this.payfip = await ServiceWithPayfip.start('money-histories', '2026-09-01T09:00:00+02:00');
  }
}

async function expectTrue({ service }: World, name: string): Promise<void> {
  const { faults } = await service.app.get(CheckLedger).run();
  expect(faults.map(({ message }) => `après « ${name} » : ${message}`)).toEqual([]);
}

/**
 * Once corrected, what was billed is what is due: a second correction finds nothing. What was carried over is issued first:
 * until then there is no invoice to give back from.
 */
async function correctedOnce(world: World, thresholdCents: number): Promise<void> {
  const { service, commune, accountId, billedUntil } = world;
  if (isBefore(billedUntil, FIRST_DAY)) return;
  const { app } = service;
  const { collectiviteId } = commune;
  const correct = async () => {
    const period = { from: FIRST_DAY, to: billedUntil };
    const runId = await app.get(StartRun).run(collectiviteId, period, accountId, 'CORRECTION');
    await app.get(ComputeRun).run(collectiviteId, runId);
    const computed = await app.get(ReadRuns).one(collectiviteId, runId);
    await app.get(IssueRun).run(collectiviteId, runId, accountId, true);
    return computed;
  };
  if (thresholdCents > 0) await correct();
  await correct();
  expect(await correct()).toMatchObject({ totalCents: 0, creditedCents: 0 });
  await expectTrue(world, 'la correction');
}
