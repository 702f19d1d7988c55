import { describe, expect, it } from '@jest/globals';
import { isResident, type Residency } from './residency.js';

const COMMUNE = { postalCode: '34120', city: 'SAINT-MARTIN-D’ORLE' };

describe('who lives in the commune', () => {
  it.each<[string, Residency | null, string | null, string | null, boolean]>([
    ['the same town', null, '34120', 'Saint-Martin-d’Orle', true],
    ['the same town, written otherwise', null, '34120', 'ST MARTIN D’ORLE CEDEX 2', true],
    ['another town of the same post office', null, '34120', 'Pézenas', false],
    ['a town of the same name elsewhere', null, '72430', 'Saint-Martin-d’Orle', false],
    ['a postal code alone', null, '34120', null, true],
    ['another postal code alone', null, '34000', null, false],
    ['no address', null, null, null, true],
    ['elsewhere, but the mairie said so', 'RESIDENT', '75001', 'Paris', true],
    ['here, but the mairie said not', 'NON_RESIDENT', '34120', 'Saint-Martin-d’Orle', false],
  ])('%s', (_what, residency, postalCode, city, expected) =>
    expect(isResident({ residency, postalCode, city }, COMMUNE)).toBe(expected),
  );
});
