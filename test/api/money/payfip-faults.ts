import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CreditBalances, OpenBalances } from '../../../src/ledger/index.js';
import { type ArmedFault, FAULTS, readFault } from '../../../src/payfip-simulator/faults.js';
import { QueryOnlinePayment } from '../../../src/payments/actions/online/query-online-payment.js';
import { onlinePaymentFailed, onlinePaymentSettled, StartOnlinePayment } from '../../../src/payments/index.js';
import { Problem } from '../../../src/kernel/problem.js';
import { OutboxDelivery } from '../../../src/platform/outbox/outbox-delivery.js';
import { Outbox } from '../../../src/platform/outbox/outbox.js';
import { TaskRunner } from '../../../src/platform/tasks/task-runner.js';
import { AddToBasket } from '../../../src/reservations/actions/basket/add-to-basket.js';
import { PayBasket } from '../../../src/reservations/actions/payment/pay-basket.js';
import { ValidateBasket } from '../../../src/reservations/actions/basket/validate-basket.js';
import { CheckLedger } from '../../../src/treasury/index.js';
import type { Canteen } from '../../support/canteen.js';
import { issuedInvoice } from '../../support/issued-invoice.js';
import { type Click, ServiceWithPayfip } from '../../support/payfip.js';
import { openPaidCanteen } from '../../support/paying.js';

const START = '2026-11-02T08:00:00+01:00';
const CENTS = 350;

/** Each fault of the simulator, where a family meets it; a creation fails once, an answer until the next row. */
const ROWS = [
  ...FAULTS.create.map((fault) => (fault === 'CODE' ? 'create:CODE=T2x1' : `create:${fault}x1`)),
  ...FAULTS.detail.map((fault) => `detail:${fault === 'CODE' ? 'CODE=Z9' : fault === 'TIMEOUT' ? 'TIMEOUTx1' : fault}`),
  ...FAULTS.page.map((fault) => `page:${fault}x1`),
  ...FAULTS.notification.map((fault) => (fault === 'DELAYED' ? 'notification:DELAYED=0' : `notification:${fault}`)),
  ...FAULTS.return.map((fault) => `return:${fault}`),
  ...['notification:LOST return:LOST', 'notification:LYING return:LOST', 'notification:HELD return:LOST'],
  'notification:DOUBLED return:LOST detail:TECHNICALx1',
];
/** What a person looks at before it is believed, and asks about again. */
const STRANGE = /detail:(CODE|UNKNOWN_RESULT|WRONG_)/;

interface Payer {
  readonly collectiviteId: number;
  readonly familyId: number;
  readonly sessionId: number | null;
  readonly begin: () => Promise<string>;
}

type Attempt = Record<'id' | 'collectivite_id' | 'family_id' | 'created_by', number> & { readonly state: string };

