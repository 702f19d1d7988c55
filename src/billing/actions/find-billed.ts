import { Injectable } from '@nestjs/common';
import { chunksOf, groupedBy } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import type { BilledCharge } from '../rules/difference.js';

/** Names a child in a session. */
export function placeKey({ sessionId, childId }: { readonly sessionId: number; readonly childId: number }): string {
  return `${sessionId}/${childId}`;
}

/** What other runs billed of some sessions, with what credit notes took back of it. */
@Injectable()
export class FindBilled {
  constructor(private readonly database: Database) {}

  /** By child and session (`placeKey`), in the order of ranks. */
  async inSessions(
    run: { readonly id: number; readonly collectiviteId: number },
    sessionIds: readonly number[],
  ): Promise<Map<string, BilledCharge[]>> {
    const rows: Row[] = [];
    for (const ids of chunksOf(sessionIds))
      rows.push(
        ...(await this.database.rows<Row>(
          `SELECT c.id, c.session_id, c.child_id, c.family_id, c.invoice_id, c.charge_rank, c.amount_cents,
             c.credited_cents, c.care_cents, i.state
           FROM charges c JOIN invoices i ON i.id = c.invoice_id
           WHERE c.session_id IN (${ids.map(() => '?').join(', ')}) AND c.collectivite_id = ? AND c.billing_run_id <> ?
           ORDER BY c.session_id, c.child_id, c.charge_rank`,
          [...ids, run.collectiviteId, run.id],
        )),
      );
    return groupedBy(rows.map(billedCharge), placeKey);
  }
}

type Row = Record<
  | 'id'
  | 'session_id'
  | 'child_id'
  | 'family_id'
  | 'invoice_id'
  | 'charge_rank'
  | 'amount_cents'
  | 'credited_cents'
  | 'care_cents',
  number
> & { readonly state: string };

function billedCharge(row: Row): BilledCharge {
  return {
    chargeId: row.id,
    sessionId: row.session_id,
    childId: row.child_id,
    familyId: row.family_id,
    invoiceId: row.invoice_id,
    rank: row.charge_rank,
    cents: row.amount_cents,
    creditedCents: row.credited_cents,
    careCents: row.care_cents,
    issued: row.state === 'ISSUED',
  };
}
