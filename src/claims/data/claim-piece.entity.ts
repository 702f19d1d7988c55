import { Entity } from 'typeorm';
import { Id, IdOf, Int, Json, Money, Text } from '../../platform/database/columns.js';
import type { PieceState } from '../rules/batch.js';
import type { PieceContent } from '../rules/piece-content.js';

/** The debt of one invoice in a bordereau, as it was on the day the comptable was told of it; or a reduction of one. */
@Entity('claim_pieces')
export class ClaimPieceRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() batchId!: number;
  /** From 1, without a gap: see `pieceNumber`. */
  @Int() pieceRank!: number;
  @IdOf() familyId!: number;
  @IdOf() invoiceId!: number;
  @IdOf({ nullable: true }) heldInvoiceId!: number | null;
  @IdOf({ nullable: true }) creditEntryId!: number | null;
  @Money() amountCents!: number;
  @Text(13, { nullable: true }) debtNumber!: string | null;
  @Json() content!: PieceContent;
  @Text(9) state!: PieceState;
  @Text(600, { nullable: true }) stateReason!: string | null;
  /** Its avis des sommes à payer, where the commune prints it. */
  @IdOf({ nullable: true }) pdfFileId!: number | null;
}
