import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import type { PayfipAnswer } from './answers.js';
import {
  type Anomaly,
  type Attempt,
  type AttemptState,
  blockedUntil,
  decideAttempt,
  neverOpened,
} from './decide-attempt.js';
import type { PaymentDetail } from './payment-detail.js';

const START = Temporal.Instant.from('2026-11-26T09:00:00Z');
const ASKED = { numcli: '012345', exer: 2026, refdet: 'F2026000017A3', montant: 4560, saisie: 'W' };
const DETAIL: PaymentDetail = {
  ...ASKED,
  exer: '2026',
  resultrans: 'P',
  numauto: '123456',
  dattrans: '26112026',
  heurtrans: '1003',
};
type Answer = PayfipAnswer<PaymentDetail>;

const says = (resultrans: string, other: Partial<PaymentDetail> = {}): Answer => ({
  kind: 'ANSWERED',
  value: { ...DETAIL, resultrans, ...other },
});
const fault = (code: string): Answer => ({ kind: 'FAULT', code, label: null });
const SILENCE: Answer = { kind: 'UNANSWERED', why: 'TIMEOUT' };

/** « PENDING », « ANOMALY:DIFFERENT ». */
function attempt(text: string, saisie = 'W'): Attempt {
  const [state, anomaly = null] = text.split(':') as [AttemptState, Anomaly?];
  return { state, anomaly, createdAt: START, asked: { ...ASKED, saisie } };
}

function verdict(before: string, minutes: number, answer: Answer, saisie = 'W') {
  const now = START.add({ minutes });
  const { state, anomaly, askAgainAt } = decideAttempt(attempt(before, saisie), answer, now);
  return [anomaly ? `${state}:${anomaly}` : state, askAgainAt ? now.until(askAgainAt).total('minutes') : null];
}

const DAY = 24 * 60;

describe('an attempt that is pending', () => {
  it.each<[string, number, Answer, string, number | null]>([
    ['paid by card', 2, says('P'), 'PAID', null],
    ['paid by direct debit', 2, says('V'), 'PAID', null],
    ['paid, an authorisation short', 2, says('P', { numauto: null, dattrans: null }), 'PAID', null],
    ['refused by the bank', 2, says('R'), 'REFUSED', 60],
    ['direct debit refused', 2, says('Z'), 'REFUSED', 60],
    ['refused, a day later', DAY, says('R'), 'REFUSED', null],
    ['given up, who may still come back', 19, says('A'), 'PENDING', 5],
    ['given up for good', 20, says('A'), 'CANCELLED', 60],
    ['given up, a day later', DAY, says('A'), 'CANCELLED', null],
    ['a result that nobody told us about', 2, says('Q'), 'ANOMALY:UNKNOWN_RESULT', null],
    ['a result in small letters', 2, says('p'), 'ANOMALY:UNKNOWN_RESULT', null],
    ['not known yet', 2, fault('P5'), 'PENDING', 5],
    ['not known yet, after an hour', 60, fault('P5'), 'PENDING', 30],
    ['not known yet, just before a day', DAY - 1, fault('P5'), 'PENDING', 30],
    ['not known after a day', DAY, fault('P5'), 'EXPIRED', null],
    ['used already', 2, fault('P3'), 'PENDING', 5],
    ['too old for its page, but young for us', 16, fault('P4'), 'PENDING', 5],
    ['too old for its page', 20, fault('P4'), 'EXPIRED', null],
    ['not there, at once', 1, fault('P1'), 'PENDING', 5],
    ['purged', 8 * 60, fault('P1'), 'EXPIRED', null],
    ['a question that is refused', 2, fault('T2'), 'ANOMALY:QUESTION_REFUSED', null],
    ['no answer', 2, SILENCE, 'PENDING', 30],
    ['no answer, just before a day', DAY - 1, SILENCE, 'PENDING', 30],
    ['no answer for a day', DAY, SILENCE, 'ANOMALY:NO_ANSWER', null],
  ])('%s, after %d minutes', (_case, minutes, answer, after, again) => {
    expect(verdict('PENDING', minutes, answer)).toEqual([after, again]);
  });
});

