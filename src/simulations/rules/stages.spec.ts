import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import type { Effect, OperationInstants } from '../../reglement/rules/index.js';
import { stageAt, stagesOf } from './stages.js';

const at = (text: string) => Temporal.Instant.from(text);
const SURCHARGE: Effect = { type: 'SURCHARGE', pct: 50 };
const REQUEST: Effect = { type: 'REQUEST_TO_AGENT' };

/** Opens on 1 November, closes on the 26th at 9 h; then 50 % more until noon, then a request until the 27th at 8 h. */
const OPERATION: OperationInstants = {
  opensAt: at('2026-11-01T00:00:00Z'),
  closesAt: at('2026-11-26T09:00:00Z'),
  endsAt: at('2026-11-27T08:00:00Z'),
  late: [
    { effect: SURCHARGE, endsAt: at('2026-11-26T12:00:00Z') },
    { effect: REQUEST, endsAt: at('2026-11-27T08:00:00Z') },
  ],
};

describe('the stages of a booking', () => {
  const stages = stagesOf(OPERATION);

  it.each([
    { when: '2026-10-31T23:59:59.999Z', meets: 'NOT_YET' },
    { when: '2026-11-01T00:00:00Z', meets: 'IN_TIME' },
    { when: '2026-11-26T08:59:59.999Z', meets: 'IN_TIME' },
    { when: '2026-11-26T09:00:00Z', meets: 'SURCHARGE' },
    { when: '2026-11-26T11:59:59.999Z', meets: 'SURCHARGE' },
    { when: '2026-11-26T12:00:00Z', meets: 'REQUEST_TO_AGENT' },
    { when: '2026-11-27T08:00:00Z', meets: 'BLOCKED' },
    { when: '2027-01-01T00:00:00Z', meets: 'BLOCKED' },
  ])('at $when: $meets', ({ when, meets }) => {
    const outcome = stages.outcomes[stageAt(stages, at(when).epochMilliseconds)]!;
    expect(outcome.type === 'LATE' ? outcome.effect.type : outcome.type).toBe(meets);
  });

  it('are two where a rule only closes', () => {
    const { limits, outcomes } = stagesOf({ ...OPERATION, opensAt: null, late: [], endsAt: OPERATION.closesAt });
    expect(limits).toEqual([at('2026-11-26T09:00:00Z').epochMilliseconds]);
    expect(outcomes.map(({ type }) => type)).toEqual(['IN_TIME', 'BLOCKED']);
  });
});
