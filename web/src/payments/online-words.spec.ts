import { describe, expect, it } from '@jest/globals';
import { isDecided, mayTryAgain, waitBeforeAsking, wordsOf } from './online-words';

describe('an online payment that is followed', () => {
  it.each([
    ['PENDING', false, false],
    ['CREATED', false, false],
    ['PAID', true, false],
    ['REFUSED', true, true],
    ['CANCELLED', true, true],
    ['EXPIRED', true, true],
    ['ANOMALY', true, false],
  ] as const)('%s: decided %s, may be tried again %s', (state, decided, again) => {
    expect([isDecided(state), mayTryAgain(state)]).toEqual([decided, again]);
  });

  it('says where the other ways to pay are told, which is on invoices only', () => {
    const text = (state: 'REFUSED' | 'PAID', invoices: { invoiceId: number; cents: number }[]) =>
      wordsOf({ state, annulled: false, invoices }).text;
    const invoices = [{ invoiceId: 1, cents: 4500 }];
    expect(text('REFUSED', invoices)).toBe(
      'Rien n’a été débité. Vous pouvez recommencer quand vous voulez. Les autres façons de payer sont indiquées sur la facture.',
    );
    expect(text('REFUSED', [])).toBe('Rien n’a été débité. Vous pouvez recommencer quand vous voulez.');
    expect(text('PAID', invoices)).not.toContain('façons de payer');
  });

  it.each([
    [0, 2000],
    [1, 2000],
    [2, 3000],
    [4, 6750],
    [50, 30_000],
  ])('is asked about again, after %i answers, in %i ms', (answers, wait) => {
    expect(waitBeforeAsking(answers)).toBe(wait);
  });
});
