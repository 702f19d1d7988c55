import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';
import { Day, Id, IdOf, Moment, Money } from '../../platform/database/columns.js';

/** What a family's credit paid of one invoice. */
@Entity('credit_uses')
export class CreditUseRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() familyId!: number;
  @IdOf() invoiceId!: number;
  @Money() amountCents!: Cents;
  @Day() usedOn!: Temporal.PlainDate;
  /** Null: by itself, when the invoice was issued. */
  @IdOf({ nullable: true }) createdBy!: number | null;
  @Moment() createdAt!: Temporal.Instant;
}
