import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { type DebitCandidate, type DebitDay, type LeftOutReason, planDebits } from './debit-plan.js';

const on = (date: string) => Temporal.PlainDate.from(date);
const ids = (...numbers: number[]) => new Set(numbers);

function invoice(
  more: Partial<Record<'issuedOn' | 'dueOn' | 'signedOn', string>> = {},
  openCents = 4_560,
): DebitCandidate {
  const { issuedOn = '2026-11-02', dueOn = '2026-12-02', signedOn = '2026-09-01' } = more;
  const dates = { issuedOn: on(issuedOn), dueOn: on(dueOn), signedOn: on(signedOn) };
  return { invoiceId: 1, familyId: 2, number: '2026-000001', openCents, ...dates };
}

function day(collectedOn: string, more: Partial<DebitDay> = {}): DebitDay {
  const none = { debited: ids(), online: ids(), planned: ids(), leaveOut: ids() };
  return { today: on('2026-11-26'), collectedOn: on(collectedOn), noticeDays: 14, ...none, ...more };
}

describe('what a file of debits takes', () => {
  it.each<[string, DebitCandidate, DebitDay, LeftOutReason | null]>([
    ['due on the day', invoice(), day('2026-12-02'), null],
    ['due before', invoice(), day('2026-12-15'), null],
    ['told by the invoice, fourteen days before', invoice({ issuedOn: '2026-11-18' }), day('2026-12-02'), null],
    ['told thirteen days before', invoice({ issuedOn: '2026-11-19' }), day('2026-12-02'), 'TOLD_TOO_LATE'],
    ['a mandate signed since, told by the mail', invoice({ signedOn: '2026-11-10' }), day('2026-12-10'), null],
    ['a mandate signed since, for tomorrow', invoice({ signedOn: '2026-11-10' }), day('2026-12-02'), 'TOLD_TOO_LATE'],
    ['in another file', invoice(), day('2026-12-02', { debited: ids(1) }), 'DEBIT_UNDER_WAY'],
    ['being paid online', invoice(), day('2026-12-02', { online: ids(1) }), 'ONLINE_UNDER_WAY'],
    ['paid in several times', invoice(), day('2026-12-02', { planned: ids(1) }), 'UNDER_PLAN'],
    ['taken out by the régisseur', invoice(), day('2026-12-02', { leaveOut: ids(1) }), 'LEFT_OUT'],
    ['another one taken out', invoice(), day('2026-12-02', { leaveOut: ids(7) }), null],
  ])('%s', (_, candidate, when, reason) => {
    const { taken, leftOut } = planDebits([candidate], when);
    expect(leftOut.map((one) => one.reason)).toEqual(reason === null ? [] : [reason]);
    expect(taken).toEqual(reason === null ? [candidate] : []);
  });

  it('says from which day an invoice that was told too late could be debited', () => {
    const { leftOut } = planDebits([invoice({ signedOn: '2026-11-10' })], day('2026-12-02'));
    expect(leftOut[0]!.from!.toString()).toBe('2026-12-10');
  });

  it('does not name what is due later, nor what is settled', () => {
    const plan = planDebits([invoice({ dueOn: '2026-12-16' }), invoice({}, 0)], day('2026-12-15'));
    expect(plan).toEqual({ taken: [], leftOut: [] });
  });
});
