import { Entity } from 'typeorm';
import { Id, IdOf, Int, Money } from '../../platform/database/columns.js';

/** What an attempt is to settle of an invoice. */
@Entity('online_payment_invoices')
export class OnlinePaymentInvoiceRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() onlinePaymentId!: number;
  @IdOf() invoiceId!: number;
  @Money() amountCents!: number;
  /** 1 while no other attempt at this invoice may begin. */
  @Int({ nullable: true }) blocks!: 1 | null;
}
