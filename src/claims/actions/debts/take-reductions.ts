import { Injectable } from '@nestjs/common';
import { euros, typeset } from '../../../kernel/french.js';
import { groupedBy } from '../../../kernel/lists.js';
import { sumCents } from '../../../kernel/money.js';
import { Database } from '../../../platform/database/database.js';
import { Batches } from '../../data/batches.js';
import { ClaimBatchRow } from '../../data/claim-batch.entity.js';
import { ClaimPieceRow } from '../../data/claim-piece.entity.js';
import { pieceNumber } from '../../rules/batch.js';
import type { PieceContent } from '../../rules/piece-content.js';

interface CreditedPart {
  readonly entry_id: number;
  readonly piece_id: number;
  readonly prestation_id: number;
  readonly cents: number | string;
}

/** Tells the comptable what credit notes took back of debts that he holds: the ledger knows it already. */
@Injectable()
export class TakeReductions {
  constructor(
    private readonly database: Database,
    private readonly batches: Batches,
  ) {}

  /** One unit: credit notes on titres are few. A key holds that each is told once, whatever runs at the same time. */
  run({ id: batchId, collectiviteId }: Pick<ClaimBatchRow, 'id' | 'collectiviteId'>): Promise<void> {
    return this.database.unit(async () => {
      const batch = await this.batches.hold(batchId);
      if (batch.state !== 'COMPOSING') return;
      for (const parts of groupedBy(await this.untold(collectiviteId), ({ entry_id }) => entry_id).values()) {
        await this.reduce(batch, parts);
      }
    });
  }

  /** Credit notes on the comptable's debts that no bordereau told yet; those of pieces still without a file wait. */
  private untold(collectiviteId: number): Promise<CreditedPart[]> {
    return this.database.rows<CreditedPart>(
      `SELECT e.id AS entry_id, p.id AS piece_id, l.prestation_id, -SUM(l.amount_cents) AS cents
       FROM ledger_entries e
       JOIN ledger_lines l ON l.entry_id = e.id
       JOIN ledger_accounts a ON a.id = l.account_id AND a.kind = 'CLAIM'
       JOIN claim_pieces p ON p.held_invoice_id = l.invoice_id
       JOIN claim_batches b ON b.id = p.batch_id AND b.state = 'READY'
       WHERE e.collectivite_id = ? AND e.source_kind = 'credit-note'
         AND NOT EXISTS (SELECT 1 FROM claim_pieces told WHERE told.credit_entry_id = e.id)
       GROUP BY e.id, p.id, l.prestation_id
       HAVING SUM(l.amount_cents) < 0
       ORDER BY e.id, l.prestation_id`,
      [collectiviteId],
    );
  }

  private async reduce(batch: ClaimBatchRow, parts: readonly CreditedPart[]): Promise<void> {
    const cents = sumCents(parts.map((part) => Number(part.cents)));
    const original = await this.database.repository(ClaimPieceRow).findOneByOrFail({ id: parts[0]!.piece_id });
    const originalBatch = await this.database.repository(ClaimBatchRow).findOneByOrFail({ id: original.batchId });
    if (originalBatch.exercise !== batch.exercise) {
      const detail = `La facture ${original.content.invoiceNumber} est un titre de ${originalBatch.exercise} : sa réduction de ${euros(cents)} est un mandat, à établir avec la Trésorerie.`;
      await this.batches.leave(batch, original.familyId, { reason: 'OTHER_EXERCISE', cents, detail: typeset(detail) });
      return;
    }
    const changes = { exercise: originalBatch.exercise, piece: pieceNumber(originalBatch, original.pieceRank) };
    await this.batches.add(batch, {
      familyId: original.familyId,
      invoiceId: original.invoiceId,
      heldInvoiceId: null,
      creditEntryId: Number(parts[0]!.entry_id),
      amountCents: cents,
      debtNumber: null,
      content: reducedContent(original.content, parts, changes),
      state: 'SENT',
      stateReason: null,
      pdfFileId: null,
    });
  }
}

function reducedContent(
  content: PieceContent,
  parts: readonly CreditedPart[],
  changes: NonNullable<PieceContent['changes']>,
): PieceContent {
  const lines = parts.map(({ prestation_id, cents }) => {
    const index = content.lines.findIndex(({ prestationId }) => prestationId === prestation_id);
    return { ...content.lines[index]!, cents: Number(cents), changesLine: index + 1 };
  });
  return { ...content, lines, basis: [], changes };
}
