import { RecordPaperMandate } from '../../../src/mandates/actions/record-paper-mandate.js';
import { CancelDebitRun } from '../../../src/payments/actions/debits/cancel-debit-run.js';
import { CollectDebits } from '../../../src/payments/actions/debits/collect-debits.js';
import { MakeDebitRun } from '../../../src/payments/actions/debits/make-debit-run.js';
import { RejectDebit } from '../../../src/payments/actions/debits/reject-debit.js';
import { settlementDayFrom } from '../../../src/sepa/index.js';
import { DEBITED_IBAN } from '../debited-families.js';
import { pick, type Step } from './step.js';
import { orRefused, rowsOf, today } from './world.js';

const ACCOUNT = { iban: DEBITED_IBAN, bic: null, holder: 'Camille Durand' };

/** Families that let the régie debit them, files of debits, and what banks send back. */
export const DEBIT_STEPS: readonly Step[] = [
  {
    name: 'a family signs a mandate',
    weight: 1,
    run: async (world, [who]) => {
      const { service, commune, households, accountId } = world;
      const { familyId, guardianId } = pick(households, who)!;
      const living = 'SELECT id FROM mandates WHERE family_id = ? AND living = 1';
      const [replaced] = await rowsOf<{ id: number }>(world, living, [familyId]);
      await orRefused(
        service.app.get(RecordPaperMandate).run({
          ...{ collectiviteId: commune.collectiviteId, familyId, guardianId, account: ACCOUNT },
          ...{ signedOn: today(world), replaces: replaced?.id ?? null, scan: null, recordedBy: accountId },
        }),
      );
    },
  },
  {
    name: 'a file of debits is made',
    weight: 3,
    run: (world, [days]) => {
      const { service, commune, accountId } = world;
      const collectedOn = settlementDayFrom(today(world).add({ days: 14 + (days % 12) }));
      const wanted = { collectiviteId: commune.collectiviteId, collectedOn, leaveOut: [], accountId };
      return orRefused(service.app.get(MakeDebitRun).run(wanted));
    },
  },
  {
    name: 'debits whose day has come are recorded',
    weight: 2,
    run: ({ service }) => service.app.get(CollectDebits).run(),
  },
  {
    name: 'a bank sends a debit back',
    weight: 2,
    run: async (world, [which, why]) => {
      const { service, commune, accountId } = world;
      const { collectiviteId } = commune;
      const all = 'SELECT id FROM debits WHERE collectivite_id = ? ORDER BY id';
      const debit = pick(await rowsOf<{ id: number }>(world, all, [collectiviteId]), which);
      if (!debit) return;
      const reason = pick(['AM04', 'AM04', 'AC04'] as const, why)!;
      await orRefused(
        service.app.get(RejectDebit).run({ collectiviteId, debitId: debit.id, reason, rejectedBy: accountId }),
      );
    },
  },
  {
    name: 'a file of debits is not sent after all',
    weight: 1,
    run: async (world, [which]) => {
      const { service, commune, accountId } = world;
      const { collectiviteId } = commune;
      const all = 'SELECT id FROM debit_runs WHERE collectivite_id = ? ORDER BY id';
      const run = pick(await rowsOf<{ id: number }>(world, all, [collectiviteId]), which);
      if (run) await orRefused(service.app.get(CancelDebitRun).run(collectiviteId, run.id, accountId));
    },
  },
];
