import { ApplyCredit } from '../../../src/billing/index.js';
import { AgreePlan } from '../../../src/instalments/actions/agree-plan.js';
import { EndPlan } from '../../../src/instalments/actions/end-plan.js';
import { OpenBalances } from '../../../src/ledger/index.js';
import { RecordPayment } from '../../../src/payments/actions/record-payment.js';
import { MakeRefundList } from '../../../src/payments/actions/refunds/make-refund-list.js';
import { ReverseRefund } from '../../../src/payments/actions/refunds/reverse-refund.js';
import { AcceptRemittance } from '../../../src/payments/actions/remittances/accept-remittance.js';
import { MakeRemittance } from '../../../src/payments/actions/remittances/make-remittance.js';
import { ReverseRemittance } from '../../../src/payments/actions/remittances/reverse-remittance.js';
import { ReversePayment } from '../../../src/payments/actions/reversals/reverse-payment.js';
import { ReverseWriteOff } from '../../../src/payments/actions/writeoffs/reverse-write-off.js';
import { WriteOffDebt } from '../../../src/payments/actions/writeoffs/write-off-debt.js';
import { REVERSAL_REASONS } from '../../../src/payments/rules/reversal.js';
import { MakeCollectionReport } from '../../../src/treasury/actions/make-collection-report.js';
import { MakeMonthlyReports } from '../../../src/treasury/index.js';
import { DEBITED_IBAN } from '../debited-families.js';
import { pick, type Step } from './step.js';
import { FIRST_DAY, orRefused, rowsOf, today } from './world.js';

const MEANS = ['CASH', 'CHEQUE', 'TRANSFER'] as const;
const ACCOUNT = { iban: DEBITED_IBAN, bic: null, holder: 'Camille Durand' };

