import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import type { Mode } from '../../payfip/index.js';
import { Flag, Id, IdOf, Moment, Money, Text } from '../../platform/database/columns.js';
import type { ReferenceForm } from '../rules/online-reference.js';

/** How a collectivité has its PayFiP contract; no row: it has none. */
@Entity('payfip_settings')
export class PayfipSettingsRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @Flag() active!: boolean;
  /** Of the régie, six digits, given by the SGC. */
  @Text(6) numcli!: string;
  @Text(1) mode!: Mode;
  /** Whether one payment may settle several invoices. */
  @Flag() severalInvoices!: boolean;
  /** The highest amount of one payment. */
  @Money() mostCents!: number;
  @Text(7) referenceForm!: ReferenceForm;
  @Text(8, { nullable: true }) referencePrefix!: string | null;
  @Moment() updatedAt!: Temporal.Instant;
  @IdOf({ nullable: true }) updatedBy!: number | null;
}