describe('an answer that is not about what was asked is never believed', () => {
  it.each<[string, Partial<PaymentDetail>]>([
    ['another amount', { montant: 4561 }],
    ['an amount that cannot be read', { montant: null }],
    ['another reference', { refdet: 'F2026000018A4' }],
    ['another client', { numcli: '054321' }],
    ['another year', { exer: '2025' }],
    ['a test that says to be a payment', { saisie: 'T' }],
    ['a payment without its mode', { saisie: null }],
  ])('%s', (_case, other) => {
    expect(verdict('PENDING', 2, says('P', other))).toEqual(['ANOMALY:DIFFERENT', null]);
    expect(verdict('PENDING', 2, says('R', other))).toEqual(['ANOMALY:DIFFERENT', null]);
    expect(verdict('REFUSED', 2, says('P', other))).toEqual(['ANOMALY:DIFFERENT', null]);
    expect(verdict('REFUSED', 2, says('Z', other))).toEqual(['REFUSED', 60]);
    expect(verdict('PAID', 2, says('P', other))).toEqual(['PAID', null]);
  });
});

describe('a test payment settles nothing', () => {
  it.each([
    ['PENDING', 'P', 'TESTED'],
    ['CANCELLED', 'V', 'TESTED'],
    ['TESTED', 'R', 'TESTED'],
    ['PENDING', 'R', 'REFUSED'],
  ])('%s, then %s', (before, result, after) => {
    expect(verdict(before, 2, says(result, { saisie: 'T' }), 'T')[0]).toBe(after);
  });

  it('an activation payment does: it is real money', () => {
    expect(verdict('PENDING', 2, says('P', { saisie: 'X' }), 'X')).toEqual(['PAID', null]);
  });
});

describe('what comes late', () => {
  const failures = ['CANCELLED', 'REFUSED', 'EXPIRED'];
  const anomalies = ['ANOMALY:DIFFERENT', 'ANOMALY:UNKNOWN_RESULT', 'ANOMALY:QUESTION_REFUSED', 'ANOMALY:NO_ANSWER'];

  it.each([...failures, ...anomalies])('a success wins over %s', (before) => {
    expect(verdict(before, 3 * DAY, says('P'))).toEqual(['PAID', null]);
  });

  it.each([says('R'), says('Z'), says('A'), says('Q'), fault('P1'), fault('P5'), fault('T2'), SILENCE])(
    'nothing undoes a success (%j)',
    (answer) => {
      expect(verdict('PAID', 3 * DAY, answer)).toEqual(['PAID', null]);
    },
  );

  it.each(failures)('%s stays what it is for another failure, or for silence', (before) => {
    for (const answer of [says('R'), says('A'), fault('P1'), fault('P5'), fault('T2'), SILENCE]) {
      expect(verdict(before, 30, answer)[0]).toBe(before);
    }
  });

  it.each([
    ['ANOMALY:NO_ANSWER', fault('P1'), 'EXPIRED'],
    ['ANOMALY:NO_ANSWER', SILENCE, 'ANOMALY:NO_ANSWER'],
    ['ANOMALY:QUESTION_REFUSED', fault('P5'), 'EXPIRED'],
    ['ANOMALY:UNKNOWN_RESULT', fault('P1'), 'ANOMALY:UNKNOWN_RESULT'],
    ['ANOMALY:DIFFERENT', fault('P5'), 'ANOMALY:DIFFERENT'],
    ['ANOMALY:DIFFERENT', says('R'), 'REFUSED'],
    ['ANOMALY:UNKNOWN_RESULT', says('A'), 'CANCELLED'],
    ['CANCELLED', says('Q'), 'ANOMALY:UNKNOWN_RESULT'],
  ])('%s, then %j', (before, answer, after) => {
    expect(verdict(before, 2 * DAY, answer)[0]).toBe(after);
  });
});

describe('another attempt at the same debt', () => {
  it.each<[AttemptState, number, number | null]>([
    ['CREATED', 0, 20],
    ['PENDING', 19, 1],
    ['PENDING', 20, null],
    ['CREATED', 20, null],
    ['REFUSED', 1, null],
    ['CANCELLED', 1, null],
    ['FAILED', 0, null],
    ['ANOMALY', 1, null],
  ])('while one is %s since %d minutes waits for %s more', (state, minutes, left) => {
    const now = START.add({ minutes });
    const until = blockedUntil({ state, createdAt: START }, now);
    expect(until ? now.until(until).total('minutes') : null).toBe(left);
  });

  it('an attempt that was never opened is known as such once nobody can be on its way', () => {
    expect(neverOpened({ state: 'CREATED', createdAt: START }, START.add({ minutes: 19 }))).toBe(false);
    expect(neverOpened({ state: 'CREATED', createdAt: START }, START.add({ minutes: 20 }))).toBe(true);
    expect(neverOpened({ state: 'PENDING', createdAt: START }, START.add({ minutes: 20 }))).toBe(false);
  });
});
