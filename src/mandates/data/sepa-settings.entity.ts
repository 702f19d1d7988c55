import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Flag, Id, IdOf, Int, Moment, Text } from '../../platform/database/columns.js';
import type { PainVersion, SequenceType } from '../../sepa/rules/index.js';
import type { DebitMode } from '../rules/sepa-settings.js';

/** How a collectivité debits; one row for each that does. */
@Entity('sepa_settings')
export class SepaSettingsRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @Flag() offered!: boolean;
  @Text(9) mode!: DebitMode;
  @Text(13) ics!: string;
  @Text(70) creditorName!: string;
  @Text(12) mandatePrefix!: string;
  @Int() noticeDays!: number;
  @Text(4) firstSequence!: SequenceType;
  @Text(15) painVersion!: PainVersion;
  @Text(10, { nullable: true }) dftService!: string | null;
  @Text(6, { nullable: true }) ddfipCodique!: string | null;
  @Text(70, { nullable: true }) ddfipName!: string | null;
  @Text(70, { nullable: true }) ddfipStreet!: string | null;
  @Text(5, { nullable: true }) ddfipPostalCode!: string | null;
  @Text(35, { nullable: true }) ddfipCity!: string | null;
  @Text(34, { nullable: true }) creditedIban!: string | null;
  @Text(11, { nullable: true }) creditedBic!: string | null;
  @Text(34, { nullable: true }) dftIban!: string | null;
  @IdOf({ nullable: true }) changedBy!: number | null;
  @Moment() changedAt!: Temporal.Instant;
}
