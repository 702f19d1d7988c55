import * as fc from 'fast-check';
import { ApplyCredit, ComputeRun, IssueRun, MakeCreditNote } from '../../../src/billing/index.js';
import { DiscardRun } from '../../../src/billing/actions/runs/discard-run.js';
import { FindCreditable } from '../../../src/billing/actions/credit-notes/find-creditable.js';
import { FindInvoices } from '../../../src/billing/actions/invoices/find-invoices.js';
import { StartRun } from '../../../src/billing/actions/runs/start-run.js';
import { RecordRoll } from '../../../src/attendance/actions/record-roll.js';
import { isBefore } from '../../../src/kernel/civil-time.js';
import { RecordPayment } from '../../../src/payments/actions/record-payment.js';
import { ReversePayment } from '../../../src/payments/actions/reversals/reverse-payment.js';
import { REVERSAL_REASONS } from '../../../src/payments/rules/reversal.js';
import { holdSession, reserve } from '../school.js';
import { FIRST_DAY, orRefused, today, type World } from './world.js';

/** One thing that happens in a history: what chance decides of it, and the real action that does it. */
export interface Step {
  readonly name: string;
  /** How often beside the others. */
  readonly weight: number;
  readonly run: (world: World, chance: readonly number[]) => Promise<unknown>;
}

/** Numbers below this decide: which family, which day, how much. */
export const CHANCE = 1000;

const pick = <Item>(items: readonly Item[], chance: number): Item | undefined => items[chance % items.length];

async function invoiceOf({ service, commune, households }: World, [who, which]: readonly number[]) {
  const { familyId } = pick(households, who!)!;
  const found = await service.app.get(FindInvoices).list(commune.collectiviteId, { familyId }, 0, 50);
  return found.length > 0 ? pick(found, which!)!.invoice : null;
}

/** A run of days: computed, computed again now and then, and issued, or thrown away. */
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
  await app.get(IssueRun).run(collectiviteId, runId, accountId);
  return true;
}

/** Add a step here for each action that moves money: the ledger is checked after every one. */
export const STEPS: readonly Step[] = [
  {
    name: 'days pass',
    weight: 4,
    run: async ({ service }, [days]) => service.clock.advance({ hours: 24 * (1 + (days! % 45)) }),
  },
  {
    name: 'a day is booked',
    weight: 6,
    run: async (world, [who, back]) => {
      const { service, commune, households, sessions } = world;
      const date = today(world).subtract({ days: back! % 15 });
      if (!isBefore(world.billedUntil, date)) return;
      let session = sessions.find((one) => one.date.equals(date));
      if (!session) {
        session = { id: await holdSession(service, commune, date.toString()), date };
        sessions.push(session);
      }
      const household = pick(households, who!)!;
      const [taken] = await service.database.read(() =>
        service.database.rows('SELECT id FROM reservations WHERE session_id = ? AND child_id = ?', [
          session.id,
          household.childId,
        ]),
      );
      if (!taken) await reserve(service, commune, session.id, household);
    },
  },
  {
    name: 'a child is pointed, or what was billed corrected',
    weight: 6,
    run: async (world, [who, which, what]) => {
      const { service, commune, accountId, households, sessions } = world;
      const session = pick(sessions, which!);
      if (!session || isBefore(today(world), session.date)) return;
      const { childId } = pick(households, who!)!;
      const state = pick(['PRESENT', 'ABSENT_JUSTIFIED', 'ABSENT_UNJUSTIFIED'] as const, what!)!;
      const entries = [{ childId, state, arrivedAt: null, leftAt: null, reason: 'feuille retrouvée' }];
      const roll = { collectiviteId: commune.collectiviteId, sessionId: session.id, entries, allPresent: false };
      await orRefused(service.app.get(RecordRoll).run({ ...roll, accountId, afterBilling: true }));
    },
  },
  {
    name: 'what is not billed yet is billed',
    weight: 4,
    run: async (world, [how]) => {
      const period = { from: world.billedUntil.add({ days: 1 }), to: today(world) };
      if (isBefore(period.to, period.from)) return;
      if (await bill(world, period, 'ORDINARY', how!)) world.billedUntil = period.to;
    },
  },
  {
    name: 'what was billed is corrected',
    weight: 3,
    run: async (world, [how]) => {
      if (isBefore(world.billedUntil, FIRST_DAY)) return;
      await bill(world, { from: FIRST_DAY, to: world.billedUntil }, 'CORRECTION', how!);
    },
  },
  {
    name: 'a family pays, too much now and then',
    weight: 4,
    run: async (world, [who, cents, means]) => {
      const { service, commune, households, accountId } = world;
      await orRefused(
        service.app.get(RecordPayment).run({
          ...{ collectiviteId: commune.collectiviteId, familyId: pick(households, who!)!.familyId },
          ...{ means: pick(['CASH', 'CHEQUE', 'TRANSFER'] as const, means!)!, cents: 1 + cents! },
          ...{ receivedOn: today(world), excess: 'CREDIT', recordedBy: accountId, confirmSecond: true },
        }),
      );
    },
  },
  {
    name: 'a payment does not hold',
    weight: 2,
    run: async ({ service, commune, accountId }, [which, why]) => {
      const { collectiviteId } = commune;
      const payments = await service.database.read(() =>
        service.database.rows<{ id: number }>('SELECT id FROM payments WHERE collectivite_id = ? ORDER BY id', [
          collectiviteId,
        ]),
      );
      const payment = pick(payments, which!);
      if (!payment) return;
      const reversal = { collectiviteId, paymentId: payment.id, reason: pick(REVERSAL_REASONS, why!)! };
      await orRefused(service.app.get(ReversePayment).run({ ...reversal, note: 'rejet', reversedBy: accountId }));
    },
  },
  {
    name: 'a credit note is made',
    weight: 3,
    run: async (world, chance) => {
      const { service, commune, accountId } = world;
      const invoice = await invoiceOf(world, chance);
      if (!invoice) return;
      const { collectiviteId } = commune;
      const charges = await service.app.get(FindCreditable).ofInvoice(collectiviteId, invoice.id);
      const { chargeId } = pick(charges, chance[2]!)!;
      const lines = chance[3]! % 3 === 0 ? ('WHOLE' as const) : [{ chargeId, cents: 1 + (chance[3]! % 400) }];
      const asked = {
        collectiviteId,
        invoiceId: invoice.id,
        lines,
        reason: pick(['DISCOUNT', 'TARIFF', 'CANCELLATION'] as const, chance[0]! + chance[3]!)!,
        reasonText: null,
      };
      await orRefused(service.app.get(MakeCreditNote).run({ ...asked, accountId }));
    },
  },
  {
    name: 'credit pays what is due',
    weight: 2,
    run: async ({ service, commune, households, accountId }, [who]) =>
      orRefused(service.app.get(ApplyCredit).run(commune.collectiviteId, pick(households, who!)!.familyId, accountId)),
  },
];

/** Histories as lists of steps with their chance; fast-check shortens one that fails. */
export const histories: fc.Arbitrary<{ readonly name: string; readonly chance: readonly number[] }[]> = fc.array(
  fc.record({
    name: fc.oneof(...STEPS.map(({ name, weight }) => ({ arbitrary: fc.constant(name), weight }))),
    chance: fc.array(fc.nat(CHANCE - 1), { minLength: 4, maxLength: 4 }),
  }),
  { minLength: 20, maxLength: 40, size: 'max' },
);
