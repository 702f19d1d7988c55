import { Entity } from 'typeorm';
import { Id, IdOf, Money, Text } from '../../platform/database/columns.js';
import type { LeftoverReason } from '../rules/batch.js';

/** A debtor that a bordereau did not take: carried to the next one. */
@Entity('claim_leftovers')
export class ClaimLeftoverRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() batchId!: number;
  @IdOf() familyId!: number;
  @Text(14) reason!: LeftoverReason;
  @Money() amountCents!: number;
  @Text(600, { nullable: true }) detail!: string | null;
}
