import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { ReversePayment } from '../../../src/payments/index.js';
import { FreezeHeadcounts, ReleaseHolds } from '../../../src/reservations/index.js';
import type { RunningService } from '../../support/application.js';
import type { Canteen, CanteenFamily } from '../../support/canteen.js';
import { linesOf } from '../../support/lines.js';
import { openPaidCanteen, payersOf, startBesidePayfip } from '../../support/paying.js';

const START = '2026-11-02T08:00:00+01:00';
const [MONDAY, TUESDAY] = ['2026-11-16', '2026-11-17'];
const CLOSES = '2026-11-15T08:00:00Z';
const plain = (text: unknown) => String(text).replaceAll('\u00a0', ' ');

describe('payment at booking', () => {
  let besides: Awaited<ReturnType<typeof startBesidePayfip>>;
  let service: RunningService;
  let canteen: Canteen;
  let payers: ReturnType<typeof payersOf>;
  let lines: ReturnType<typeof linesOf>;
  let family: CanteenFamily;
  let monday: number;
  let tuesday: number;
  beforeAll(async () => {
    besides = await startBesidePayfip('paying-at-booking', START);
    service = besides.service;
    payers = payersOf(service);
  });
  afterAll(() => besides.stop());

  const at = async (text: string, ...families: CanteenFamily[]) => {
    service.clock.set(Temporal.Instant.from(text));
    for (const one of families) await one.signIn();
  };
  const subjects = async ({ email }: CanteenFamily) =>
    (await service.mails.to(email)).map(({ subject }) => plain(subject));
  /** All that the family was written. */
  const letters = async ({ email }: CanteenFamily) => {
    await service.settle();
    return (await service.mails.to(email)).map(({ text }) => plain(text)).join('\n');
  };
  beforeEach(async () => {
    await at(START);
    canteen = await openPaidCanteen(service);
    lines = linesOf(service, canteen);
    monday = await canteen.session(MONDAY, CLOSES, { places: 1 });
    tuesday = await canteen.session(TUESDAY, CLOSES, { places: 1 });
    family = await canteen.family();
  });

  it('holds the places, says what is to be paid until when, and keeps the lines', async () => {
    const validated = await payers.validate(family, monday, tuesday);
    expect(validated).toMatchObject({
      ...{ accepted: 0, awaiting: 2, refused: 0, cents: 700 },
      lines: [
        { outcome: 'AWAITING_PAYMENT', reservationId: null, unitCents: 350, heldUntil: '2026-11-02T07:20:00Z' },
        {},
      ],
      payment: { state: 'AWAITING', payUntil: '2026-11-02T07:20:00Z', dueCents: 700, creditCents: 0, toPayCents: 700 },
    });
    expect(plain(validated.sentence)).toBe('2 jours en attente de paiement.');
    expect(plain(validated.payment.sentence)).toBe(
      '2 places vous sont gardées jusqu’à 8 h 20 : il reste 7,00 € à payer.',
    );
    expect(await payers.basket(family)).toMatchObject({
      ...{ ready: 0, awaiting: 2, awaitingCents: 700, refused: 0, cents: 0 },
      lines: [{ state: 'AWAITING_PAYMENT', validationId: validated.id, refusal: null }, {}],
    });
    const cell = await payers.cell(family, MONDAY);
    expect(cell).toMatchObject({
      state: 'AWAITING_PAYMENT',
      validationId: validated.id,
      unitCents: 350,
      placesLeft: 0,
    });
    expect(plain(cell.why)).toBe('en attente de paiement jusqu’à 8 h 20');
    expect(await payers.counts(monday)).toEqual({ taken: 1, places: 1, reserved: 0, held: 1, offered: 0 });
    const mail = await letters(family);
    expect(mail).toContain('Vous pouvez payer jusqu’à 8 h 20.');
    expect(mail).toContain(`https://famille.test/familles/${family.id}/panier/paiements/${validated.id}`);
    const other = await canteen.family();
    expect((await payers.cell(other, MONDAY)).state).toBe('FULL');
    // Asking again changes nothing: the places are held already.
    expect(await payers.validate(family, monday)).toMatchObject({
      lines: [{ outcome: 'REFUSED', refusal: { code: 'AWAITING_PAYMENT' } }, {}],
    });
  });

  it('counts no more on a credit whose payment does not hold: the rest reserves what it can, and the family knows', async () => {
    const { payment: cheque } = await payers.credit(canteen, family, 350);
    const { id } = await payers.validate(family, monday, tuesday);
    const { body: started } = await payers.pay(family, id);
    expect(started.toPayCents).toBe(350);
    const reversal = { collectiviteId: canteen.collectiviteId, paymentId: cheque.id, reversedBy: null };
    const annulled = await service.app.get(ReversePayment).run({ ...reversal, reason: 'UNPAID_CHEQUE' });
    expect(annulled.reversal.paper).toMatchObject({ creditCents: 350, promiseLoweredCents: 350, creditUndone: [] });
    expect(await payers.money(family)).toEqual({ held: 0, promised: 700 });
    await payers.choose(started.redirectUrl, 'P');
    await payers.hear(canteen);
    const paid = await payers.validation(family, id);
    expect(paid).toMatchObject({ accepted: 1, payment: { state: 'PAID', paidCents: 350 } });
    expect((await payers.basket(family)).lines).toMatchObject([{ sessionId: tuesday }]);
    expect(await payers.counts(tuesday)).toEqual({ taken: 0, places: 0, reserved: 0, held: 0, offered: 0 });
    expect(await payers.money(family)).toEqual({ held: 0, promised: 0 });
    expect(await subjects(family)).toContain(`Vos réservations n° ${id} sont confirmées`);
  });

  it('reserves what is paid, bills it by its event, and credits a day that is given up in time', async () => {
    const { id } = await payers.validate(family, monday, tuesday);
    const started = await payers.pay(family, id);
    expect(started).toMatchObject({ status: 201, body: { toPayCents: 700, validation: { awaiting: 2 } } });
    expect(await payers.money(family)).toEqual({ held: 0, promised: 700 });
    await payers.choose(started.body.redirectUrl, 'P');
    await payers.hear(canteen);
    const paid = await payers.validation(family, id);
    expect(paid).toMatchObject({
      ...{ accepted: 2, awaiting: 0 },
      lines: [{ outcome: 'ACCEPTED', reservationId: expect.any(Number) }, {}],
      payment: { state: 'PAID', paidCents: 700, url: null },
    });
    // The invoice has used what was paid, and nothing is kept for it any more.
    expect(await payers.money(family)).toEqual({ held: 0, promised: 0 });
    expect((await payers.basket(family)).lines).toEqual([]);
    const reservationIds = paid.lines.map(({ reservationId }: { reservationId: number }) => reservationId);
    expect(payers.billed(canteen)).toEqual([
      {
        ...{ collectiviteId: canteen.collectiviteId, familyId: family.id, validationId: id, reservationIds },
        ...{ paymentIds: [expect.any(Number)], cents: 700 },
      },
    ]);
    expect(await subjects(family)).toContain(`Vos réservations n° ${id} sont confirmées`);
    expect(await payers.pay(family, id)).toMatchObject({ status: 409, body: { code: 'NOTHING_TO_PAY' } });
    const given = await family.api.post(family.path('reservations/cancellations'), {
      reservationIds: [reservationIds[0]],
    });
    expect(given.body).toMatchObject({ cancelled: [reservationIds[0]], creditedCents: 350 });
    expect(await letters(family)).toContain('3,50 € vous sont crédités.');
    expect(await payers.money(family)).toEqual({ held: 350, promised: 0 });
    const moved = await family.api.post(family.path(`reservations/${reservationIds[1]}/moves`), { sessionId: monday });
    expect(moved).toMatchObject({ status: 422, body: { code: 'PAID_AT_BOOKING' } });
  });

  it('uses the credit first: a part of it with PayFiP, all of it without', async () => {
    await payers.credit(canteen, family, 500);
    const { id, payment } = await payers.validate(family, monday, tuesday);
    expect(payment).toMatchObject({ dueCents: 700, creditCents: 500, toPayCents: 200 });
    expect((await payers.pay(family, id)).body.toPayCents).toBe(200);
    await payers.giveUp(family, id);
    expect(await payers.money(family)).toEqual({ held: 500, promised: 0 });
    const one = await payers.validate({ ...family, childIds: family.childIds }, monday);
    expect(one.payment).toMatchObject({ dueCents: 700, creditCents: 500 });
    await payers.giveUp(family, one.id);
    await family.api.delete(family.path('basket'));
    const alone = await payers.validate(family, monday);
    expect(plain(alone.payment.sentence)).toContain('votre avoir paie la totalité (3,50 €)');
    const settled = await payers.pay(family, alone.id);
    expect(settled.body).toMatchObject({ redirectUrl: null, toPayCents: 0, validation: { accepted: 1 } });
    expect(await payers.money(family)).toEqual({ held: 500, promised: 350 });
    await service.settle();
    expect(payers.billed(canteen)).toMatchObject([{ validationId: alone.id, paymentIds: [], cents: 350 }]);
  });

  it('gives the places back when they are not paid in time, and tells the family and who waits', async () => {
    const waiting = await canteen.family();
    const { id } = await payers.validate(family, monday);
    await lines.join(waiting, monday);
    await at('2026-11-02T07:20:00Z', family, waiting);
    // The clock decides, before any task.
    expect(await payers.validation(family, id)).toMatchObject({ payment: { state: 'NOT_PAID', url: null } });
    expect((await payers.basket(family)).lines).toMatchObject([{ state: 'REFUSED' }]);
    await service.settle();
    expect(await payers.counts(monday)).toEqual({ taken: 1, places: 1, reserved: 0, held: 0, offered: 1 });
    expect(await letters(family)).toContain('Rien n’est perdu : ces jours sont encore dans votre panier.');
    const told = await subjects(family);
    await service.settle();
    expect(await subjects(family)).toEqual(told);
    // Money that comes all the same is a credit, and is told.
    expect(await lines.entries(waiting)).toMatchObject([{ state: 'OFFERED' }]);
    expect(await payers.pay(family, id)).toMatchObject({ status: 409, body: { code: 'NOTHING_TO_PAY' } });
  });

  it('keeps places while a payment is under way, and returns them when it fails', async () => {
    const { id } = await payers.validate(family, monday);
    const started = await payers.pay(family, id);
    await at('2026-11-02T07:14:00Z', family);
    await payers.choose(started.body.redirectUrl, 'R');
    await at('2026-11-02T07:21:00Z', family);
    await service.app.get(ReleaseHolds).run();
    expect(await payers.validation(family, id)).toMatchObject({ payment: { state: 'CHECKING' } });
    await payers.hear(canteen);
    expect(await payers.counts(monday)).toEqual({ taken: 0, places: 0, reserved: 0, held: 0, offered: 0 });
    expect(await payers.money(family)).toEqual({ held: 0, promised: 0 });
    expect(await letters(family)).toContain('Votre paiement n’a pas abouti.');
    expect((await payers.basket(family)).lines).toMatchObject([{ state: 'READY' }]);
  });

  it('honours money that comes late for each day that has a place, and credits the rest', async () => {
    const { id } = await payers.validate(family, monday, tuesday);
    const started = await payers.pay(family, id);
    await at('2026-11-02T07:10:00Z', family);
    await payers.choose(started.body.redirectUrl, 'P');
    // Nobody hears of it for an hour: the places go, and one of them to somebody else.
    await at('2026-11-02T08:10:00Z', family);
    await service.app.get(ReleaseHolds).run();
    const other = await canteen.family();
    const agent = await canteen.staff('agent');
    await agent.post(other.path('basket/lines'), { sessionId: monday, childId: other.childIds[0] });
    expect((await agent.post(other.path('basket/validations'))).body).toMatchObject({ accepted: 1, payment: null });
    await payers.hear(canteen);
    expect(await payers.validation(family, id)).toMatchObject({
      ...{ accepted: 1, awaiting: 0 },
      lines: [{ outcome: 'NOT_PAID' }, { outcome: 'ACCEPTED' }],
      payment: { state: 'PAID', paidCents: 350 },
    });
    expect(await payers.money(family)).toEqual({ held: 350, promised: 0 });
    expect(payers.billed(canteen)).toMatchObject([{ validationId: id, cents: 350 }]);
    expect(await letters(family)).toContain('De votre paiement, 3,50 € restent à votre crédit.');
    expect(await payers.counts(tuesday)).toMatchObject({ taken: 1, reserved: 1, held: 0 });
  });

  it('is for one of the adults of a family; what is given up is free at once', async () => {
    const account = await service.fixtures.account([{ collectiviteId: canteen.collectiviteId, role: 'parent' }]);
    await service.fixtures.guardian(canteen.collectiviteId, family.id, { account_id: account.id, position: 2 });
    const api = await service.api.signedIn(account.email, account.password);
    const partner = { ...family, accountId: account.id, api };
    const { id } = await payers.validate(family, monday, tuesday);
    const refused = await api.post(family.path('basket/lines'), { sessionId: monday, childId: family.childIds[0] });
    expect(refused).toMatchObject({ status: 409, body: { code: 'AWAITING_PAYMENT' } });
    expect(await payers.validation(partner, id)).toMatchObject({ awaiting: 2 });
    const [line] = (await payers.basket(family)).lines;
    expect((await family.api.delete(family.path(`basket/lines/${line.id}`))).status).toBe(204);
    expect(await payers.counts(monday)).toMatchObject({ taken: 0, held: 0 });
    expect(await payers.validation(family, id)).toMatchObject({ awaiting: 1, payment: { dueCents: 350 } });
    const stranger = await canteen.family();
    expect((await stranger.api.delete(stranger.path(`basket/validations/${id}/holds`))).status).toBe(404);
    expect((await payers.giveUp(partner, id)).status).toBe(204);
    expect(await payers.counts(tuesday)).toMatchObject({ taken: 0, held: 0 });
    expect((await payers.basket(family)).lines).toMatchObject([{ state: 'READY' }]);
  });

  it('holds a place that is offered, for the time of the offer', async () => {
    const waiting = await canteen.family();
    const { id } = await payers.validate(family, monday);
    await lines.join(waiting, monday);
    await payers.giveUp(family, id);
    const [entry] = await lines.entries(waiting);
    const accepted = await lines.accept(waiting, entry.id);
    expect(accepted).toMatchObject({
      status: 201,
      body: { reservation: null, toPay: { awaiting: 1, payment: { toPayCents: 350, payUntil: entry.expiresAt } } },
    });
    expect(await payers.counts(monday)).toEqual({ taken: 1, places: 1, reserved: 0, held: 1, offered: 0 });
  });

  it('neither feeds nor charges who has not paid, and ends with the session', async () => {
    await payers.validate(family, monday, tuesday);
    await canteen.callOff(monday, 'grève');
    await service.settle();
    expect(await payers.counts(monday)).toMatchObject({ taken: 0, held: 0 });
    expect(await letters(family)).toContain('Vous n’avez plus à les payer');
    await service.database.unit(() =>
      service.database.change('UPDATE sessions SET orders_at = ? WHERE id = ?', [
        service.clock.now().epochMilliseconds,
        tuesday,
      ]),
    );
    await service.app.get(FreezeHeadcounts).run();
    expect(await payers.counts(tuesday)).toMatchObject({ taken: 0, held: 0 });
    const rows = await service.database.read(() =>
      service.database.rows('SELECT id FROM headcounts WHERE session_id = ?', [tuesday]),
    );
    expect(rows).toEqual([]);
  });

  it('bills on the day after what was paid on a day that the régisseur has closed, and gives back what was cancelled', async () => {
    const { fixtures } = service;
    const one = await fixtures.account([{ collectiviteId: canteen.collectiviteId, role: 'regisseur' }]);
    const regisseur = await service.api.signedIn(one.email, one.password);
    const { id: earlier } = await payers.validate(family, monday);
    await payers.choose((await payers.pay(family, earlier)).body.redirectUrl, 'P');
    await payers.hear(canteen);
    await regisseur.post(`/collectivites/${canteen.collectiviteId}/closed-days`, { to: '2026-11-02' });
    const { id } = await payers.validate(family, tuesday);
    await payers.choose((await payers.pay(family, id)).body.redirectUrl, 'P');
    await payers.hear(canteen);
    const { reservationId } = (await payers.validation(family, earlier)).lines[0];
    await family.api.post(family.path('reservations/cancellations'), { reservationIds: [reservationId] });
    await service.settle();
    // Nothing is spent twice meanwhile, and nothing is lost.
    expect(await payers.money(family)).toEqual({ held: 350, promised: 350 });
    for (let halfHours = 0; halfHours < 36; halfHours += 1) {
      service.clock.advance({ minutes: 30 });
      await service.settle();
    }
    expect(await payers.money(family)).toEqual({ held: 350, promised: 0 });
  });
});
