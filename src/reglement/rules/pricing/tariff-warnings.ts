import { euros, typeset } from '../../../kernel/french.js';
import { toldPrices } from './compile-tariff.js';
import { type Leaf, leavesOf } from './leaves.js';
import type { Tariff } from './tariff.js';
import { audiencesInFrench } from './tariff-words.js';

/** What is odd in a tariff that can be applied, in French: a mairie may mean it, and should have seen it. */
export function tariffWarnings(tariff: Tariff): string[] {
  return leavesOf(tariff).flatMap((leaf) => {
    const whose = leaf.audiences.length === 0 ? '' : `${audiencesInFrench(leaf)} : `;
    return warningsOf(leaf).map((warning) => {
      const text = typeset(whose + warning);
      return text.charAt(0).toUpperCase() + text.slice(1);
    });
  });
}

function warningsOf(leaf: Leaf): string[] {
  const { form } = leaf;
  switch (form.type) {
    case 'BRACKETS':
      return form.rows.flatMap((row, index) => [
        ...falling(`la tranche « ${row.label} »`, form.rows[index - 1]?.unitCents, row.unitCents),
        ...cheaperUnplanned(leaf, index, `dans la tranche « ${row.label} », `),
      ]);
    case 'DAYS_PER_WEEK': {
      const amounts = Object.entries(form.byDaysPerWeek);
      return amounts.flatMap(([days, cents], index) =>
        falling(`le forfait de ${days} jours par semaine`, amounts[index - 1]?.[1], cents),
      );
    }
    case 'NONE': {
      const lines = leaf.stay!.table!;
      return lines.flatMap(({ uptoMinutes, cents }, index) =>
        falling(`une durée de ${uptoMinutes} minutes`, lines[index - 1]?.cents, cents),
      );
    }
    case 'FLAT':
      return cheaperUnplanned(leaf, 0, '');
    case 'EFFORT_RATE':
      return [];
  }
}

function falling(what: string, before: number | undefined, after: number): string[] {
  return before !== undefined && after < before
    ? [`${what} coûte ${euros(after)}, moins que ce qui précède (${euros(before)}).`]
    : [];
}

/** Coming without a booking should not be the cheaper way. */
function cheaperUnplanned(leaf: Leaf, rowIndex: number, where: string): string[] {
  if (leaf.forfait || leaf.options.prices?.unplanned?.counter) return [];
  const { unitCents, unplannedCents } = toldPrices(leaf, rowIndex);
  return unplannedCents < unitCents
    ? [
        `${where}venir sans réservation coûte ${euros(unplannedCents)}, moins que le prix à l’unité (${euros(unitCents)}).`,
      ]
    : [];
}
