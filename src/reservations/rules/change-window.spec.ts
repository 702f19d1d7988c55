import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import type { Effect } from '../../reglement/rules/index.js';
import { changeOutcome } from './change-window.js';
import { moveWords } from './late-words.js';
import { menuClosedSentence, modifyClosedSentence, supplementsClosedSentence } from './refusal-sentence.js';

const at = (text: string) => Temporal.Instant.from(text);
const closesAt = at('2026-11-24T08:00:00Z');
const endsAt = at('2026-11-25T08:00:00Z');
const [IN_TIME, LATE, OVER] = ['2026-11-24T07:59:59.999Z', '2026-11-24T08:00:00Z', '2026-11-25T08:00:00Z'];
const PENDING = { calledOffAt: null, frozenAt: null };
const CLOSED = { type: 'REFUSED', ask: false, phone: null };
const SURCHARGE: Effect = { type: 'SURCHARGE', pct: 50 };
const SECOND: Effect = { type: 'SURCHARGE', pct: 50, counter: { per: 'CHILD', period: 'MONTH', from: 2 } };

describe('changing a booked day', () => {
  it.each<[string, Effect | null, string, object, object]>([
    ['in time', SURCHARGE, IN_TIME, PENDING, { type: 'ACCEPTED', late: null }],
    ['at the deadline, with no effect', null, LATE, PENDING, CLOSED],
    ['late, for more', SURCHARGE, LATE, PENDING, { type: 'ACCEPTED', late: { effect: SURCHARGE, applies: true } }],
    ['late, and a grace', SECOND, LATE, PENDING, { type: 'ACCEPTED', late: { effect: SECOND, applies: false } }],
    ['later than even that', SURCHARGE, OVER, PENDING, CLOSED],
    ['late, to be asked', { type: 'REQUEST_TO_AGENT' }, LATE, PENDING, { ...CLOSED, ask: true }],
    ['late, by telephone', { type: 'PHONE_ONLY', number: '04 67' }, LATE, PENDING, { ...CLOSED, phone: '04 67' }],
    ['late, and blocked', { type: 'BLOCK' }, LATE, PENDING, CLOSED],
    ['once the list has left', SURCHARGE, IN_TIME, { ...PENDING, frozenAt: closesAt }, CLOSED],
    ['when the mairie called it off', SURCHARGE, IN_TIME, { ...PENDING, calledOffAt: closesAt }, CLOSED],
  ])('%s', (_, effect, now, session, expected) => {
    const window = { opensAt: null, closesAt, endsAt, late: effect ? [{ effect, endsAt }] : [] };
    expect(changeOutcome(session as never, window, at(now))).toEqual(expected);
  });

  it.each<[string, Effect, string | null]>([
    ['costs more', SURCHARGE, 'échange hors délai : avec une majoration de 50 %'],
    ['costs no more this time', SECOND, 'échange hors délai, sans majoration cette fois'],
    ['is refused', { type: 'BLOCK' }, null],
  ])('is told before: it %s', (_, effect, expected) => {
    const outcome = changeOutcome(PENDING, { opensAt: null, closesAt, endsAt, late: [{ effect, endsAt }] }, at(LATE));
    expect(moveWords(outcome)?.replaceAll('\u00a0', ' ') ?? null).toBe(expected);
  });

  it.each([
    [false, null, 'choisissez un autre jour, ou contactez la mairie.', 'contactez la mairie si c’est indispensable.'],
    [false, '04 67', 'appelez le 04 67.', 'appelez le 04 67.'],
    [
      true,
      null,
      'vous pouvez encore en faire la demande à la mairie, qui vous répondra.',
      'vous pouvez encore en faire la demande à la mairie, qui vous répondra.',
    ],
  ])('refused, it says whom to turn to (asked: %s, phone: %s)', (ask, phone, move, menu) => {
    const date = Temporal.PlainDate.from('2026-11-26');
    const closed = { closesAt, zone: 'Europe/Paris', ask, phone, rule: null };
    const said = (sentence: string) => sentence.replaceAll('\u00a0', ' ').replace(/^.* à 9 h 00 : /, '');
    expect(said(modifyClosedSentence(date, closed))).toBe(move);
    expect(said(menuClosedSentence(date, closed))).toBe(menu);
  });

  it('refused, it cites the rule', () => {
    const date = Temporal.PlainDate.from('2026-11-26');
    const rule = 'Modification possible jusqu’à la veille, avant 9 h 00.';
    const closed = { closesAt, zone: 'Europe/Paris', ask: false, phone: null, rule };
    for (const sentence of [modifyClosedSentence, menuClosedSentence, supplementsClosedSentence])
      expect(sentence(date, closed).replaceAll('\u00a0', ' ')).toMatch(
        /\. Règle : modification possible jusqu’à la veille, avant 9 h 00\.$/,
      );
  });
});
