import { expect, it } from '@jest/globals';
import { refuseWaiting } from './waiting-debt.js';

const invoice = (invoiceId: number, cents: number) => ({ invoiceId, number: `F-${invoiceId}`, open: [{ cents }] });
const [DUE, WAITING] = [[invoice(1, 5000)], [invoice(2, 3000)]];

it.each([
  ['what is due', { cents: 5000 }, WAITING, true],
  ['more, with nothing that waits: another rule refuses it', { cents: 5001 }, [], true],
  ['more than what is due without what waits', { cents: 5001 }, WAITING, false],
  ['more, the rest being held for the family', { cents: 8000, excess: 'CREDIT' as const }, WAITING, true],
  ['a share of an invoice that waits', { cents: 1000, shares: [{ invoiceId: 2, cents: 1000 }] }, WAITING, false],
  ['a share of the other one', { cents: 1000, shares: [{ invoiceId: 1, cents: 1000 }] }, WAITING, true],
])('at the counter: %s', (_case, asked, waiting, taken) => {
  const pay = () => refuseWaiting(asked, DUE, waiting);
  if (taken) expect(pay).not.toThrow();
  else expect(pay).toThrow(expect.objectContaining({ code: 'PAYMENT_EXCEEDS_DUE' }));
});
