import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { debitDayOf, debitOf, debitWords, decidingDebits, sameDebits } from './debit.js';

const on = (date: string) => Temporal.PlainDate.from(date);

describe('the debit of an article of a rôle', () => {
  it.each<[string, string, number, string, string]>([
    ['2026-11-26', '2026-11-26', 30, '2026-12-28', 'a Saturday, 26 December'],
    ['2026-11-23', '2026-11-23', 30, '2026-12-23', 'a day on which banks settle'],
    ['2026-11-25', '2026-11-25', 30, '2026-12-28', 'Christmas, and what follows it'],
    ['2026-11-23', '2026-12-07', 30, '2027-01-06', 'a file that a fault kept'],
    ['2026-11-26', '2026-11-25', 1, '2026-11-27', 'a clock that goes backwards'],
  ])('of a rôle of %s written on %s, after %i days, is of %s: %s', (issued, written, days, expected) => {
    expect(debitDayOf({ issuedOn: on(issued), writtenOn: on(written) }, days).toString()).toBe(expected);
  });

  it('is the first of its mandate once, whatever the number of its pieces', () => {
    const decide = decidingDebits(on('2026-11-26'), on('2026-12-28'));
    const first = { mandateId: 1, signedOn: on('2026-11-26'), sequence: 'FRST' as const };
    const used = { mandateId: 2, signedOn: on('2020-01-01'), sequence: 'RCUR' as const };
    expect([first, used, first, undefined].map(decide)).toEqual([
      { mandateId: 1, on: '2026-12-28', sequence: 'FRST' },
      { mandateId: 2, on: '2026-12-28', sequence: 'RCUR' },
      { mandateId: 1, on: '2026-12-28', sequence: 'RCUR' },
      undefined,
    ]);
  });

  it('needs a mandate that was signed when the rôle was made', () => {
    const late = { mandateId: 1, signedOn: on('2026-11-27'), sequence: 'RCUR' as const };
    expect(decidingDebits(on('2026-11-26'), on('2026-12-28'))(late)).toBeUndefined();
  });

  it('names its mandate, its account and its invoice, and no BIC where there is none', () => {
    const debit = { mandateId: 1, on: '2026-12-28', sequence: 'RCUR' as const };
    const mandate = { rum: 'CANTINE-2026-000001', signedOn: on('2026-11-01'), iban: 'FR76', bic: null, holder: 'Zoé' };
    expect(debitOf({ debit, mandate }, '2026-000017')).toEqual({
      ...{ on: on('2026-12-28'), sequence: 'RCUR', label: 'Facture 2026-000017' },
      mandate: { reference: 'CANTINE-2026-000001', signedOn: on('2026-11-01') },
      account: { iban: 'FR76', holder: 'Zoé' },
    });
    expect(debitOf({ debit, mandate: { ...mandate, bic: 'BNPAFRPP' } }, '1').account.bic).toBe('BNPAFRPP');
  });

  const debit = { mandateId: 1, on: '2026-12-28', sequence: 'RCUR' as const };
  it.each([
    [[], [], true],
    [[[1, debit]], [[1, { ...debit }]], true],
    [[[1, debit]], [], false],
    [[], [[1, debit]], false],
    [[[1, debit]], [[2, debit]], false],
    [[[1, debit]], [[1, { ...debit, mandateId: 2 }]], false],
    [[[1, debit]], [[1, { ...debit, on: '2026-12-29' }]], false],
    [[[1, debit]], [[1, { ...debit, sequence: 'FRST' as const }]], false],
  ] as [[number, typeof debit][], [number, typeof debit][], boolean][])(
    '%j and %j are the same: %s',
    (one, other, expected) => {
      expect(sameDebits(new Map(one), new Map(other))).toBe(expected);
    },
  );

  it('is told to the family, until the day and after it', () => {
    expect(debitWords(on('2026-12-28'), on('2026-12-28'))).toMatch(
      /sera prélevée le 28 décembre 2026 par la Trésorerie/,
    );
    expect(debitWords(on('2026-12-28'), on('2026-12-29'))).toMatch(/prélèvement du 28 décembre 2026 n’est pas encore/);
  });
});
