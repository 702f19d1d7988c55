import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DebtKind } from './account.js';
import {
  creditNoteEntry,
  type GivenUp,
  creditUseEntry,
  mirrorEntry,
  refundEntry,
  writeOffEntry,
} from './credit-entries.js';
import { balanced, paymentEntry } from './entry.js';

const CANTINE = { prestationId: 1, imputation: { nature: '7067', function: '281' } };
const about = { familyId: 12, invoiceId: 7, prestationId: 1 };
const part = { invoiceId: 7, prestationId: 1 };

describe('a credit note of 5,00 € on an invoice', () => {
  it.each<[string, DebtKind, number, [string, number][]]>([
    ['that nobody paid', 'FAMILY', 720, [['FAMILY:12', -500]]],
    [
      'of which 2,00 € is still due',
      'FAMILY',
      200,
      [
        ['FAMILY:12', -200],
        ['CREDIT:12', -300],
      ],
    ],
    ['that is paid', 'FAMILY', 0, [['CREDIT:12', -500]]],
    ['under a titre that nobody paid', 'CLAIM', 720, [['CLAIM:12', -500]]],
    ['under a titre that is paid', 'CLAIM', 0, [['CREDIT:12', -500]]],
  ])('%s', (_case, debt, open, credited) => {
    const lines = [
      { ...CANTINE, cents: 300 },
      { ...CANTINE, cents: 200 },
    ];
    const entry = creditNoteEntry({ invoiceId: 7, familyId: 12, lines, debt, open: new Map([[1, open]]) });
    expect(entry.lines).toEqual([
      { account: 'PRODUCT:7067/281/1', cents: 500, ...about },
      ...credited.map(([account, cents]) => ({ account, cents, ...about })),
    ]);
  });

  it('of which 4,00 € were given up and 1,00 € is still due, leaves nothing to the family', () => {
    const lines = [{ ...CANTINE, cents: 500 }];
    const part = (account: string, prestationId: number, cents: number) =>
      ({ account, prestationId, cents }) as GivenUp;
    const givenUp = [part('WRITE_OFF:6541', 1, 100), part('WRITE_OFF:6577', 1, 350), part('WRITE_OFF:6577', 2, 900)];
    const note = { invoiceId: 7, familyId: 12, lines, debt: 'FAMILY' as const, open: new Map([[1, 100]]), givenUp };
    expect(creditNoteEntry(note).lines.slice(1)).toEqual([
      { account: 'FAMILY:12', cents: -100, ...about },
      { account: 'WRITE_OFF:6541', cents: -100, ...about },
      { account: 'WRITE_OFF:6577', cents: -300, ...about },
    ]);
    const paid = creditNoteEntry({ ...note, givenUp: givenUp.slice(0, 1) });
    expect(paid.lines.at(-1)).toEqual({ account: 'CREDIT:12', cents: -300, ...about });
  });

  it('under a titre, of which 2,00 € are due again at the régie, lowers both before it credits', () => {
    const lines = [{ ...CANTINE, cents: 500 }];
    const note = { invoiceId: 7, familyId: 12, lines, debt: 'CLAIM' as const, open: new Map([[1, 250]]) };
    expect(creditNoteEntry({ ...note, waiting: new Map([[1, 200]]) }).lines.slice(1)).toEqual([
      { account: 'CLAIM:12', cents: -250, ...about },
      { account: 'FAMILY:12', cents: -200, ...about },
      { account: 'CREDIT:12', cents: -50, ...about },
    ]);
  });

  it('never lowers another prestation of the invoice', () => {
    const lines = [{ ...CANTINE, cents: 500 }];
    const entry = creditNoteEntry({ invoiceId: 7, familyId: 12, lines, debt: 'FAMILY', open: new Map([[2, 900]]) });
    expect(entry.lines.map(({ account }) => account)).toEqual(['PRODUCT:7067/281/1', 'CREDIT:12']);
  });
});

it('a credit pays what is due, without money', () => {
  expect(creditUseEntry(12, [{ ...part, cents: 300 }]).lines).toEqual([
    { account: 'CREDIT:12', cents: 300, familyId: 12 },
    { account: 'FAMILY:12', cents: -300, ...about },
  ]);
});

it('a refund lowers the credit and leaves by its means', () => {
  expect(refundEntry(12, 'TRANSFER', 450).lines).toEqual([
    { account: 'CREDIT:12', cents: 450, familyId: 12 },
    { account: 'MEANS:TRANSFER', cents: -450, familyId: 12 },
  ]);
});

it.each<[DebtKind, string]>([
  ['FAMILY', 'FAMILY:12'],
  ['CLAIM', 'CLAIM:12'],
])('a debt given up at %s is told by its nature', (debt, account) => {
  expect(writeOffEntry('WRITE_OFF:6541', 12, debt, [{ ...part, cents: 300 }]).lines).toEqual([
    { account: 'WRITE_OFF:6541', cents: 300, familyId: 12 },
    { account, cents: -300, ...about },
  ]);
});

it('what is mirrored leaves nothing', () => {
  const cents = fc.integer({ min: 0, max: 9_999_999 });
  fc.assert(
    fc.property(cents, cents, (settled, creditCents) => {
      const allocations = [{ ...part, cents: settled }];
      const payment = paymentEntry({ familyId: 12, means: 'CHEQUE', allocations, creditCents });
      const both = [...payment.lines, ...mirrorEntry(payment).lines];
      for (const account of new Set(both.map((line) => line.account)))
        expect(both.filter((line) => line.account === account).reduce((sum, line) => sum + line.cents, 0)).toBe(0);
      expect(balanced(mirrorEntry(payment))).toBe(true);
    }),
    { numRuns: 50 },
  );
});
