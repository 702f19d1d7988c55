import { Entity } from 'typeorm';
import { Id, IdOf, Money } from '../../platform/database/columns.js';

/** A payment that a bordereau hands over, or one handed over before that did not hold. */
@Entity('remittance_lines')
export class RemittanceLineRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() remittanceId!: number;
  @IdOf({ nullable: true }) paymentId!: number | null;
  @IdOf({ nullable: true }) paymentReversalId!: number | null;
  /** Less than zero for what did not hold. */
  @Money() amountCents!: number;
}
