import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, Moment, Money, Text } from '../../platform/database/columns.js';

/** A debt that came back to the régie: the comptable refused it. */
@Entity('claim_returns')
export class ClaimReturnRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() pieceId!: number;
  @Money() amountCents!: number;
  @Text(600) reason!: string;
  /** Null: the file of the Trésorerie said so. */
  @IdOf({ nullable: true }) returnedBy!: number | null;
  @Moment() returnedAt!: Temporal.Instant;
}
