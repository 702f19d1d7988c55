import { Injectable } from '@nestjs/common';
import { Temporal } from '../../../kernel/civil-time.js';
import { chunksOf, groupedBy } from '../../../kernel/lists.js';
import { Database } from '../../../platform/database/database.js';
import { STANDING_REASONS } from '../../rules/credit-reason.js';
import type { BilledCharge } from '../../rules/difference.js';

const STANDING = STANDING_REASONS.map((reason) => `'${reason}'`).join(', ');

/** Names a child in a session. */
export function placeKey({ sessionId, childId }: { readonly sessionId: number; readonly childId: number }): string {
  return `${sessionId}/${childId}`;
}

/** What other runs billed of some sessions, with what credit notes took back of it. */
@Injectable()
export class FindBilled {
  constructor(private readonly database: Database) {}

  /**
   * By child and session (`placeKey`), in the order of ranks. What is the draft of another run is nothing yet, and has
   * taken its rank. `run.id` is null for what is billed outside of any run.
   */
  async inSessions(
    run: { readonly id: number | null; readonly collectiviteId: number },
    sessionIds: readonly number[],
  ): Promise<Map<string, BilledCharge[]>> {
    const rows: Row[] = [];
    for (const ids of chunksOf(sessionIds))
      rows.push(
        ...(await this.database.rows<Row>(
          `SELECT c.id, c.session_id, c.child_id, c.family_id, c.invoice_id, c.prestation_id, c.date, c.charge_rank, c.amount_cents,
             c.credited_cents, c.care_cents, i.state, r.state AS run_state,
             CASE WHEN c.credited_cents = 0 THEN 0 ELSE (
               SELECT COALESCE(SUM(l.amount_cents), 0) FROM credit_note_lines l
               JOIN credit_notes n ON n.id = l.credit_note_id
               WHERE l.charge_id = c.id AND n.state = 'ISSUED' AND n.reason IN (${STANDING})
             ) END AS waived_cents
           FROM charges c JOIN invoices i ON i.id = c.invoice_id JOIN billing_runs r ON r.id = c.billing_run_id
           WHERE c.session_id IN (${ids.map(() => '?').join(', ')}) AND c.collectivite_id = ? AND c.billing_run_id <> ?
           ORDER BY c.session_id, c.child_id, c.charge_rank`,
          [...ids, run.collectiviteId, run.id ?? 0],
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
  | 'prestation_id'
  | 'charge_rank'
  | 'amount_cents'
  | 'credited_cents'
  | 'care_cents',
  number
> & {
  readonly date: string;
  readonly state: string;
  readonly waived_cents: number | string;
  readonly run_state: string;
};

function billedCharge(row: Row): BilledCharge {
  return {
    chargeId: row.id,
    sessionId: row.session_id,
    childId: row.child_id,
    familyId: row.family_id,
    invoiceId: row.invoice_id,
    prestationId: row.prestation_id,
    date: Temporal.PlainDate.from(row.date),
    rank: row.charge_rank,
    cents: row.run_state === 'DRAFT' ? 0 : row.amount_cents,
    creditedCents: row.run_state === 'DRAFT' ? 0 : row.credited_cents,
    careCents: row.care_cents,
    waivedCents: Number(row.waived_cents),
    issued: row.state === 'ISSUED',
  };
}
