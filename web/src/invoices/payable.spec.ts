import { describe, expect, it } from '@jest/globals';
import { chosenAtFirst, payableOf } from './payable';
import type { Invoice } from './queries';

const invoice = (invoiceId: number, more: Partial<Invoice> = {}): Invoice => ({
  invoiceId,
  number: `F-2026-00000${invoiceId}`,
  familyId: 1,
  from: '2026-10-01',
  to: '2026-10-31',
  issuedOn: '2026-11-02',
  dueOn: '2026-12-02',
  planId: null,
  totalCents: 4560,
  creditedCents: 0,
  openCents: 4560,
  settlement: 'WAITING',
  ...more,
});

describe('what may be paid online', () => {
  it.each<[string, Partial<Invoice>, number]>([
    ['waits', {}, 1],
    ['is late', { settlement: 'LATE' }, 1],
    ['is paid in part', { settlement: 'PARTLY_PAID', openCents: 60 }, 1],
    ['is at the Trésorerie', { settlement: 'AT_TREASURY' }, 0],
    ['is settled', { settlement: 'SETTLED', openCents: 0 }, 0],
  ])('an invoice that %s: %j', (_how, more, count) => {
    expect(payableOf([invoice(1, more)], [])).toHaveLength(count);
  });

  it('comes with the first due first', () => {
    const due = payableOf([invoice(1), invoice(2, { dueOn: '2026-11-01' })], []);
    expect(due.map(({ invoiceId }) => invoiceId)).toEqual([2, 1]);
  });

  it.each([
    ['SENT', 0],
    ['REJECTED', 1],
    ['CANCELLED', 1],
  ] as const)('leaves out what is being debited: %s, %i to pay', (state, count) => {
    expect(payableOf([invoice(1)], [{ invoiceId: 1, state }])).toHaveLength(count);
  });

  it.each<[string, Invoice[], number[]]>([
    ['all of one year', [invoice(1), invoice(2)], [1, 2]],
    ['the older year', [invoice(1, { issuedOn: '2025-12-02' }), invoice(2)], [1]],
    ['not what is paid by instalments', [invoice(1, { planId: 3 }), invoice(2)], [2]],
    ['nothing, where all is paid by instalments', [invoice(1, { planId: 3 })], []],
  ])('is chosen at first: %s', (_what, invoices, ids) => {
    expect([...chosenAtFirst(invoices)]).toEqual(ids);
  });
});