/** What the régisseur does, and what months that are over do. */
export const COUNTER_STEPS: readonly Step[] = [
  {
    name: 'a family pays, too much now and then',
    weight: 5,
    run: async (world, [who, cents, means, back]) => {
      const { service, commune, households, accountId } = world;
      await orRefused(
        service.app.get(RecordPayment).run({
          ...{ collectiviteId: commune.collectiviteId, familyId: pick(households, who)!.familyId },
          ...{ means: pick(MEANS, means)!, cents: 1 + cents },
          receivedOn: today(world).subtract({ days: back % 3 === 0 ? back % 60 : 0 }),
          ...{ excess: 'CREDIT', recordedBy: accountId, confirmSecond: true },
        }),
      );
    },
  },
  {
    name: 'a payment does not hold',
    weight: 2,
    run: async (world, [which, why]) => {
      const { service, commune, accountId } = world;
      const { collectiviteId } = commune;
      const payments = await rowsOf<{ id: number }>(
        world,
        "SELECT id FROM payments WHERE collectivite_id = ? AND means <> 'DIRECT_DEBIT' ORDER BY id",
        [collectiviteId],
      );
      const payment = pick(payments, which);
      if (!payment) return;
      const reversal = { collectiviteId, paymentId: payment.id, reason: pick(REVERSAL_REASONS, why)! };
      await orRefused(service.app.get(ReversePayment).run({ ...reversal, note: 'rejet', reversedBy: accountId }));
    },
  },
  {
    name: 'credit pays what is due',
    weight: 2,
    run: ({ service, commune, households, accountId }, [who]) =>
      orRefused(service.app.get(ApplyCredit).run(commune.collectiviteId, pick(households, who)!.familyId, accountId)),
  },
  {
    name: 'credits are given back',
    weight: 2,
    run: ({ service, commune, households, accountId }, [who, cents]) => {
      const given = who % 3 === 0 ? households : [pick(households, who)!];
      const refunds = given.map(({ familyId }) => ({
        ...{ familyId, account: ACCOUNT },
        cents: cents % 2 === 0 ? null : 1 + cents,
      }));
      const { collectiviteId } = commune;
      return orRefused(service.app.get(MakeRefundList).run({ collectiviteId, refunds, madeBy: accountId }));
    },
  },
  {
    name: 'a refund comes back',
    weight: 1,
    run: async (world, [which]) => {
      const { service, commune, accountId } = world;
      const { collectiviteId } = commune;
      const all = 'SELECT id FROM refunds WHERE collectivite_id = ? ORDER BY id';
      const refund = pick(await rowsOf<{ id: number }>(world, all, [collectiviteId]), which);
      if (!refund) return;
      const asked = { collectiviteId, refundId: refund.id, note: 'Compte clôturé', reversedBy: accountId };
      await orRefused(service.app.get(ReverseRefund).run(asked));
    },
  },
  {
    name: 'a debt is given up, whole or not',
    weight: 1,
    run: async (world, [who, which, kind, cents]) => {
      const { service, commune, households, accountId } = world;
      const [{ collectiviteId }, { familyId }] = [commune, pick(households, who)!];
      const balances = service.app.get(OpenBalances);
      const open = [
        ...(await balances.ofFamily(collectiviteId, familyId)),
        ...(await balances.ofFamily(collectiviteId, familyId, 'CLAIM')),
      ];
      const invoice = pick(open, which);
      if (!invoice) return;
      const part = cents % 2 === 0 ? {} : { cents: 1 + (cents % 300) };
      await orRefused(
        service.app.get(WriteOffDebt).run({
          ...{ collectiviteId, familyId, invoices: [{ invoiceId: invoice.invoiceId, ...part }] },
          kind: pick(['UNCOLLECTABLE', 'EXTINGUISHED', 'REMISSION'] as const, kind)!,
          ...{ decisionReference: 'Délibération 12', decidedOn: today(world), madeBy: accountId },
        }),
      );
    },
  },
  {
    name: 'what came in by one means is handed over',
    weight: 3,
    run: (world, [means, back]) => {
      const { service, commune, accountId } = world;
      return orRefused(
        service.app.get(MakeRemittance).run({
          ...{ collectiviteId: commune.collectiviteId, madeBy: accountId },
          means: pick([...MEANS, 'PAYFIP_CARD', 'PAYFIP_DEBIT', 'DIRECT_DEBIT'] as const, means)!,
          handedOn: today(world).subtract({ days: back % 3 === 0 ? back % 20 : 0 }),
        }),
      );
    },
  },
  {
    name: 'a debt that was given up is due again',
    weight: 1,
    run: async (world, [which]) => {
      const { service, commune, accountId } = world;
      const { collectiviteId } = commune;
      const all = 'SELECT id FROM write_offs WHERE collectivite_id = ? ORDER BY id';
      const given = pick(await rowsOf<{ id: number }>(world, all, [collectiviteId]), which);
      if (!given) return;
      const asked = { collectiviteId, writeOffId: given.id, note: 'Erreur de famille', reversedBy: accountId };
      await orRefused(service.app.get(ReverseWriteOff).run(asked));
    },
  },
  {
    name: 'a bordereau de versement is taken back, or received',
    weight: 2,
    run: async (world, [which, how]) => {
      const { service, commune, accountId } = world;
      const { collectiviteId } = commune;
      const all = 'SELECT id FROM remittances WHERE collectivite_id = ? ORDER BY id';
      const remittance = pick(await rowsOf<{ id: number }>(world, all, [collectiviteId]), which);
      if (!remittance) return;
      const about = { collectiviteId, remittanceId: remittance.id };
      await orRefused(
        how % 3 === 0
          ? service.app
              .get(AcceptRemittance)
              .run({ ...about, acceptedOn: today(world), reference: null, notedBy: accountId })
          : service.app.get(ReverseRemittance).run({ ...about, note: 'Erreur de saisie', reversedBy: accountId }),
      );
    },
  },
  {
    name: 'a family agrees to pay in several times',
    weight: 2,
    run: async (world, [who, how, days]) => {
      const { service, commune, households, accountId } = world;
      const [{ collectiviteId }, { familyId }] = [commune, pick(households, who)!];
      const open = await service.app.get(OpenBalances).ofFamily(collectiviteId, familyId);
      const chosen = open.filter((_, index) => how % 2 === 0 || index === 0);
      const total = chosen.flatMap((item) => item.open).reduce((sum, { cents }) => sum + cents, 0);
      if (total < 2) return;
      const first = Math.max(1, Math.floor(total / 3));
      const instalments = [first, total - first].map((cents, index) => ({
        ...{ cents, dueOn: today(world).add({ days: (index + 1) * (1 + (days % 40)) }) },
      }));
      const invoiceIds = chosen.map(({ invoiceId }) => invoiceId);
      const plan = { collectiviteId, familyId, invoiceIds, instalments, note: null, agreedBy: accountId };
      await orRefused(service.app.get(AgreePlan).run(plan));
    },
  },
  {
    name: 'a plan ends',
    weight: 1,
    run: async (world, [which]) => {
      const { service, commune, accountId } = world;
      const { collectiviteId } = commune;
      const living = 'SELECT id FROM payment_plans WHERE collectivite_id = ? AND ended_on IS NULL ORDER BY id';
      const plan = pick(await rowsOf<{ id: number }>(world, living, [collectiviteId]), which);
      if (!plan) return;
      const ended = { collectiviteId, planId: plan.id, why: 'AGENT' as const, reason: null, endedBy: accountId };
      await orRefused(service.app.get(EndPlan).run(ended));
    },
  },
  {
    name: 'the months that are over are closed',
    weight: 2,
    run: ({ service }) => service.app.get(MakeMonthlyReports).run(),
  },
  {
    name: 'a report of some days is made',
    weight: 1,
    run: (world, [days]) => {
      const { service, commune } = world;
      const from = today(world).subtract({ days: days % 90 });
      const first = from.since(FIRST_DAY).sign < 0 ? FIRST_DAY : from;
      return orRefused(service.app.get(MakeCollectionReport).run(commune.collectiviteId, first, today(world)));
    },
  },
];