describe('each fault of PayFiP, at each step, for an invoice and for a basket', () => {
  let payfip: ServiceWithPayfip;
  /** Where invoices are owed, and where baskets are paid: their numbers are apart. */
  let office: Canteen;
  let canteen: Canteen;
  let [invoices, days] = [0, 0];
  const told: string[] = [];

  beforeAll(async () => {
    payfip = await ServiceWithPayfip.start('payfip-faults', START, { payfipTimeout: 1000 });
    office = await openPaidCanteen(payfip.service);
    canteen = await openPaidCanteen(payfip.service);
    const outbox = payfip.service.app.get(Outbox);
    outbox.on(onlinePaymentSettled, async ({ familyId, cents }) => void told.push(`${familyId} settled ${cents}`));
    outbox.on(onlinePaymentFailed, async ({ familyId, reason }) => void told.push(`${familyId} ${reason}`));
  });
  afterAll(() => payfip.stop());

  async function family({ collectiviteId }: Canteen) {
    const { fixtures } = payfip.service;
    const { id: accountId } = await fixtures.account([{ collectiviteId, role: 'parent' }]);
    const familyId = await fixtures.family(collectiviteId);
    await fixtures.guardian(collectiviteId, familyId, { account_id: accountId });
    return { familyId, accountId };
  }

  /** Who owes an invoice. */
  async function debtor(): Promise<Payer> {
    const { service } = payfip;
    const { collectiviteId, prestation } = office;
    const { familyId, accountId } = await family(office);
    const imputation = { nature: '7067', function: '281' };
    const lines = [{ prestationId: prestation.id, imputation, cents: CENTS }];
    const invoiceId = await issuedInvoice(service, { collectiviteId, familyId, number: ++invoices, lines });
    const target = { kind: 'INVOICES' as const, invoiceIds: [invoiceId] };
    const asked = { collectiviteId, familyId, accountId, target };
    const begin = async () => (await service.app.get(StartOnlinePayment).run(asked)).redirectUrl;
    return { collectiviteId, familyId, sessionId: null, begin };
  }

  /** Who books the one place of a day. */
  async function booker(): Promise<Payer> {
    const { app, fixtures } = payfip.service;
    const { collectiviteId, prestation } = canteen;
    const { familyId, accountId } = await family(canteen);
    const childId = await fixtures.child(collectiviteId, familyId);
    await fixtures.enrolment(collectiviteId, prestation.id, childId);
    const date = new Date(Date.UTC(2027, 0, 4 + (days += 1))).toISOString().slice(0, 10);
    const sessionId = await canteen.session(date, undefined, { places: 1 });
    const act = { collectiviteId, familyId, accountId, asParent: true };
    await app.get(AddToBasket).run(act, [{ sessionId, childId }], {});
    const { validationId } = await app.get(ValidateBasket).run(act, null, {});
    const begin = async () => (await app.get(PayBasket).run(act, validationId)).redirectUrl!;
    return { collectiviteId, familyId, sessionId, begin };
  }

  /** What could not be opened is opened again; so is a page that is down. */
  async function pays({ begin }: Payer, faults: readonly ArmedFault[], choice: Click): Promise<void> {
    payfip.simulator.faults.clear();
    payfip.arm(...faults);
    const redirectUrl = await begin().catch((error: unknown) => {
      if (error instanceof Problem && error.code === 'PAYFIP_UNAVAILABLE') return begin();
      throw error;
    });
    const { text } = await payfip.click(redirectUrl, choice);
    if (text.includes('Service indisponible')) await payfip.click(redirectUrl, choice);
  }

  /** What a payer owes, has in credit, and holds of the day that it chose; what was told of its payment in the end. */
  async function endOf({ collectiviteId, familyId, sessionId }: Payer) {
    const { app, database } = payfip.service;
    const open = await app.get(OpenBalances).ofFamily(collectiviteId, familyId);
    const due = open.flatMap((item) => item.open).reduce((sum, { cents }) => sum + cents, 0);
    const credit = (await app.get(CreditBalances).heldFor(collectiviteId, [familyId])).get(familyId)!;
    const [day] = await database.read(() =>
      database.rows<{ taken: number; reserved: number }>(
        `SELECT taken, (SELECT COUNT(*) FROM reservations r WHERE r.session_id = sessions.id AND r.active = 1) AS reserved
         FROM sessions WHERE id = ?`,
        [sessionId],
      ),
    );
    const [place] = day ? [[Number(day.taken), Number(day.reserved)]] : [null];
    return {
      due,
      credit,
      place,
      last: told
        .filter((line) => line.startsWith(`${familyId} `))
        .at(-1)
        ?.split(' ')[1],
    };
  }

  it('ends with the money and the places of both sides equal, by itself unless a person must look', async () => {
    const { service, simulator } = payfip;
    const [delivery, tasks] = [service.app.get(OutboxDelivery), service.app.get(TaskRunner)];
    const rows = new Map<string, Record<string, Payer>>();
    // The clock stands still meanwhile: nobody is asked about what an earlier row left undecided.
    for (const row of ROWS) {
      const faults = row.split(' ').map(readFault);
      const payers = {
        'invoice paid': await debtor(),
        'invoice refused': await debtor(),
        'basket paid': await booker(),
        'basket refused': await booker(),
      };
      for (const [who, payer] of Object.entries(payers)) await pays(payer, faults, who.endsWith('paid') ? 'P' : 'R');
      await delivery.drain();
      rows.set(row, payers);
    }
    simulator.faults.clear();
    simulator.notifications.release(true);
    await simulator.notifications.arrived();
    for (const minutes of [0, 6, 31, 61]) {
      service.clock.advance({ minutes });
      // No paper is drawn: there would be one for each basket.
      await tasks.runDue({ except: ['render-invoices'] });
      await delivery.drain();
    }
    const attempts = await service.database.read(() =>
      service.database.rows<Attempt>(
        'SELECT id, collectivite_id, family_id, created_by, state, anomaly FROM online_payments ORDER BY id',
      ),
    );
    const left = attempts.filter(({ state }) => !['PAID', 'REFUSED', 'FAILED'].includes(state));
    const strange = [...rows].filter(([row]) => STRANGE.test(row)).flatMap(([, payers]) => Object.values(payers));
    expect(left.filter(({ family_id }) => !strange.some(({ familyId }) => familyId === family_id))).toEqual([]);
    for (const { id, collectivite_id, created_by } of left)
      await service.app.get(QueryOnlinePayment).run(collectivite_id, id, created_by);
    await delivery.drain();

    const expected = {
      'invoice paid': { due: 0, credit: 0, place: null, last: 'settled' },
      'invoice refused': { due: CENTS, credit: 0, place: null, last: 'REFUSED' },
      'basket paid': { due: 0, credit: 0, place: [1, 1], last: 'settled' },
      'basket refused': { due: 0, credit: 0, place: [0, 0], last: 'REFUSED' },
    };
    const ends: Record<string, unknown> = {};
    for (const [row, payers] of rows) {
      const end: Record<string, unknown> = {};
      for (const [who, payer] of Object.entries(payers)) end[who] = await endOf(payer);
      ends[row] = end;
    }
    expect(ends).toEqual(Object.fromEntries(ROWS.map((row) => [row, expected])));
    expect(told.filter((line) => line.includes('settled'))).toHaveLength(2 * ROWS.length);
    const paid = simulator.operations.list().filter(({ decided }) => decided?.result === 'P');
    expect(paid).toHaveLength(2 * ROWS.length);
    expect((await service.app.get(CheckLedger).run()).faults).toEqual([]);
  }, 120_000);
});
