import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { channelOf, checkDecidedOn, type OpenDebt, partsGivenUp } from './write-off.js';

const refused = () => expect.objectContaining({ code: 'WRITE_OFF_REFUSED' });
const invoice = (invoiceId: number, ...amounts: number[]): OpenDebt => ({
  invoiceId,
  number: `2026-${invoiceId}`,
  open: amounts.map((cents, index) => ({ prestationId: index + 1, cents })),
});

describe('what is given up of an invoice of 10,00 and 5,00, and of another of 7,00', () => {
  const due = [invoice(1, 1000, 500), invoice(2, 700)];

  it.each([
    [
      'the whole of the first',
      [{ invoiceId: 1 }],
      [
        [1, 1, 1000],
        [1, 2, 500],
      ],
    ],
    [
      '3,00 of the first',
      [{ invoiceId: 1, cents: 300 }],
      [
        [1, 1, 200],
        [1, 2, 100],
      ],
    ],
    ['one cent', [{ invoiceId: 1, cents: 1 }], [[1, 1, 1]]],
    [
      'a part and a whole',
      [{ invoiceId: 1, cents: 15 }, { invoiceId: 2 }],
      [
        [1, 1, 10],
        [1, 2, 5],
        [2, 1, 700],
      ],
    ],
  ])('%s', (_, asked, parts) => {
    const given = partsGivenUp(asked, due);
    expect(given.map(({ invoiceId, prestationId, cents }) => [invoiceId, prestationId, cents])).toEqual(parts);
  });

  it.each([
    ['more than remains due', [{ invoiceId: 2, cents: 701 }]],
    [
      'twice the same',
      [
        { invoiceId: 2, cents: 1 },
        { invoiceId: 2, cents: 1 },
      ],
    ],
  ])('%s is refused', (_, asked) => {
    expect(() => partsGivenUp(asked, due)).toThrow(refused());
  });
});

describe('of a family that owes invoices 1 and 2 at the régie, and 3 at the Trésorerie', () => {
  const due = { FAMILY: [invoice(1, 100), invoice(2, 100)], CLAIM: [invoice(3, 100)] };

  it.each([
    [[1], 'FAMILY'],
    [[2, 1], 'FAMILY'],
    [[3], 'CLAIM'],
  ] as const)('%j are on %s', (ids, debt) => {
    expect(
      channelOf(
        ids.map((invoiceId) => ({ invoiceId })),
        due,
      ),
    ).toBe(debt);
  });

  it.each([[[1, 3]], [[4]], [[1, 4]]])('%j are refused', (ids) => {
    expect(() =>
      channelOf(
        ids.map((invoiceId) => ({ invoiceId })),
        due,
      ),
    ).toThrow(refused());
  });
});

it('a decision was taken today at the latest', () => {
  const today = Temporal.PlainDate.from('2026-11-26');
  expect(() => checkDecidedOn(today, today)).not.toThrow();
  expect(() => checkDecidedOn(today.add({ days: 1 }), today)).toThrow(refused());
});
