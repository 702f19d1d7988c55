import { Entity } from 'typeorm';
import type { Cents } from '../../kernel/money.js';
import { Id, IdOf, Money } from '../../platform/database/columns.js';

/** What of a family's credit is kept for something that is not paid yet. Whoever changes it holds the family's account. */
@Entity('credit_promises')
export class CreditPromiseRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() familyId!: number;
  /** The validation of a basket whose places it pays. */
  @IdOf() validationId!: number;
  /** More than zero; may be more than what is held, while the rest is being paid. */
  @Money() promisedCents!: Cents;
  /** What of it was held when it was promised; the rest comes with a payment online. */
  @Money() ofCreditCents!: Cents;
}
