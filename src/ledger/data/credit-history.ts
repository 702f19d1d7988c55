import { Injectable } from '@nestjs/common';
import { Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';
import { Database } from '../../platform/database/database.js';
import { creditAccount } from '../rules/account.js';
import type { Source, SourceKind } from '../rules/posting.js';

/** What one entry does to the credit of a family. */
export interface CreditMovement {
  readonly entryId: number;
  readonly date: Temporal.PlainDate;
  readonly source: Source;
  readonly label: string;
  /** More than zero: credited; less: used or given back. */
  readonly cents: Cents;
}

@Injectable()
export class CreditHistory {
  constructor(private readonly database: Database) {}

  /** The movements of a family's credit, the latest first, of one kind where it is told. */
  async of(
    collectiviteId: number,
    familyId: number,
    { kind, limit, before }: { readonly kind?: SourceKind; readonly limit?: number; readonly before?: number } = {},
  ): Promise<CreditMovement[]> {
    const rows = await this.database.read(() =>
      this.database.rows<MovementRow>(
        `SELECT e.id, e.date, e.source_kind, e.source_id, e.label, -SUM(l.amount_cents) AS cents
         FROM ledger_accounts a
         JOIN ledger_lines l ON l.account_id = a.id
         JOIN ledger_entries e ON e.id = l.entry_id
         WHERE a.collectivite_id = ? AND a.code = ?
           ${kind === undefined ? '' : 'AND e.source_kind = ?'} ${before === undefined ? '' : 'AND e.id < ?'}
         GROUP BY e.id, e.date, e.source_kind, e.source_id, e.label
         ORDER BY e.id DESC ${limit === undefined ? '' : `LIMIT ${limit}`}`,
        [collectiviteId, creditAccount(familyId), ...[kind, before].filter((given) => given !== undefined)],
      ),
    );
    return rows.map((row) => ({
      entryId: row.id,
      date: Temporal.PlainDate.from(row.date),
      source: { kind: row.source_kind, id: row.source_id },
      label: row.label,
      cents: Number(row.cents),
    }));
  }
}

interface MovementRow {
  readonly id: number;
  readonly date: string;
  readonly source_kind: SourceKind;
  readonly source_id: number;
  readonly label: string;
  readonly cents: number | string;
}
