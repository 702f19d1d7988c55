import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BillBooking } from '../../../src/billing/index.js';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { CreditPromises } from '../../../src/ledger/index.js';
import { RecordPayment } from '../../../src/payments/actions/record-payment.js';
import { Outbox } from '../../../src/platform/outbox/outbox.js';
import { paidAtBooking, reservationCancelled } from '../../../src/reservations/index.js';
import { CheckLedger } from '../../../src/treasury/index.js';
import { type RunningService, startService } from '../../support/application.js';
import { expectPricesExplained } from '../../support/explanations.js';
import { expectLedgerHolds } from '../../support/ledger.js';
import { addHousehold, holdSession, type Household, openSchool, reserve, type School } from '../../support/school.js';

describe('what is paid at booking', () => {
  let service: RunningService;
  let school: School;
  let zoe: Household;
  let sessions: number[];
  let reservations: number[];
  let validationId: number;
  const path = (rest: string) => `/collectivites/${school.collectiviteId}${rest}`;
  const invoices = async () => (await school.agent.get(path('/invoices'))).body.items;
  const paid = () => ({
    collectiviteId: school.collectiviteId,
    familyId: zoe.familyId,
    validationId,
    reservationIds: reservations,
    paymentIds: [],
    cents: 915,
  });

  beforeAll(async () => {
    service = await startService('paid-at-booking', '2026-10-01T09:00:00+02:00');
  });
  beforeEach(async () => {
    school = await openSchool(service);
    zoe = await addHousehold(service, school, 'ARNAUD');
    sessions = [];
    for (const date of ['2026-09-07', '2026-09-08', '2026-09-10'])
      sessions.push(await holdSession(service, school, date));
    reservations = [];
    for (const session of sessions) reservations.push(await reserve(service, school, session, zoe));
    const account = await service.fixtures.account([{ collectiviteId: school.collectiviteId, role: 'parent' }]);
    validationId = await service.fixtures.row('basket_validations', {
      ...{ collectivite_id: school.collectiviteId, family_id: zoe.familyId, account_id: account.id, validated_at: 0 },
      ...{ accepted: 3, refused: 0, recap: '[]', finished_at: 0 },
    });
    await service.app.get(RecordPayment).run({
      ...{ collectiviteId: school.collectiviteId, familyId: zoe.familyId, means: 'TRANSFER', cents: 915 },
      ...{ receivedOn: Temporal.PlainDate.from('2026-10-01'), shares: [], excess: 'CREDIT', recordedBy: null },
    });
    await service.database.unit(() =>
      service.app.get(CreditPromises).keep(school.collectiviteId, zoe.familyId, validationId, 915),
    );
  });
  afterAll(() => service.stop());

  async function heard(): Promise<void> {
    await service.database.unit(() =>
      service.app.get(Outbox).emit(paidAtBooking, paid(), { collectiviteId: school.collectiviteId }),
    );
    await service.settle();
  }

  async function cancelled(rank: number): Promise<void> {
    const { collectiviteId } = school;
    const [reservationId, sessionId] = [reservations[rank]!, sessions[rank]!];
    await service.database.unit(async () => {
      await service.database.change(
        "UPDATE reservations SET state = 'CANCELLED', active = NULL, cancelled_at = 1 WHERE id = ?",
        [reservationId],
      );
      const event = { collectiviteId, familyId: zoe.familyId, childId: zoe.childId, sessionId, reservationId };
      await service.app.get(Outbox).emit(reservationCancelled, event, { collectiviteId });
    });
    await service.settle();
  }

  async function september(): Promise<Record<string, unknown>> {
    const { body } = await school.agent.post(path('/billing-runs'), { from: '2026-09-01', to: '2026-09-30' });
    return (await school.agent.post(path(`/billing-runs/${body.runId}/issuances`))).body;
  }

  it('is an invoice at once, settled, whoever hears of it twice', async () => {
    await heard();
    const [invoice] = await invoices();
    expect(await invoices()).toMatchObject([{ totalCents: 915, openCents: 0, settlement: 'SETTLED' }]);
    expect(await service.app.get(BillBooking).run(paid())).toBe(invoice.invoiceId);
    const { body } = await school.agent.get(path(`/invoices/${invoice.invoiceId}`));
    expect(body.children[0].lines[0]).toMatchObject({ cents: 305, reason: 'réglé à la réservation' });
    expect(await service.mails.to(zoe.email)).not.toContainEqual(
      expect.objectContaining({ subject: expect.stringContaining('facture') }),
    );
    await expectLedgerHolds(service);
  });

  it('is given back when a day is given up in time, and pays what comes next', async () => {
    await heard();
    await cancelled(0);
    expect((await school.agent.get(path('/credit-notes'))).body.items).toMatchObject([
      { reason: 'CANCELLATION', totalCents: 305, heldCents: 305 },
    ]);
    await cancelled(0);
    expect((await school.agent.get(path('/credit-notes'))).body.items).toHaveLength(1);
    await expectLedgerHolds(service);
  });

  it('is compared with what happened by the run of the month: nothing, less, or more', async () => {
    await heard();
    const other = await addHousehold(service, school, 'BERNARD');
    const point = (rank: number, entries: object[]) =>
      school.agent.put(path(`/sessions/${sessions[rank]!}/roll`), { entries });
    // As promised; justified, which gives 3,05 back; not justified, which costs 0,95 more and is paid by it.
    await point(0, [
      { childId: zoe.childId, state: 'PRESENT' },
      { childId: other.childId, state: 'PRESENT' },
    ]);
    await point(1, [{ childId: zoe.childId, state: 'ABSENT_JUSTIFIED' }]);
    await point(2, [{ childId: zoe.childId, state: 'ABSENT_UNJUSTIFIED' }]);
    expect(await september()).toMatchObject({ totalCents: 95 + 500, issued: 2, creditNotes: 1, creditedCents: 305 });
    const ofZoe = (await school.agent.get(path(`/invoices?familyId=${zoe.familyId}`))).body.items;
    expect(ofZoe).toMatchObject([
      { totalCents: 95, openCents: 0 },
      { totalCents: 915, creditedCents: 305, openCents: 0 },
    ]);
    await expectPricesExplained(service);
    await expectLedgerHolds(service);
  });

  it('is not billed for a day given up before anyone heard of the payment', async () => {
    await cancelled(1);
    await heard();
    expect(await invoices()).toMatchObject([{ totalCents: 610, openCents: 0 }]);
    expect((await school.agent.get(path('/credit-notes'))).body.items).toEqual([]);
    await expectLedgerHolds(service);
  });

  it('is proved by the tables: what was changed behind our back is named', async () => {
    await heard();
    const scope = { collectivite_id: school.collectiviteId };
    await service.fixtures.row('place_holds', {
      ...{ ...scope, validation_id: validationId, session_id: sessions[0]!, child_id: zoe.childId },
      ...{ family_id: zoe.familyId, state: 'RESERVED', unit_cents: 305, unjustified_absence_cents: 305 },
      ...{ price_explanation: '{}', held_at: 0, expires_at: 1, kept_until: 1, ended_at: 1 },
      reservation_id: reservations[0]!,
    });
    await expectLedgerHolds(service);
    const named = async (sql: string, values: unknown[]) => {
      await service.database.unit(() => service.database.change(sql, values));
      return (await service.app.get(CheckLedger).run()).faults.map(({ message }) => message);
    };
    expect(await named('UPDATE place_holds SET unit_cents = 300 WHERE validation_id = ?', [validationId])).toEqual([
      expect.stringMatching(/payée 3,00.€ à la réservation, est facturée 3,05.€/),
    ]);
    const { familyId } = await addHousehold(service, school, 'BERNARD');
    const moved = await named('UPDATE basket_validations SET family_id = ? WHERE id = ?', [familyId, validationId]);
    expect(moved).toContainEqual(expect.stringContaining('n’est pas celle d’un panier de sa famille'));
    const columns =
      'collectivite_id, billing_run_id, invoice_id, family_id, child_id, session_id, prestation_id, date, event, amount_cents, care_cents, credited_cents, label, explanation';
    const again = await named(
      `INSERT INTO charges (${columns}, charge_rank) SELECT ${columns}, 2 FROM charges WHERE session_id = ?`,
      [sessions[1]!],
    );
    expect(again).toContainEqual(
      expect.stringMatching(/compte 0,00.€ déjà facturés de sa séance, et il y en a 3,05.€/),
    );
    const forgotten = await named('DELETE FROM billed_bookings WHERE validation_id = ?', [validationId]);
    expect(forgotten).toContainEqual(expect.stringContaining('0 paniers la citent'));
  });
});
