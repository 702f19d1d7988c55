import { Injectable } from '@nestjs/common';
import { counted, euros } from '../../kernel/french.js';
import { sumCents } from '../../kernel/money.js';
import { amountInWords } from '../../payments/index.js';
import { meansTotals } from '../rules/journal-totals.js';
import { type CollectionFilter, filterInFrench } from '../rules/collection-filter.js';
import { periodInFrench } from '../rules/period.js';
import { PrintTable } from './print-table.js';
import { ReadJournal } from './read-journal.js';

/** The journal des encaissements, to be signed. */
@Injectable()
export class PrintJournal {
  constructor(
    private readonly readJournal: ReadJournal,
    private readonly printTable: PrintTable,
  ) {}

  /** Throws REPORT_TOO_LONG_TO_PRINT. */
  async run(collectiviteId: number, filter: CollectionFilter): Promise<Buffer> {
    const days = await this.readJournal.days(collectiviteId, filter);
    const totals = meansTotals(days);
    const total = sumCents(totals.map(({ cents }) => cents));
    const asked = filterInFrench(filter, await this.readJournal.labels(collectiviteId));
    return this.printTable.run(collectiviteId, {
      title: 'Journal des encaissements',
      subtitle: `Période ${periodInFrench(filter)}`,
      facts: [
        ...asked,
        ['Encaissements', counted(sumOperations(totals), 'quittance', 'quittances')],
        ...totals.map(({ label, cents }) => [`Total, ${label}`, euros(cents)] as const),
        ['Total', euros(total)],
      ],
      grid: await this.readJournal.grid(collectiviteId, filter),
      summary: 'Les encaissements, annulations et remboursements, jour après jour, avec les totaux de chaque jour',
      nothing: 'Néant : aucun encaissement sur la période.',
      statement: `Arrêté le présent journal à la somme de ${amountInWords(total)} (${euros(total)}), annulations et remboursements déduits.`,
      comptable: 'Vu et vérifié',
    });
  }
}

function sumOperations(totals: readonly { readonly operations: number }[]): number {
  return totals.reduce((sum, { operations }) => sum + operations, 0);
}
