import { RecordRoll } from '../../../src/attendance/actions/record-roll.js';
import { FindCreditable } from '../../../src/billing/actions/credit-notes/find-creditable.js';
import { FindInvoices } from '../../../src/billing/actions/invoices/find-invoices.js';
import { DiscardRun } from '../../../src/billing/actions/runs/discard-run.js';
import { StartRun } from '../../../src/billing/actions/runs/start-run.js';
import { ComputeRun, IssueRun, MakeCreditNote } from '../../../src/billing/index.js';
import { isBefore, type Temporal } from '../../../src/kernel/civil-time.js';
import { holdSession, type Household, reserve } from '../school.js';
import { type Chance, pick, type Step } from './step.js';
import { FIRST_DAY, orRefused, rowsOf, today, type World } from './world.js';

async function invoiceOf({ service, commune, households }: World, [who, which]: Chance) {
  const { familyId } = pick(households, who)!;
  const found = await service.app.get(FindInvoices).list(commune.collectiviteId, { familyId }, 0, 50);
  return found.length > 0 ? pick(found, which)!.invoice : null;
}

/** A run of days: computed, computed again now and then, and issued, whatever the threshold or not; or thrown away. */
async function bill(
  { service, commune, accountId }: World,
  period: Parameters<StartRun['run']>[1],
  kind: 'ORDINARY' | 'CORRECTION',
  chance: number,
): Promise<boolean> {
  const { app } = service;
  const { collectiviteId } = commune;
  const runId = await orRefused(app.get(StartRun).run(collectiviteId, period, accountId, kind));
  if (runId === null) return false;
  await app.get(ComputeRun).run(collectiviteId, runId);
  if (chance % 3 === 0) await app.get(ComputeRun).run(collectiviteId, runId);
  if (chance % 5 === 0) {
    await app.get(DiscardRun).run(collectiviteId, runId, accountId);
    return false;
  }
  await app.get(IssueRun).run(collectiviteId, runId, accountId, chance % 7 === 0);
  return true;
}

/** A day of the canteen that no run has billed, once. */
async function book(world: World, household: Household, date: Temporal.PlainDate): Promise<void> {
  const { service, commune, sessions } = world;
  if (!isBefore(world.billedUntil, date)) return;
  let session = sessions.find((one) => one.date.equals(date));
  if (!session) {
    session = { id: await holdSession(service, commune, date.toString()), date };
    sessions.push(session);
  }
  const taken = 'SELECT id FROM reservations WHERE session_id = ? AND child_id = ?';
  if ((await rowsOf(world, taken, [session.id, household.childId])).length === 0)
    await reserve(service, commune, session.id, household);
}

export const BILLING_STEPS: readonly Step[] = [
  {
    name: 'days are booked',
    weight: 14,
    run: async (world, [who, back, days]) => {
      const household = pick(world.households, who)!;
      for (let day = 0; day <= days % 6; day += 1)
        await book(world, household, today(world).subtract({ days: (back % 10) + day }));
    },
  },
  {
    name: 'a child is pointed, or what was billed corrected',
    weight: 8,
    run: async (world, [who, which, what]) => {
      const { service, commune, accountId, households, sessions, days } = world;
      const session = pick([...sessions, ...days], which);
      if (!session || isBefore(today(world), session.date)) return;
      const { childId } = pick(households, who)!;
      const state = pick(['PRESENT', 'ABSENT_JUSTIFIED', 'ABSENT_UNJUSTIFIED'] as const, what)!;
      const entries = [{ childId, state, arrivedAt: null, leftAt: null, reason: 'feuille retrouvée' }];
      const roll = { collectiviteId: commune.collectiviteId, sessionId: session.id, entries, allPresent: false };
      await orRefused(service.app.get(RecordRoll).run({ ...roll, accountId, afterBilling: true }));
    },
  },
  {
    name: 'what is not billed yet is billed',
    weight: 12,
    run: async (world, [how]) => {
      const period = { from: world.billedUntil.add({ days: 1 }), to: today(world) };
      if (isBefore(period.to, period.from)) return;
      if (await bill(world, period, 'ORDINARY', how)) world.billedUntil = period.to;
    },
  },
  {
    name: 'what was billed is corrected',
    weight: 3,
    run: async (world, [how]) => {
      if (isBefore(world.billedUntil, FIRST_DAY)) return;
      await bill(world, { from: FIRST_DAY, to: world.billedUntil }, 'CORRECTION', how);
    },
  },
  {
    name: 'a credit note is made',
    weight: 4,
    run: async (world, chance) => {
      const { service, commune, accountId } = world;
      const invoice = await invoiceOf(world, chance);
      if (!invoice) return;
      const { collectiviteId } = commune;
      const charges = await service.app.get(FindCreditable).ofInvoice(collectiviteId, invoice.id);
      const { chargeId } = pick(charges, chance[2])!;
      const lines = chance[3] % 3 === 0 ? ('WHOLE' as const) : [{ chargeId, cents: 1 + (chance[3] % 400) }];
      const reason = pick(['DISCOUNT', 'TARIFF', 'CANCELLATION'] as const, chance[0] + chance[3])!;
      const asked = { collectiviteId, invoiceId: invoice.id, lines, reason, reasonText: null };
      await orRefused(service.app.get(MakeCreditNote).run({ ...asked, accountId }));
    },
  },
];
