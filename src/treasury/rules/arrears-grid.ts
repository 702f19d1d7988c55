import { type Grid, withTotal } from '../../kernel/grid.js';
import { type ArrearsLine, type ArrearsReport, ageLabel, channelLabel, type ProductTotal } from './arrears.js';

/**
 * A line for each invoice that is open; `names` are the families'. In print the channel says what a sheet has columns for:
 * the titre of the comptable, the plan that the régie agreed to.
 */
export function arrearsGrid(
  { lines }: ArrearsReport,
  names: ReadonlyMap<number, string>,
  channelOf: (line: ArrearsLine) => string = ({ channel }) => channelLabel(channel),
): Grid {
  return withTotal({
    name: 'Restes à recouvrer',
    columns: [
      { header: 'Facture', kind: 'text', whole: true },
      { header: 'Famille', kind: 'text' },
      { header: 'Émise le', kind: 'day' },
      { header: 'Échéance', kind: 'day' },
      { header: 'Facturé', kind: 'cents', summed: true },
      { header: 'Réglé', kind: 'cents', summed: true },
      { header: 'Abandonné', kind: 'cents', summed: true },
      { header: 'Reste dû', kind: 'cents', summed: true },
      { header: 'Jours de retard', kind: 'count' },
      { header: 'Ancienneté', kind: 'text', sheetOnly: true },
      { header: 'Canal', kind: 'text' },
      { header: 'Relances', kind: 'count' },
      { header: 'Titre', kind: 'text', sheetOnly: true },
      { header: 'Échéancier', kind: 'text', sheetOnly: true },
    ],
    rows: lines.map((line) => ({
      cells: [
        line.number,
        names.get(line.familyId) ?? '',
        line.issuedOn,
        line.dueOn,
        line.invoicedCents,
        line.settledCents - line.writtenOffCents,
        line.writtenOffCents,
        line.openCents,
        Math.max(0, line.daysLate),
        ageLabel(line.age),
        channelOf(line),
        line.reminders,
        line.titre,
        planOf(line),
      ],
    })),
  });
}

export function printedChannel(line: ArrearsLine): string {
  const plan = planOf(line);
  return [
    channelLabel(line.channel),
    ...(line.titre === null ? [] : [`titre\u00a0${line.titre}`]),
    ...(plan === null ? [] : [`échéancier\u00a0${plan}`]),
  ].join(', ');
}

function planOf({ planId }: ArrearsLine): string | null {
  return planId === null ? null : `n°\u00a0${planId}`;
}

/** What remains due by year and by product; `labels` are the prestations'. */
export function productDebtsGrid(byProduct: readonly ProductTotal[], labels: ReadonlyMap<number, string>): Grid {
  return withTotal({
    name: 'Restes par produit',
    columns: [
      { header: 'Exercice', kind: 'text', whole: true },
      { header: 'Nature', kind: 'text', whole: true },
      { header: 'Fonction', kind: 'text', whole: true },
      { header: 'Prestation', kind: 'text' },
      { header: 'Canal', kind: 'text' },
      { header: 'Factures', kind: 'count' },
      { header: 'Reste dû', kind: 'cents', summed: true },
    ],
    rows: byProduct.map(({ year, imputation, prestationId, channel, invoices, cents }) => ({
      cells: [
        String(year),
        imputation.nature,
        imputation.function,
        labels.get(prestationId) ?? `Prestation n°\u00a0${prestationId}`,
        channelLabel(channel),
        invoices,
        cents,
      ],
    })),
  });
}
