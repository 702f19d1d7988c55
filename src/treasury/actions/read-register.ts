import { Injectable } from '@nestjs/common';
import { counted, euros } from '../../kernel/french.js';
import type { Grid } from '../../kernel/grid.js';
import { sumCents } from '../../kernel/money.js';
import { SealChain } from '../../ledger/index.js';
import { amountInWords } from '../../payments/index.js';
import type { LabelledValue } from '../../platform/pdf/index.js';
import { ReceiptRegister } from '../data/receipt-register.js';
import { type CollectionFilter, filterInFrench } from '../rules/collection-filter.js';
import { periodInFrench } from '../rules/period.js';
import {
  missingInFrench,
  type RegisteredReceipt,
  registerGrid,
  type RegisterNumbers,
  registerNumbers,
} from '../rules/receipt-register.js';
import { PrestationLabels } from './prestation-labels.js';
import { PrintTable } from './print-table.js';

/** The quittancier: every receipt of a period, those that were annulled included, and how its numbers stand. */
@Injectable()
export class ReadRegister {
  constructor(
    private readonly register: ReceiptRegister,
    private readonly chain: SealChain,
    private readonly labels: PrestationLabels,
    private readonly printTable: PrintTable,
  ) {}

  /** One more than the limit; `after` is the payment of the last one that was read. */
  page(
    collectiviteId: number,
    filter: CollectionFilter,
    { limit, after }: { readonly limit: number; readonly after?: number },
  ): Promise<RegisteredReceipt[]> {
    return this.register.page(collectiviteId, filter, {
      take: limit + 1,
      ...(after === undefined ? {} : { after }),
    });
  }

  /** A period may have quittances of two years. */
  async numbers(collectiviteId: number, filter: CollectionFilter): Promise<RegisterNumbers[]> {
    return (await this.register.numbers(collectiviteId, filter)).map(registerNumbers);
  }

  /** All of it as a table, in flat memory, as the ledger is now. */
  async grid(collectiviteId: number, filter: CollectionFilter): Promise<Grid> {
    const upToRank = await this.chain.lastRank(collectiviteId);
    return registerGrid(this.register.every(collectiviteId, { ...filter, upToRank }));
  }

  /** To be signed. Throws REPORT_TOO_LONG_TO_PRINT. */
  async print(collectiviteId: number, filter: CollectionFilter): Promise<Buffer> {
    const years = await this.numbers(collectiviteId, filter);
    const held = sumCents(years.map(({ cents, annulledCents }) => cents - annulledCents));
    return this.printTable.run(collectiviteId, {
      title: 'Quittancier',
      subtitle: `Période ${periodInFrench(filter)}`,
      facts: [
        ...filterInFrench(filter, await this.labels.of(collectiviteId)),
        ...years.flatMap((year) => factsOf(year)),
      ],
      grid: await this.grid(collectiviteId, filter),
      summary: 'Les quittances délivrées, dans l’ordre de leurs numéros, celles qui sont annulées comprises',
      nothing: 'Néant : aucune quittance sur la période.',
      statement: `Arrêté le présent quittancier à la somme de ${amountInWords(held)} (${euros(held)}), quittances annulées déduites.`,
      comptable: 'Vu et vérifié',
    });
  }
}

function factsOf({ year, first, last, receipts, cents, annulled, annulledCents, ...others }: RegisterNumbers) {
  const facts: LabelledValue[] = [
    [`Quittances de ${year}`, `${first} à ${last}, ${missingInFrench(others.missing)}`],
    ['Nombre', counted(receipts, 'quittance', 'quittances')],
    ['Montant reçu', euros(cents)],
    ['Annulées', annulled === 0 ? 'aucune' : `${annulled} (${euros(annulledCents)})`],
  ];
  if (others.elsewhere > 0)
    facts.push(['D’autres jours ou moyens', counted(others.elsewhere, 'numéro intercalé', 'numéros intercalés')]);
  return facts;
}
