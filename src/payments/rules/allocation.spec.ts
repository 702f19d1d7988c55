import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from '../../kernel/civil-time.js';
import { sumCents } from '../../kernel/money.js';
import { Problem } from '../../kernel/problem.js';
import { allocateOrHold, type OpenInvoice, allocatePayment } from './allocation.js';
import { MEANS_OF_PAYMENT, type Means, meansLabel } from './means.js';

const CANTINE = 1;
const GARDERIE = 2;

function invoice(invoiceId: number, dueOn: string, cantine: number, garderie = 0): OpenInvoice {
  return {
    invoiceId,
    number: `2026-00000${invoiceId}`,
    dueOn: Temporal.PlainDate.from(dueOn),
    open: [
      { prestationId: CANTINE, cesuAccepted: false, cents: cantine },
      { prestationId: GARDERIE, cesuAccepted: true, cents: garderie },
    ],
  };
}

const OCTOBER = invoice(1, '2026-11-30', 7200, 2400);
const NOVEMBER = invoice(2, '2026-12-31', 3600);
const CHEQUE = { means: 'CHEQUE' } as const;

describe('what exceeds the debts is held', () => {
  it.each([
    ['less than is due', { cents: 100 }, [75, 25], 0],
    ['all that is due, oldest first', { cents: 13200 }, [7200, 2400, 3600], 0],
    ['more than is due', { cents: 13201 }, [7200, 2400, 3600], 1],
    [
      'a share that its invoice no longer takes',
      { cents: 5000, shares: [{ invoiceId: 2, cents: 5000 }] },
      [3600],
      1400,
    ],
    [
      'a share of an invoice that is settled, or moved',
      { cents: 500, shares: [{ invoiceId: 9, cents: 500 }] },
      [],
      500,
    ],
    ['an advance on nothing', { cents: 500, shares: [] }, [], 500],
  ])('%s', (_case, payment, settled, held) => {
    const { allocated, heldCents } = allocateOrHold({ means: 'PAYFIP_CARD', ...payment }, [OCTOBER, NOVEMBER]);
    expect([allocated.map(({ cents }) => cents), heldCents]).toEqual([settled, held]);
  });
});

describe('what a payment settles', () => {
  it('all that is due', () => {
    expect(allocatePayment({ ...CHEQUE, cents: 13200 }, [OCTOBER, NOVEMBER])).toEqual([
      { invoiceId: 1, prestationId: CANTINE, cents: 7200 },
      { invoiceId: 1, prestationId: GARDERIE, cents: 2400 },
      { invoiceId: 2, prestationId: CANTINE, cents: 3600 },
    ]);
  });

  it('the oldest due first, whatever the order in which they come', () => {
    expect(allocatePayment({ ...CHEQUE, cents: 9601 }, [NOVEMBER, OCTOBER])).toEqual([
      { invoiceId: 2, prestationId: CANTINE, cents: 1 },
      { invoiceId: 1, prestationId: CANTINE, cents: 7200 },
      { invoiceId: 1, prestationId: GARDERIE, cents: 2400 },
    ]);
  });

  it('a part of an invoice in proportion to what is open', () => {
    expect(allocatePayment({ ...CHEQUE, cents: 1001 }, [OCTOBER])).toEqual([
      { invoiceId: 1, prestationId: CANTINE, cents: 751 },
      { invoiceId: 1, prestationId: GARDERIE, cents: 250 },
    ]);
  });

  it('what the régisseur says, when he does', () => {
    const shares = [
      { invoiceId: 2, cents: 3600 },
      { invoiceId: 1, cents: 400 },
    ];
    expect(allocatePayment({ ...CHEQUE, cents: 4000, shares }, [OCTOBER, NOVEMBER])).toEqual([
      { invoiceId: 1, prestationId: CANTINE, cents: 300 },
      { invoiceId: 1, prestationId: GARDERIE, cents: 100 },
      { invoiceId: 2, prestationId: CANTINE, cents: 3600 },
    ]);
  });

  it('only the childcare when it is a CESU', () => {
    expect(allocatePayment({ means: 'CESU', cents: 2000 }, [OCTOBER])).toEqual([
      { invoiceId: 1, prestationId: GARDERIE, cents: 2000 },
    ]);
  });

  it('300 € in cash, to the cent', () => {
    expect(allocatePayment({ means: 'CASH', cents: 30000 }, [invoice(3, '2026-12-31', 40000)])).toHaveLength(1);
  });
});

