import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { type LateInvoice, mayWriteAt, type ReminderRules, type Step, stepDue, whatIsDue } from './steps.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const RULES: ReminderRules = { after: { FIRST_MAIL: 7, SECOND_MAIL: 21, LETTER: 35, TRANSFER: 60 }, leastCents: 500 };
const NO_SECOND: ReminderRules = { after: { FIRST_MAIL: 7, LETTER: 30 }, leastCents: 0 };

function late(about: Partial<LateInvoice> = {}): LateInvoice {
  return {
    invoiceId: 1,
    number: 'F-2026-000001',
    dueOn: day('2026-10-01'),
    openCents: 4500,
    taken: [],
    planEndedOn: null,
    ...about,
  };
}
const taken = (...steps: [Step, string | null][]) => ({
  taken: steps.map(([step, on]) => ({ step, on: on === null ? null : day(on) })),
});

describe('an invoice due on 1 October', () => {
  it.each<[string, ReminderRules, Partial<LateInvoice>, string, Step | null]>([
    ['six days late', RULES, {}, '2026-10-07', null],
    ['seven days late', RULES, {}, '2026-10-08', 'FIRST_MAIL'],
    ['fourteen days after the first mail', RULES, taken(['FIRST_MAIL', '2026-10-08']), '2026-10-22', 'SECOND_MAIL'],
    ['a day before that', RULES, taken(['FIRST_MAIL', '2026-10-08']), '2026-10-21', null],
    ['its first mail sent months late', RULES, taken(['FIRST_MAIL', '2027-01-08']), '2027-01-21', null],
    ['as long after that mail as usual', RULES, taken(['FIRST_MAIL', '2027-01-08']), '2027-01-22', 'SECOND_MAIL'],
    ['a letter that waits to be printed', RULES, taken(['LETTER', null]), '2027-03-01', null],
    ['25 days after the letter was printed', RULES, taken(['LETTER', '2026-12-01']), '2026-12-26', 'TRANSFER'],
    ['all done', RULES, taken(['TRANSFER', '2026-12-01']), '2027-12-01', null],
    ['no second mail in the rules', NO_SECOND, taken(['FIRST_MAIL', '2026-10-08']), '2026-10-31', 'LETTER'],
    ['a step taken that the rules dropped', NO_SECOND, taken(['SECOND_MAIL', '2026-12-01']), '2026-12-08', 'LETTER'],
    ['nothing in the rules', { after: {}, leastCents: 0 }, {}, '2027-12-01', null],
    ['a plan ended six days ago', RULES, { planEndedOn: day('2026-12-01') }, '2026-12-07', null],
    ['a plan ended a week ago', RULES, { planEndedOn: day('2026-12-01') }, '2026-12-08', 'FIRST_MAIL'],
  ])('%s', (_, rules, about, today, step) => {
    expect(stepDue(rules, late(about), day(today))).toBe(step);
  });
});

describe('a family with several late invoices', () => {
  const first = late();
  const second = late({ invoiceId: 2, dueOn: day('2026-09-01'), ...taken(['FIRST_MAIL', '2026-09-08']) });
  const fresh = late({ invoiceId: 3, dueOn: day('2026-10-06') });
  const old = late({ invoiceId: 4, dueOn: day('2026-06-01'), ...taken(['LETTER', '2026-08-01']) });

  it('gets one message, at its highest step, with all that is late', () => {
    const { message, transfers } = whatIsDue(RULES, [first, second, fresh], day('2026-10-08'));
    expect(message).toMatchObject({ step: 'SECOND_MAIL', totalCents: 13_500 });
    expect(message!.items.map(({ invoice, step }) => [invoice.invoiceId, step])).toEqual([
      [1, 'FIRST_MAIL'],
      [2, 'SECOND_MAIL'],
      [3, null],
    ]);
    expect(transfers).toEqual([]);
  });

  it('is proposed to the Trésorerie for the invoice that went through all steps, without a message for it', () => {
    expect(whatIsDue(RULES, [old, fresh], day('2026-10-08'))).toEqual({ message: null, transfers: [old] });
  });

  it.each<[string, LateInvoice[], string]>([
    ['nothing is late', [late({ dueOn: day('2026-10-08') })], '2026-10-08'],
    ['what is late is less than the threshold', [late({ openCents: 499 })], '2026-10-08'],
    ['all is paid', [late({ openCents: 0 })], '2026-10-08'],
  ])('hears nothing where %s', (_, invoices, today) => {
    expect(whatIsDue(RULES, invoices, day(today))).toEqual({ message: null, transfers: [] });
  });
});

describe('the hours at which families are written to', () => {
  it.each([
    ['2026-11-26T07:59:59+01:00', false],
    ['2026-11-26T08:00:00+01:00', true],
    ['2026-11-26T19:59:59+01:00', true],
    ['2026-11-26T20:00:00+01:00', false],
    ['2026-11-29T10:00:00+01:00', false],
  ])('%s: %s', (instant, expected) => {
    expect(mayWriteAt(Temporal.Instant.from(instant), 'Europe/Paris')).toBe(expected);
  });
});
