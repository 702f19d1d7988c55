import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Int, Moment, Money, Text } from '../../platform/database/columns.js';

/** Money that the comptable received for a piece, as his file tells it. */
@Entity('claim_collections')
export class ClaimCollectionRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() pieceId!: number;
  @Int() lineNumber!: number;
  @Text(2) origin!: string;
  @Day() collectedOn!: Temporal.PlainDate;
  @Money() amountCents!: number;
  @Int() occurrence!: number;
  @IdOf() treasuryFileId!: number;
  @Moment() recordedAt!: Temporal.Instant;
}
