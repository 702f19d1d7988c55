import { shortDate } from '../../kernel/french.js';
import { type ArrearsReport, ageLabel } from './arrears.js';
import { csvAmount, frenchCsv } from './french-csv.js';

/** A line for each invoice that is open; `names` are the families'. */
export function arrearsCsv({ lines }: ArrearsReport, names: ReadonlyMap<number, string>): string {
  return frenchCsv([
    [
      'Facture',
      'Famille',
      'Émise le',
      'Échéance',
      'Facturé',
      'Réglé',
      'Reste dû',
      'Jours de retard',
      'Ancienneté',
      'Échéancier',
    ],
    ...lines.map((line) => [
      line.number,
      names.get(line.familyId) ?? '',
      shortDate(line.issuedOn),
      shortDate(line.dueOn),
      csvAmount(line.invoicedCents),
      csvAmount(line.settledCents),
      csvAmount(line.openCents),
      String(Math.max(0, line.daysLate)),
      ageLabel(line.age),
      line.planId === null ? '' : `n°\u00a0${line.planId}`,
    ]),
  ]);
}
