import { Injectable } from '@nestjs/common';
import { chunksOf } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';

/** Invoices that a file of direct debits takes, while it is not known whether the money comes. */
@Injectable()
export class UndecidedDebits {
  constructor(private readonly database: Database) {}

  /** Those of these invoices that are in such a debit. */
  among(collectiviteId: number, invoiceIds: readonly number[]): Promise<ReadonlySet<number>> {
    return this.database.read(async () => {
      const found = new Set<number>();
      for (const ids of chunksOf(invoiceIds)) {
        const rows = await this.database.rows<{ invoice_id: number }>(
          `SELECT invoice_id FROM debits
           WHERE collectivite_id = ? AND undecided = 1 AND invoice_id IN (${ids.map(() => '?').join(', ')})`,
          [collectiviteId, ...ids],
        );
        for (const row of rows) found.add(Number(row.invoice_id));
      }
      return found;
    });
  }
}
