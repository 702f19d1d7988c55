import { Entity } from 'typeorm';
import { Id, IdOf, Money } from '../../platform/database/columns.js';

/** A debit (positive) or a credit (negative). Written once: the engine refuses to change or delete it. */
@Entity('ledger_lines')
export class LedgerLineRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() entryId!: number;
  @IdOf() accountId!: number;
  @Money() amountCents!: number;
  @IdOf({ nullable: true }) familyId!: number | null;
  @IdOf({ nullable: true }) invoiceId!: number | null;
  @IdOf({ nullable: true }) prestationId!: number | null;
}
