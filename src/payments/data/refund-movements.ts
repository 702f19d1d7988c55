import { Injectable } from '@nestjs/common';
import { Temporal } from '../../kernel/civil-time.js';
import { Database } from '../../platform/database/database.js';
import { formatPaperNumber } from '../rules/paper.js';
import type { RefundMovement } from '../rules/refund-movement.js';

/** One of the two ids: that of the refund that left, or of the reversal by which it came back. */
export interface RefundToRemit extends RefundMovement {
  readonly refundId: number | null;
  readonly refundReversalId: number | null;
}

/** What left the account of the transfers to families, and what came back. Read at once, so that none comes back unsent. */
const MOVED = `
  SELECT r.collectivite_id, r.id AS refund_id, NULL AS reversal_id, d.accounted_on, r.amount_cents AS cents, d.year, d.number
  FROM refunds r JOIN refund_lists d ON d.id = r.refund_list_id
  UNION ALL
  SELECT v.collectivite_id, NULL, v.id, v.accounted_on, -r.amount_cents, d.year, d.number
  FROM refund_reversals v JOIN refunds r ON r.id = v.refund_id JOIN refund_lists d ON d.id = r.refund_list_id`;

@Injectable()
export class RefundMovements {
  constructor(private readonly database: Database) {}

  /** Those that count for `until` or before and are on no bordereau de versement. */
  toRemit(collectiviteId: number, until: Temporal.PlainDate): Promise<RefundToRemit[]> {
    return this.of(
      `m.collectivite_id = ? AND m.accounted_on <= ?
       AND NOT EXISTS (SELECT 1 FROM remittance_refunds l WHERE l.refund_id = m.refund_id)
       AND NOT EXISTS (SELECT 1 FROM remittance_refunds l WHERE l.refund_reversal_id = m.reversal_id)`,
      [collectiviteId, until.toString()],
    );
  }

  /** Those that count for the days from `from` to `to`, both included. */
  between(collectiviteId: number, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<RefundMovement[]> {
    return this.of('m.collectivite_id = ? AND m.accounted_on BETWEEN ? AND ?', [
      collectiviteId,
      from.toString(),
      to.toString(),
    ]);
  }

  private async of(where: string, values: readonly unknown[]): Promise<RefundToRemit[]> {
    const rows = await this.database.rows<MovedRow>(
      `SELECT * FROM (${MOVED}) m WHERE ${where}
       ORDER BY m.accounted_on, m.reversal_id IS NOT NULL, m.year, m.number, m.refund_id, m.reversal_id`,
      values,
    );
    return rows.map((row) => ({
      refundId: row.refund_id,
      refundReversalId: row.reversal_id,
      kind: row.refund_id === null ? 'CAME_BACK' : 'LEFT',
      number: formatPaperNumber('refund', row.year, row.number),
      accountedOn: Temporal.PlainDate.from(row.accounted_on),
      cents: Number(row.cents),
    }));
  }
}

interface MovedRow {
  readonly refund_id: number | null;
  readonly reversal_id: number | null;
  readonly accounted_on: string;
  readonly cents: number | string;
  readonly year: number;
  readonly number: number;
}
