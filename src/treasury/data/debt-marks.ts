import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../kernel/civil-time.js';
import { chunksOf } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';

/** What was done about a debt besides what the ledger says. */
export interface DebtMark {
  /** Steps of reminders that were taken. */
  readonly reminders: number;
  /** The number of its piece at the Trésorerie, while the comptable holds it: that of the debt, or exercise and titre. */
  readonly titre: string | null;
}

@Injectable()
export class DebtMarks {
  constructor(private readonly database: Database) {}

  /** By invoice, those without any absent; reminders are those before the instant `until`, pieces those of now. */
  async of(
    collectiviteId: number,
    invoiceIds: Iterable<number>,
    until: Temporal.Instant,
  ): Promise<ReadonlyMap<number, DebtMark>> {
    const marks = new Map<number, DebtMark>();
    const marked = (id: number) => marks.get(id) ?? { reminders: 0, titre: null };
    await this.database.read(async () => {
      for (const some of chunksOf(new Set(invoiceIds))) {
        const ids = some.map(() => '?').join(', ');
        const reminded = await this.database.rows<{ invoice_id: number; steps: number | string }>(
          `SELECT i.invoice_id, COUNT(i.step) AS steps FROM reminder_items i JOIN reminders r ON r.id = i.reminder_id
           WHERE i.collectivite_id = ? AND i.invoice_id IN (${ids}) AND r.made_at < ? GROUP BY i.invoice_id`,
          [collectiviteId, ...some, until.epochMilliseconds],
        );
        for (const row of reminded)
          marks.set(row.invoice_id, { ...marked(row.invoice_id), reminders: Number(row.steps) });
        const pieces = await this.database.rows<PieceRow>(
          `SELECT p.held_invoice_id, p.debt_number, b.exercise, b.first_piece + p.piece_rank - 1 AS piece
           FROM claim_pieces p JOIN claim_batches b ON b.id = p.batch_id
           WHERE p.collectivite_id = ? AND p.held_invoice_id IN (${ids})`,
          [collectiviteId, ...some],
        );
        for (const row of pieces)
          marks.set(row.held_invoice_id, { ...marked(row.held_invoice_id), titre: numberOf(row) });
      }
    });
    return marks;
  }
}

interface PieceRow {
  readonly held_invoice_id: number;
  readonly debt_number: string | null;
  readonly exercise: number;
  /** Null until the bordereau has its numbers. */
  readonly piece: number | string | null;
}

function numberOf({ debt_number, exercise, piece }: PieceRow): string | null {
  return debt_number ?? (piece === null ? null : `${exercise}-${piece}`);
}
