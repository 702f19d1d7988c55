import { Entity } from 'typeorm';
import { Id, IdOf, Money } from '../../platform/database/columns.js';

/** A use of a credit that is undone, because the payment that left the credit did not hold. */
@Entity('credit_use_reversals')
export class CreditUseReversalRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() familyId!: number;
  /** The entry of the use. */
  @IdOf() entryId!: number;
  @IdOf() paymentReversalId!: number;
  @Money() amountCents!: number;
}
