import { expect, it } from '@jest/globals';
import { onceEach, type TalliedCharges } from './tallied-charges.js';

const row = (sessions: number, cents: number, more: Partial<TalliedCharges> = {}): TalliedCharges => ({
  ...{ group: 0, childId: 1, familyId: 7, event: 'UNIT' as const },
  ...{ sessions, cents },
  ...more,
});

it.each<[string, TalliedCharges[], TalliedCharges[]]>([
  ['days charged once stay as they are', [row(0b011, 305), row(0b100, 500)], [row(0b011, 305), row(0b100, 500)]],
  [
    'a day charged again is one, of the sum',
    [row(0b011, 305), row(0b010, 195, { event: 'UNPLANNED' })],
    [row(0b001, 305), row(0b010, 500)],
  ],
  [
    'a day that changed hands is that of who pays most of it',
    [row(0b1, 0), row(0b1, 305, { familyId: 8 })],
    [row(0b1, 305, { familyId: 8 })],
  ],
  [
    'children and groups apart',
    [row(0b1, 305), row(0b1, 305, { childId: 2 }), row(0b1, 305, { group: 1 })],
    [row(0b1, 305), row(0b1, 305, { childId: 2 }), row(0b1, 305, { group: 1 })],
  ],
])('%s', (_, rows, expected) => {
  expect(onceEach(rows)).toEqual(expected);
});
