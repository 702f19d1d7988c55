import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from '../../kernel/civil-time.js';
import { sumCents } from '../../kernel/money.js';
import type { ChargeEvent } from '../../reglement/rules/index.js';
import { type ChargeToBill, draftInvoices } from './draft-invoices.js';

const CHILDREN = { Éloi: 1, Léa: 2, Zoé: 3 } as const;
const PRESTATIONS = { Cantine: 10, 'Garderie du soir': 11 } as const;
let nextId = 1;

function charge(
  familyId: number,
  childName: keyof typeof CHILDREN,
  date: string,
  prestationLabel: keyof typeof PRESTATIONS,
  cents: number,
  event: ChargeEvent = 'UNIT',
): ChargeToBill {
  return {
    sessionId: nextId++,
    familyId,
    childId: CHILDREN[childName],
    childName,
    date: Temporal.PlainDate.from(date),
    prestationId: PRESTATIONS[prestationLabel],
    prestationLabel,
    event,
    cents,
    careCents: null,
    reasons: { reason: 'RESERVED_AND_PRESENT', steps: [] },
  };
}

describe('draft invoices', () => {
  it('one per paying family, its lines by child, date and prestation', () => {
    const drafts = draftInvoices([
      charge(5, 'Léa', '2026-12-01', 'Cantine', 700, 'UNPLANNED'),
      charge(5, 'Léa', '2026-11-26', 'Garderie du soir', 150),
      charge(4, 'Zoé', '2026-11-26', 'Cantine', 0),
      charge(5, 'Léa', '2026-11-26', 'Cantine', 360),
      charge(5, 'Éloi', '2026-11-27', 'Cantine', 360, 'UNJUSTIFIED_ABSENCE'),
    ]);
    expect(
      drafts.map(({ familyId, lines, totalCents }) => [
        familyId,
        totalCents,
        lines.map(({ childName, label, cents }) => `${childName} | ${label} | ${cents}`),
      ]),
    ).toEqual([
      [4, 0, ['Zoé | Cantine, jeudi 26 novembre 2026 | 0']],
      [
        5,
        1570,
        [
          'Éloi | Cantine, vendredi 27 novembre 2026 (absence injustifiée) | 360',
          'Léa | Cantine, jeudi 26 novembre 2026 | 360',
          'Léa | Garderie du soir, jeudi 26 novembre 2026 | 150',
          'Léa | Cantine, mardi 1er décembre 2026 (présence non prévue) | 700',
        ],
      ],
    ]);
  });

  it('none without charges', () => {
    expect(draftInvoices([])).toEqual([]);
  });

  it('refuse to bill a consumption twice, even to two foyers', () => {
    const twice = [charge(4, 'Léa', '2026-11-26', 'Cantine', 360), charge(5, 'Léa', '2026-11-26', 'Cantine', 360)];
    expect(() => draftInvoices(twice)).toThrow('charged twice');
  });

  it('carry each charge once and every cent, in the same order however they were read', () => {
    const charges = fc
      .uniqueArray(fc.tuple(fc.constantFrom('Éloi', 'Léa', 'Zoé'), fc.integer({ min: 1, max: 28 })), {
        selector: ([name, day]) => `${name} ${day}`,
      })
      .map((pairs) =>
        pairs.map(([name, day], index) =>
          charge((day % 2) + 1, name, `2026-11-${String(day).padStart(2, '0')}`, 'Cantine', index * 7),
        ),
      );
    fc.assert(
      fc.property(charges, (drawn) => {
        const drafts = draftInvoices(drawn);
        const billed = drafts.flatMap((draft) => draft.lines.map((line) => line.sessionId));
        expect([...billed].sort((a, b) => a - b)).toEqual(drawn.map((one) => one.sessionId).sort((a, b) => a - b));
        expect(sumCents(drafts.map((draft) => draft.totalCents))).toBe(sumCents(drawn.map((one) => one.cents)));
        expect(draftInvoices([...drawn].reverse())).toEqual(drafts);
      }),
    );
  });
});
