import { expect, it } from '@jest/globals';
import { refuseUnlisted } from './deductions.js';

const CREDITS = { openingCents: 0, receivedCents: 0, creditNotesCents: 0, usedCents: 0, closingCents: 0 };
const account = (reversedCents: number, refundedCents: number) => ({
  ...{ means: 'TRANSFER', label: 'virement', openingCents: 0, receivedCents: 0, handedOverCents: 0, closingCents: 0 },
  ...{ reversedCents, refundedCents },
});
const all = (amounts: number[]) => amounts.map((cents) => ({ cents }));

it.each([
  ['nothing', [account(0, 0)], 0, [], [], true],
  ['each paper and each entry', [account(-700, -2000), account(-300, 0)], -2000, [700, 300], [2400, -400], true],
  ['a reversal that no paper tells', [account(-700, 0)], 0, [], [], false],
  ['a paper that no entry tells', [account(0, 0)], 0, [700], [], false],
  ['a refund that no list tells', [account(0, -400)], -400, [], [], false],
  ['a refund taken from the credits and from no means', [account(0, 0)], -400, [], [400], false],
])('part C lists %s', (_case, accounts, refundedCents, deductions, refunds, agrees) => {
  const check = () =>
    refuseUnlisted({ accounts, credits: { ...CREDITS, refundedCents } }, all(deductions), all(refunds));
  if (agrees) expect(check).not.toThrow();
  else expect(check).toThrow(RangeError);
});
