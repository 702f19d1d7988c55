import { describe, expect, it } from '@jest/globals';
import { correctionsOf, type HeldFamily } from './corrections.js';

const held: HeldFamily = {
  familyId: 12,
  name: 'LEFEVRE',
  guardians: [
    { guardianId: 31, civility: 'MONSIEUR', firstName: 'Marc', lastName: 'LEFEVRE' },
    { guardianId: 32, civility: null, firstName: 'Anne', lastName: "D'ORLE" },
  ],
  children: [{ childId: 7, firstName: 'Zoe', lastName: 'LEFEVRE' }],
};
const same = {
  account: { familyName: 'Lefevre', accountId: null },
  guardians: [{ guardianId: 31, civility: 'MONSIEUR', firstName: 'marc', lastName: 'Lefevre' }],
  children: [{ childId: 7, firstName: 'ZOE', lastName: 'lefevre' }],
} as const;

describe('the corrections of a parent', () => {
  it('are none when all is the same but for the capitals', () => {
    expect(correctionsOf(held, same)).toEqual([]);
  });

  it.each([
    [
      'the name of the family, with its accent',
      { account: { familyName: 'LEFÈVRE', accountId: null } },
      [{ subject: 'family:12', field: 'name', oldValue: 'LEFEVRE', newValue: 'LEFÈVRE' }],
    ],
    [
      'a civility that the mairie did not know',
      { guardians: [{ guardianId: 32, civility: 'MADAME', firstName: 'Anne', lastName: 'D’Orle' }] },
      [{ subject: 'guardian:32', field: 'civility', oldValue: null, newValue: 'MADAME' }],
    ],
    [
      'a first name of a child',
      { children: [{ childId: 7, firstName: 'Zoé', lastName: 'LEFEVRE' }] },
      [{ subject: 'child:7', field: 'firstName', oldValue: 'Zoe', newValue: 'Zoé' }],
    ],
    ['nobody of another family', { children: [{ childId: 8, firstName: 'Léo', lastName: 'PETIT' }] }, []],
  ] as const)('tell %s', (_, change, corrections) => {
    expect(correctionsOf(held, { ...same, ...change })).toEqual(corrections);
  });
});
