import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { isBarredOn, personKey } from './person.js';

describe('the key of a person', () => {
  it.each([
    ['DUPONT', 'Jean-Luc', true],
    ['Dupont', 'jean luc', true],
    ['jean-luc', 'Dupont', true],
    ['Dupônt', 'Jean  Luc', true],
    ['DUPONT', 'Jean', false],
    ['DUPOND', 'Jean-Luc', false],
  ])('of %s %s is that of Dupont Jean-Luc: %s', (lastName, firstName, same) => {
    expect(personKey(lastName, firstName) === personKey('Dupont', 'Jean-Luc')).toBe(same);
  });
});

describe('a decision that keeps somebody from a child', () => {
  const today = Temporal.PlainDate.from('2026-11-26');
  it.each([
    [null, null, true],
    ['2026-11-26', null, true],
    ['2026-11-25', null, false],
    [null, '2026-11-01T08:00:00Z', false],
    ['2027-01-01', '2026-11-01T08:00:00Z', false],
  ])('until %s, lifted %s, holds: %s', (until, lifted, holds) => {
    const untilDate = until === null ? null : Temporal.PlainDate.from(until);
    const liftedAt = lifted === null ? null : Temporal.Instant.from(lifted);
    expect(isBarredOn({ untilDate, liftedAt }, today)).toBe(holds);
  });
});
