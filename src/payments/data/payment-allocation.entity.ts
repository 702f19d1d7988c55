import { Entity } from 'typeorm';
import { Id, IdOf, Money } from '../../platform/database/columns.js';

/** What a payment settles of an invoice; the ledger holds it by prestation. */
@Entity('payment_allocations')
export class PaymentAllocationRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() paymentId!: number;
  @IdOf() invoiceId!: number;
  @Money() amountCents!: number;
}