describe('a payment is refused', () => {
  type Payment = Parameters<typeof allocatePayment>[0];
  it.each<[string, Payment, OpenInvoice[], string, string]>([
    ['more than due', { ...CHEQUE, cents: 13201 }, [OCTOBER, NOVEMBER], 'PAYMENT_EXCEEDS_DUE', 'Il reste 132,00 €'],
    [
      'nothing due',
      { ...CHEQUE, cents: 1 },
      [invoice(3, '2026-12-31', 0)],
      'PAYMENT_EXCEEDS_DUE',
      'Il ne reste rien à payer',
    ],
    [
      'more than due on one invoice',
      { ...CHEQUE, cents: 3601, shares: [{ invoiceId: 2, cents: 3601 }] },
      [OCTOBER, NOVEMBER],
      'PAYMENT_EXCEEDS_DUE',
      'Il reste 36,00 € à payer sur la facture 2026-000002',
    ],
    [
      'shares that do not add up',
      { ...CHEQUE, cents: 100, shares: [{ invoiceId: 2, cents: 99 }] },
      [NOVEMBER],
      'PAYMENT_SHARES_DIFFER',
      '(0,99 €)',
    ],
    [
      'a share for an invoice that is not open',
      { ...CHEQUE, cents: 100, shares: [{ invoiceId: 9, cents: 100 }] },
      [NOVEMBER],
      'PAYMENT_SHARES_DIFFER',
      'non soldées',
    ],
    [
      'the same invoice twice',
      {
        ...CHEQUE,
        cents: 100,
        shares: [
          { invoiceId: 2, cents: 50 },
          { invoiceId: 2, cents: 50 },
        ],
      },
      [NOVEMBER],
      'PAYMENT_SHARES_DIFFER',
      'une seule fois',
    ],
    [
      'a negative share',
      {
        ...CHEQUE,
        cents: 100,
        shares: [
          { invoiceId: 2, cents: 200 },
          { invoiceId: 1, cents: -100 },
        ],
      },
      [OCTOBER, NOVEMBER],
      'PAYMENT_SHARES_DIFFER',
      '1,00 €',
    ],
    ['CESU for meals', { means: 'CESU', cents: 100 }, [NOVEMBER], 'PAYMENT_MEANS_REFUSED', 'jamais les repas'],
    ['CESU beyond childcare', { means: 'CESU', cents: 2401 }, [OCTOBER], 'PAYMENT_EXCEEDS_DUE', '24,00 €'],
    [
      'cash above 300 €',
      { means: 'CASH', cents: 30001 },
      [invoice(3, '2026-12-31', 40000)],
      'PAYMENT_MEANS_REFUSED',
      'jusqu’à 300,00 €',
    ],
  ])('%s', (_case, payment, chosen, code, words) => {
    const problem = caught(() => allocatePayment(payment, chosen));
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ code, kind: { status: 422 } });
    expect((problem as Problem).detail.replaceAll('\u00a0', ' ')).toContain(words);
  });

  it.each([0, -100, 0.5])('as a mistake of the caller when it is %p cents', (cents) => {
    expect(() => allocatePayment({ ...CHEQUE, cents }, [OCTOBER])).toThrow(RangeError);
  });
});

describe('any sequence of part payments', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 5 });
  const dueDates = fc.constantFrom('2026-10-31', '2026-11-30', '2026-12-31');
  const invoices = fc.array(fc.tuple(amounts, dueDates), { minLength: 1, maxLength: 4 }).map((drawn) =>
    drawn.map(([open, dueOn], index) => ({
      invoiceId: index + 1,
      number: `2026-00000${index + 1}`,
      dueOn: Temporal.PlainDate.from(dueOn),
      open: open.map((cents, at) => ({ prestationId: at + 1, cesuAccepted: at % 2 === 0, cents })),
    })),
  );
  const steps = fc.array(
    fc.record({ means: fc.constantFrom<Means>('CHEQUE', 'CESU'), share: fc.integer({ min: 1, max: 100 }) }),
    { maxLength: 8 },
  );

  it('keeps every balance from going negative and the last one closes each to the cent', () => {
    fc.assert(
      fc.property(invoices, steps, (start, drawn) => {
        const open = start.map((one) => ({ ...one, open: one.open.map((amount) => ({ ...amount })) }));
        for (const { means, share } of [...drawn, { means: 'CHEQUE' as const, share: 100 }]) {
          const payable = sumCents(
            open.flatMap((one) => one.open.map((a) => (means === 'CESU' && !a.cesuAccepted ? 0 : a.cents))),
          );
          const cents = Math.ceil((payable * share) / 100);
          if (cents === 0) continue;
          const allocated = allocatePayment({ means, cents }, open);
          expect(sumCents(allocated.map((part) => part.cents))).toBe(cents);
          for (const part of allocated) {
            expect(part.cents).toBeGreaterThan(0);
            const amount = open[part.invoiceId - 1]!.open[part.prestationId - 1]!;
            amount.cents -= part.cents;
            expect(amount.cents).toBeGreaterThanOrEqual(0);
          }
        }
        expect(open.flatMap((one) => one.open.map((amount) => amount.cents)).every((left) => left === 0)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

it('each means of payment has its French name', () => {
  expect(MEANS_OF_PAYMENT.map(({ code }) => meansLabel(code))).toEqual([
    'chèque',
    'espèces',
    'CB',
    'CESU',
    'virement',
    'PayFiP, carte bancaire',
    'PayFiP, prélèvement unique',
    'prélèvement',
  ]);
});

function caught(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was refused');
}
