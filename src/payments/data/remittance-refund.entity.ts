import { Entity } from 'typeorm';
import type { Cents } from '../../kernel/money.js';
import { Id, IdOf, Money } from '../../platform/database/columns.js';

/** A refund that a bordereau takes off what it hands over, or one that came back. */
@Entity('remittance_refunds')
export class RemittanceRefundRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() remittanceId!: number;
  @IdOf({ nullable: true }) refundId!: number | null;
  @IdOf({ nullable: true }) refundReversalId!: number | null;
  /** Less than zero for a refund. */
  @Money() amountCents!: Cents;
}
