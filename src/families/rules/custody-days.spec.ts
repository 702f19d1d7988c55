import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { awayFrom } from './away.js';
import { type CustodySpan, familyInCharge } from './custody.js';
import { custodyDays } from './custody-days.js';
import { swapped } from './custody-swap.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const MINE = 1;
/** Sunday 8 to Tuesday 17 November 2026: the end of week 45, all of week 46 (even), two days of week 47. */
const [FROM, TO] = [day('2026-11-08'), day('2026-11-17')];
const SIGNS = { HERE: '●', ELSEWHERE: '○', OUTSIDE: '·' } as const;

function drawn(custodies: readonly CustodySpan[], swaps: readonly string[] = []): string {
  const familyOn = (date: Temporal.PlainDate) => {
    const inCharge = familyInCharge(custodies, date);
    const toFamilyId = inCharge === MINE ? 2 : MINE;
    return swapped(inCharge, swaps.includes(date.toString()) ? { fromFamilyId: inCharge!, toFamilyId } : undefined);
  };
  const days = custodyDays(FROM, TO, {
    away: (date) => awayFrom(custodies, { familyId: MINE, inCharge: familyOn(date), date }),
    exchanged: (date) => familyOn(date) !== familyInCharge(custodies, date),
  });
  return days.map(({ place, exchanged }) => SIGNS[place] + (exchanged ? '⇄' : '')).join('');
}

describe('the days of a child, as one of its foyers reads them (● here, ○ elsewhere, · not told, ⇄ exchanged)', () => {
  const since = { from: day('2026-09-01'), to: null };
  const even: CustodySpan = { familyId: MINE, weeks: 'EVEN', ...since };
  const odd: CustodySpan = { familyId: 2, weeks: 'ODD', ...since };

  it.each<[string, readonly CustodySpan[], readonly string[], string]>([
    ['every week', [{ familyId: MINE, weeks: 'ALL', ...since }], [], '●●●●●●●●●●'],
    ['even weeks, the other foyer known', [even, odd], [], '○●●●●●●●○○'],
    ['even weeks, the other foyer of another commune', [even], [], '○●●●●●●●○○'],
    ['a Saturday given and a Monday taken', [even, odd], ['2026-11-14', '2026-11-16'], '○●●●●●○⇄●●⇄○'],
    ['from the Tuesday on', [{ ...even, from: day('2026-11-10') }, odd], [], '··●●●●●●○○'],
    ['until the Wednesday', [{ ...even, to: day('2026-11-11') }, odd], [], '○●●●······'],
  ])('%s', (_, custodies, swaps, expected) => expect(drawn(custodies, swaps)).toBe(expected));
});
