import { describe, expect, it } from '@jest/globals';
import { ANOMALY_KINDS, anomalyInFrench, type AnomalyKind, needsAgent, stopsIssue } from './anomaly.js';

describe('what is odd in a billing run', () => {
  it.each<[kind: AnomalyKind, stops: boolean, needs: boolean]>([
    ['ATTENDANCE_NOT_RECORDED', false, false],
    ['HOURS_NOT_RECORDED', false, false],
    ['PRESENT_IN_CANCELLED_SESSION', false, false],
    ['PROOF_AWAITED', false, true],
    ['TARIFF_MISSING', true, true],
    ['PAYER_UNKNOWN', true, true],
    ['QUOTIENT_MISSING', false, false],
    ['QUOTIENT_EXPIRED', false, false],
    ['UNUSUAL_AMOUNT', false, false],
    ['LESS_ON_CARRIED_DAY', false, false],
  ])('%s: stops any issue (%s), stops the one without an agent (%s)', (kind, stops, needs) => {
    expect([stopsIssue(kind), needsAgent(kind)]).toEqual([stops, needs]);
  });

  it.each(ANOMALY_KINDS.map((kind) => [kind]))('%s is told in a French sentence', (kind) => {
    expect(anomalyInFrench(kind)).toMatch(/^\p{Lu}[^!?]+\.$/u);
    expect(anomalyInFrench(kind)).not.toMatch(/ [:;]/);
  });
});
