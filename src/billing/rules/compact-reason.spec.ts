import { describe, expect, it } from '@jest/globals';
import type { Explanation } from '../../reglement/index.js';
import { compactReason } from './compact-reason.js';

const prices = { unitCents: 305, unplannedCents: 500, unjustifiedAbsenceCents: 305 };
const steps = (
  quotient: number | null,
  label: string,
  quotientMin: number,
  quotientMax: number | null,
): Explanation => [
  { step: 'VERSIONS', tariffId: 3, policyId: null },
  { step: 'QUOTIENT', quotient },
  { step: 'ROW', label, quotientMin, quotientMax, prices },
  { step: 'PROMISED', on: '2026-09-12' },
  { step: 'PRICE', event: 'UNIT', cents: 305 },
];

describe('the reason that identical meals share', () => {
  it.each([
    ['un quotient', steps(64_250, 'B', 60_000, 80_000), 'Quotient familial 642,5\u00a0: tranche B'],
    [
      'une tranche déjà nommée ainsi',
      steps(64_250, 'Tranche 2', 60_000, 80_000),
      'Quotient familial 642,5\u00a0: tranche 2',
    ],
    ['sans quotient', steps(null, 'F', 120_000, null), 'Quotient familial inconnu de la mairie\u00a0: tranche F'],
    ['un seul tarif', steps(null, 'Tarif unique', 0, null), 'Tarif unique'],
    ['rien', [], ''],
  ])('%s', (_, explanation, text) => expect(compactReason(explanation)).toBe(text));
});
