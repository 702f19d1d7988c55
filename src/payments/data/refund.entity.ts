import { Entity } from 'typeorm';
import type { Cents } from '../../kernel/money.js';
import { Id, IdOf, Money, Text } from '../../platform/database/columns.js';

/** A credit given back to one family. */
@Entity('refunds')
export class RefundRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() refundListId!: number;
  @IdOf() familyId!: number;
  /** UUID: names the row to what is sealed in it. */
  @Text(36) reference!: string;
  /** Sealed: a BankAccount. */
  @Text(800) account!: string;
  @Money() amountCents!: Cents;
}
