import { Temporal } from '../../kernel/civil-time.js';
import { type Grid, withTotal } from '../../kernel/grid.js';
import type { RemittancePaper } from './remittance.js';

/** What a bordereau de versement hands over, and below zero what it takes off. */
export function remittanceGrid({ payments, reversals, refunds = [] }: RemittancePaper): Grid {
  return withTotal({
    name: 'Bordereau de versement',
    columns: [
      { header: 'Quittance', kind: 'text' },
      { header: 'Annulation ou liste', kind: 'text' },
      { header: 'Le', kind: 'day' },
      { header: 'Payeur', kind: 'text' },
      { header: 'Banque, numéro ou référence', kind: 'text' },
      { header: 'Motif', kind: 'text' },
      { header: 'Montant', kind: 'cents', summed: true },
    ],
    rows: [
      ...payments.map(({ receiptNumber, receivedOn, payerName, reference, cents }) => ({
        cells: [receiptNumber, null, Temporal.PlainDate.from(receivedOn), payerName, reference, null, cents],
      })),
      ...reversals.map(({ number, receiptNumber, reason, cents }) => ({
        cells: [receiptNumber, number, null, null, null, reason, -cents],
      })),
      ...refunds.map(({ number, on, reason, cents }) => ({
        cells: [null, number, Temporal.PlainDate.from(on), null, null, reason, -cents],
      })),
    ],
  });
}
