import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { isProofOver } from './proof-retention.js';

const instant = (text: string | null) => (text === null ? null : Temporal.Instant.from(text));
const BILLED = '2026-12-03T01:00:00+01:00';

describe('the file of a proof for an absence until 27 November 2026', () => {
  it.each<[string, (string | null)[], string | null, string, boolean]>([
    ['facturée depuis moins de deux mois', [BILLED, BILLED], null, '2027-02-03T00:30:00+01:00', false],
    ['facturée depuis deux mois', [BILLED, BILLED], null, '2027-02-03T01:00:01+01:00', true],
    ['un jour reste à facturer', [BILLED, null], null, '2027-06-01T12:00:00+02:00', false],
    ['jamais facturée, un an après', [null], null, '2027-11-27T12:00:00+01:00', false],
    ['jamais facturée, plus d’un an après', [null], null, '2027-11-28T12:00:00+01:00', true],
    ['plus aucun jour réservé', [], null, '2027-01-28T12:00:00+01:00', true],
    ['plus aucun jour réservé, mais depuis peu', [], null, '2027-01-27T12:00:00+01:00', false],
    ['retirée', [null], '2026-11-25T08:00:00+01:00', '2027-01-28T12:00:00+01:00', true],
  ])('%s', (_, billed, withdrawn, now, expected) => {
    const absence = {
      toDate: Temporal.PlainDate.from('2026-11-27'),
      withdrawnAt: instant(withdrawn),
      billedAt: billed.map(instant),
    };
    expect(isProofOver(absence, { now: Temporal.Instant.from(now), zone: 'Europe/Paris' })).toBe(expected);
  });
});
