import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { basketPayment, creditFirst, fundsOf, paymentSentence, type PricedHold } from './basket-payment.js';

const at = (time: string) => Temporal.Instant.from(`2026-11-20T${time}Z`);
const hold = (changes: Partial<PricedHold> = {}): PricedHold => ({
  state: 'HELD',
  expiresAt: at('10:20:00'),
  keptUntil: at('10:20:00'),
  unitCents: 350,
  ...changes,
});
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('the payment of a basket', () => {
  it.each([
    ['no credit', 1_050, 0, 0, 1_050, false],
    ['a part by credit', 1_050, 400, 400, 650, false],
    ['all by credit', 1_050, 1_050, 1_050, 0, false],
    ['more credit than is due', 1_050, 3_000, 1_050, 0, false],
    ['less than a euro would remain: the credit pays less', 1_050, 1_000, 950, 100, false],
    ['a euro', 100, 0, 0, 100, false],
    ['less than a euro in all', 80, 0, 0, 0, true],
    ['less than a euro in all, partly covered', 80, 50, 0, 0, true],
    ['less than a euro in all, covered', 80, 80, 80, 0, false],
  ])('%s', (_case, total, free, creditCents, toPayCents, billedLater) => {
    expect(creditFirst(total, free)).toEqual({ creditCents, toPayCents, billedLater });
  });

  it.each([
    ['what came', 700, 0, 700, 0, 700],
    ['what came and the credit that was kept', 700, 400, 300, 0, 700],
    ['that, whatever another basket waits for', 700, 400, 300, 350, 700],
    ['what came late, and free credit', 900, 0, 700, 0, 900],
    ['what came late; the credit is promised to others', 1_050, 0, 700, 350, 700],
    ['no more than is held: some of it was taken back', 500, 400, 300, 0, 500],
    ['the credit alone', 400, 350, 0, 0, 400],
  ])('has for its places %s', (_case, heldCents, ofCreditCents, arrivedCents, promisedToOthersCents, funds) => {
    expect(fundsOf({ heldCents, ofCreditCents, arrivedCents, promisedToOthersCents })).toBe(funds);
  });

  const paying = { keptUntil: at('10:40:00') };
  it.each<[string, PricedHold[], boolean, string, object]>([
    ['awaits', [hold(), hold({ unitCents: 200 })], false, '10:10:00', { state: 'AWAITING', dueCents: 550 }],
    [
      'awaits until the first of its places',
      [hold(), hold({ expiresAt: at('10:12:00') })],
      false,
      '10:10:00',
      { state: 'AWAITING', payUntil: at('10:12:00') },
    ],
    [
      'asks nothing for a place that is over',
      [hold(), hold({ expiresAt: at('10:05:00'), keptUntil: at('10:05:00') })],
      false,
      '10:10:00',
      { dueCents: 350, payUntil: at('10:20:00') },
    ],
    ['is over at its end', [hold()], false, '10:20:00', { state: 'NOT_PAID', dueCents: 0, payUntil: null }],
    ['is checked while a payment is under way', [hold(paying)], false, '10:25:00', { state: 'CHECKING', dueCents: 0 }],
    [
      'is paid',
      [hold({ state: 'RESERVED' }), hold({ state: 'RELEASED' })],
      true,
      '10:30:00',
      { state: 'PAID', paidCents: 350 },
    ],
    ['was not paid', [hold({ state: 'RELEASED' })], false, '10:30:00', { state: 'NOT_PAID', paidCents: 0 }],
  ])('%s', (_case, holds, paid, now, expected) => {
    expect(basketPayment(holds, { paid, freeCredit: 0, now: at(now) })).toMatchObject(expected);
  });

  it('is none where nothing was held', () => {
    expect(basketPayment([], { paid: false, freeCredit: 500, now: at('10:00:00') })).toBeNull();
  });

  it.each<[string, PricedHold[], number, string]>([
    ['without credit', [hold(), hold()], 0, '2 places vous sont gardées jusqu’à 11 h 20 : il reste 7,00 € à payer.'],
    [
      'with some',
      [hold(), hold()],
      400,
      '2 places vous sont gardées jusqu’à 11 h 20 : il reste 3,00 € à payer (7,00 €, dont 4,00 € par votre avoir).',
    ],
    [
      'with enough',
      [hold()],
      400,
      '1 place vous est gardée jusqu’à 11 h 20 : votre avoir paie la totalité (3,50 €). Confirmez-les.',
    ],
    [
      'for too little',
      [hold({ unitCents: 80 })],
      0,
      '1 place vous est gardée jusqu’à 11 h 20 : moins de 1,00 € à payer, ce sera facturé avec le mois. Confirmez-les.',
    ],
    ['paid', [hold({ state: 'RESERVED' })], 0, '1 jour réservé et payé (3,50 €).'],
    [
      'paid in part',
      [hold({ state: 'RESERVED' }), hold({ state: 'RELEASED' })],
      0,
      '1 jour réservé et payé (3,50 €), 1 non réservé.',
    ],
    [
      'not paid',
      [hold({ state: 'RELEASED' })],
      0,
      'Ces jours ne sont pas réservés : ils n’ont pas été payés à temps. Ils sont encore dans votre panier, que vous pouvez valider de nouveau.',
    ],
  ])('is told %s', (_case, holds, freeCredit, expected) => {
    const now = at('10:00:00');
    const payment = basketPayment(holds, { paid: holds[0]!.state === 'RESERVED', freeCredit, now })!;
    expect(plain(paymentSentence(payment, holds, { now, zone: 'Europe/Paris' }))).toBe(expected);
  });
});
