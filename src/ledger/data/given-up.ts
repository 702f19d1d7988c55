import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { AccountCode } from '../rules/account.js';
import type { GivenUp } from '../rules/credit-entries.js';

/** Debts that were given up, by invoice and prestation: sums of the entries that did and undid it. */
@Injectable()
export class GivenUpDebts {
  constructor(private readonly database: Database) {}

  /** Of one invoice, in the order of the accounts; what a credit note took back since is not in it. */
  async ofInvoice(collectiviteId: number, invoiceId: number): Promise<GivenUp[]> {
    const rows = await this.database.read(() =>
      this.database.rows<{ code: AccountCode; prestation_id: number; cents: number | string }>(
        `SELECT g.code, g.prestation_id, SUM(g.cents) AS cents FROM (
           SELECT DISTINCT l.id, bearing.code, l.prestation_id, -l.amount_cents AS cents
           FROM ledger_lines l
           JOIN ledger_entries e ON e.id = l.entry_id
             AND e.source_kind IN ('write-off', 'write-off-reversal', 'claim-write-off')
           JOIN ledger_accounts a ON a.id = l.account_id AND a.kind IN ('FAMILY', 'CLAIM')
           JOIN ledger_lines other ON other.entry_id = e.id
           JOIN ledger_accounts bearing ON bearing.id = other.account_id AND bearing.kind = 'WRITE_OFF'
           WHERE l.collectivite_id = ? AND l.invoice_id = ?
           UNION ALL
           SELECT l.id, a.code, l.prestation_id, l.amount_cents
           FROM ledger_lines l
           JOIN ledger_entries e ON e.id = l.entry_id AND e.source_kind = 'credit-note'
           JOIN ledger_accounts a ON a.id = l.account_id AND a.kind = 'WRITE_OFF'
           WHERE l.collectivite_id = ? AND l.invoice_id = ?
         ) g
         GROUP BY g.code, g.prestation_id HAVING SUM(g.cents) > 0 ORDER BY g.code, g.prestation_id`,
        [collectiviteId, invoiceId, collectiviteId, invoiceId],
      ),
    );
    return rows.map(({ code, prestation_id, cents }) => ({
      account: code,
      prestationId: prestation_id,
      cents: Number(cents),
    }));
  }
}
