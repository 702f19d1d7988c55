import { describe, expect, it } from '@jest/globals';
import { euros } from '../../kernel/french.js';
import { type RefundAsked, refundsOf } from './refund.js';

const account = { iban: 'FR7630006000011234567890189', bic: null, holder: 'Camille Durand' };
const free = new Map([
  [1, 2400],
  [2, 0],
]);
const all = { familyId: 1, cents: null, account };

describe('the refunds of a list', () => {
  it('are of all that is free unless less is asked, on the account of the request unless one is typed', () => {
    const requested = new Map([[1, { ...account, holder: 'Alix Durand' }]]);
    expect(refundsOf([all], free, requested)).toEqual({ refunds: [{ ...all, cents: 2400 }], faults: [] });
    const [refund] = refundsOf([{ ...all, cents: 400, account: null }], free, requested).refunds;
    expect(refund).toMatchObject({ cents: 400, account: { holder: 'Alix Durand' } });
  });

  it.each<[string, RefundAsked[], { field: string; message: unknown }[]]>([
    [
      'more than is free',
      [{ ...all, cents: 2401 }],
      [{ field: 'refunds.0.cents', message: `son avoir disponible est de ${euros(2400)}.` }],
    ],
    [
      'nothing free',
      [{ ...all, familyId: 2, cents: 1 }],
      [{ field: 'refunds.0.familyId', message: expect.anything() }],
    ],
    [
      'a family unknown to the credits',
      [{ ...all, familyId: 3 }],
      [{ field: 'refunds.0.familyId', message: expect.anything() }],
    ],
    ['a family twice', [all, all], [{ field: 'refunds.1.familyId', message: expect.anything() }]],
    ['no account', [{ ...all, account: null }], [{ field: 'refunds.0.account', message: expect.anything() }]],
    [
      'an IBAN with a slip',
      [{ ...all, account: { ...account, iban: 'FR7630006000011234567890188' } }],
      [{ field: 'refunds.0.account.iban', message: expect.anything() }],
    ],
  ])('are refused for %s', (_, asked, faults) => {
    expect(refundsOf(asked, free, new Map()).faults).toEqual(faults);
  });
});
