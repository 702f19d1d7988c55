import { Entity } from 'typeorm';
import { Id, IdOf } from '../../platform/database/columns.js';

/** A basket that was paid at booking was billed, once. */
@Entity('billed_bookings')
export class BilledBookingRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() validationId!: number;
  /** Null: nothing was to be billed any more when it was heard of. */
  @IdOf({ nullable: true }) invoiceId!: number | null;
}
