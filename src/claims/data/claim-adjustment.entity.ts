import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Int, Moment, Money, Text } from '../../platform/database/columns.js';
import type { AdjustmentKind } from '../rules/collections.js';

/** What the comptable took back of what he received for a piece, or gave up of it, as his file tells it. */
@Entity('claim_adjustments')
export class ClaimAdjustmentRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() pieceId!: number;
  @Text(9) kind!: AdjustmentKind;
  @Int() lineNumber!: number;
  @Text(2) origin!: string;
  @Day() toldOn!: Temporal.PlainDate;
  @Money() amountCents!: number;
  @Int() occurrence!: number;
  @IdOf() treasuryFileId!: number;
  @Moment() recordedAt!: Temporal.Instant;
}
