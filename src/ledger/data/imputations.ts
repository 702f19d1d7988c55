import { Injectable } from '@nestjs/common';
import { chunksOf } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import { type Imputation, readAccount } from '../rules/account.js';

/** Under what each prestation of an invoice was invoiced, whatever imputation it was given since. */
@Injectable()
export class Imputations {
  constructor(private readonly database: Database) {}

  /** By invoice, then by prestation. */
  async ofInvoices(
    collectiviteId: number,
    invoiceIds: readonly number[],
  ): Promise<ReadonlyMap<number, ReadonlyMap<number, Imputation>>> {
    const found = new Map<number, Map<number, Imputation>>(invoiceIds.map((id) => [id, new Map()]));
    await this.database.read(async () => {
      for (const some of chunksOf(found.keys())) {
        const rows = await this.database.rows<{ invoice_id: number; prestation_id: number; code: string }>(
          `SELECT DISTINCT l.invoice_id, l.prestation_id, a.code
           FROM ledger_lines l
           JOIN ledger_entries e ON e.id = l.entry_id AND e.opens_invoice_id = l.invoice_id
           JOIN ledger_accounts a ON a.id = l.account_id AND a.kind = 'PRODUCT'
           WHERE l.collectivite_id = ? AND l.invoice_id IN (${some.map(() => '?').join(',')})`,
          [collectiviteId, ...some],
        );
        for (const { invoice_id, prestation_id, code } of rows) {
          const account = readAccount(code);
          if (account.kind === 'PRODUCT') found.get(invoice_id)!.set(prestation_id, account.imputation);
        }
      }
    });
    return found;
  }
}
