import { describe, expect, it } from '@jest/globals';
import { sameClick } from './click.js';

const shares = [
  { invoiceId: 1, cents: 500 },
  { invoiceId: 2, cents: 700 },
];

describe('the same payment asked again within two minutes is one', () => {
  it.each([
    ['the same reference', { reference: 'CIC 123' }, true],
    ['another cheque', { reference: 'CIC 124' }, false],
    ['no reference this time', { reference: null }, false],
    ['the same distribution, in another order', { reference: 'CIC 123', shares: [...shares].reverse() }, true],
    ['another distribution', { reference: 'CIC 123', shares: [{ invoiceId: 2, cents: 1200 }] }, false],
  ])('%s', (_case, asked, expected) => {
    expect(sameClick(asked, { reference: 'CIC 123', shares })).toBe(expected);
  });
});
