import { Entity } from 'typeorm';
import type { Cents } from '../../kernel/money.js';
import { Id, IdOf, Money } from '../../platform/database/columns.js';

/** What a credit note takes back of one charge. */
@Entity('credit_note_lines')
export class CreditNoteLineRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf({ nullable: true }) billingRunId!: number | null;
  @IdOf() creditNoteId!: number;
  @IdOf() chargeId!: number;
  @Money() amountCents!: Cents;
}
