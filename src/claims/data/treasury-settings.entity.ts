import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Flag, Id, IdOf, Int, Json, Moment, Money, Text } from '../../platform/database/columns.js';
import type { ClaimMode, Notices, NoticeSettings, PublicDebtor } from '../rules/treasury-settings.js';

/** What the Trésorerie gave to a collectivité, and what was agreed with it. */
@Entity('treasury_settings')
export class TreasurySettingsRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @Text(5) mode!: ClaimMode;
  @Text(7) codique!: string;
  @Text(14) siret!: string;
  @Text(3) collectiviteCode!: string;
  @Text(2) budgetCode!: string;
  @Text(38) budgetLabel!: string;
  @Text(10, { nullable: true }) regieNumber!: string | null;
  @Text(8) regieTriplet!: string;
  @Text(7) notices!: Notices;
  @Int() noticeDays!: number;
  @Int() debitDays!: number;
  @Text(2) keyNature!: string;
  @Flag() sendsKeyDigit!: boolean;
  @Int() debtPeriod!: number;
  @Text(21) rollReference!: string;
  @Money() leastCents!: number;
  @Json({ nullable: true }) notice!: NoticeSettings | null;
  @Flag() makesRegieTitre!: boolean;
  @Json({ nullable: true }) regieDebtor!: PublicDebtor | null;
  @Json({ nullable: true }) rollDebtor!: PublicDebtor | null;
  @Moment() updatedAt!: Temporal.Instant;
}
