import { type Grid, withTotal } from '../../kernel/grid.js';
import { type ArrearsReport, ageLabel } from './arrears.js';

/** A line for each invoice that is open; `names` are the families'. */
export function arrearsGrid({ lines }: ArrearsReport, names: ReadonlyMap<number, string>): Grid {
  return withTotal({
    name: 'Restes à recouvrer',
    columns: [
      { header: 'Facture', kind: 'text' },
      { header: 'Famille', kind: 'text' },
      { header: 'Émise le', kind: 'day' },
      { header: 'Échéance', kind: 'day' },
      { header: 'Facturé', kind: 'cents', summed: true },
      { header: 'Réglé', kind: 'cents', summed: true },
      { header: 'Reste dû', kind: 'cents', summed: true },
      { header: 'Jours de retard', kind: 'count' },
      { header: 'Ancienneté', kind: 'text' },
      { header: 'Échéancier', kind: 'text' },
    ],
    rows: lines.map((line) => ({
      cells: [
        line.number,
        names.get(line.familyId) ?? '',
        line.issuedOn,
        line.dueOn,
        line.invoicedCents,
        line.settledCents,
        line.openCents,
        Math.max(0, line.daysLate),
        ageLabel(line.age),
        line.planId === null ? '' : `n°\u00a0${line.planId}`,
      ],
    })),
  });
}
