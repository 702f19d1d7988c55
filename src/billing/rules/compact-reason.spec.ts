import { describe, expect, it } from '@jest/globals';
import type { Explanation } from '../../reglement/rules/index.js';
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
    [
      'un supplément',
      [...steps(64_250, 'B', 60_000, 80_000), { step: 'SUPPLEMENT', label: 'Goûter', cents: 60 }],
      'Quotient familial 642,5\u00a0: tranche B, avec Goûter',
    ],
    [
      'un taux d’effort',
      [
        { step: 'QUOTIENT', quotient: 64_250 },
        { step: 'EFFORT_RATE', ratePct: '0.55', minCents: 0, maxCents: 900 },
      ],
      'Quotient familial 642,5 × 0,55\u00a0%',
    ],
    [
      'un premier enfant qui a sa réduction',
      [...steps(64_250, 'B', 60_000, 80_000), { step: 'SIBLINGS', rank: 1, price: { cents: 5 } }],
      'Quotient familial 642,5\u00a0: tranche B, 1ᵉʳ enfant',
    ],
    [
      'un deuxième enfant hors commune',
      [
        ...steps(64_250, 'B', 60_000, 80_000),
        { step: 'NON_RESIDENT', markup: { abs: 10 } },
        { step: 'SIBLINGS', rank: 2, price: { cents: 5 } },
      ],
      'Quotient familial 642,5\u00a0: tranche B, hors commune, 2ᵉ enfant',
    ],
    [
      'un forfait',
      [
        { step: 'FLAT', cents: 4000 },
        { step: 'FORFAIT', per: 'MONTH', from: '2026-11-01', to: '2026-11-30', rank: 2 },
      ],
      'Tarif unique, compris dans le forfait',
    ],
    [
      'des tranches de temps',
      [
        { step: 'FLAT', cents: 55 },
        { step: 'SLICES', from: '16:15', to: '16:46', sliceMinutes: 30, slices: 2 },
      ],
      'Tarif unique, 2 × 30\u00a0min',
    ],
  ] as [string, Explanation, string][])('%s', (_, explanation, text) => expect(compactReason(explanation)).toBe(text));
});
