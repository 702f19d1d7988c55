import { expect, it } from '@jest/globals';
import { onlineReference, type ReferenceForm } from './online-reference.js';

it.each<[string, ReferenceForm, string | null, string[], string]>([
  ['one invoice', 'INVOICE', null, ['F-2026-000123'], 'F2026000123A57'],
  [
    'several invoices have none of their own',
    'INVOICE',
    'CANTINE',
    ['F-2026-000123', 'F-2026-000124'],
    'CANTINE0000000057',
  ],
  ['a basket has none', 'INVOICE', null, [], '0000000057'],
  ['an invoice whose number is too long', 'INVOICE', null, ['F'.repeat(28)], '0000000057'],
  ['by number', 'NUMBER', 'REGIE12', ['F-2026-000123'], 'REGIE120000000057'],
])('%s', (_case, form, prefix, invoiceNumbers, expected) => {
  const reference = onlineReference(form, prefix, { number: 57, invoiceNumbers });
  expect(reference).toBe(expected);
  expect(reference).toMatch(/^[A-Za-z0-9]{6,30}$/);
});
