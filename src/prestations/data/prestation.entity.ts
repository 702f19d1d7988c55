import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Flag, Id, IdOf, Int, Moment, Text } from '../../platform/database/columns.js';
import type { PaymentMode, PrestationKind } from '../rules/prestation-kind.js';
import type { Supervision } from '../rules/staff-ratio.js';
import type { RunsOn } from '../../reglement/index.js';

@Entity('prestations')
export class PrestationRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() siteId!: number;
  /** « Cantine »: what families read. */
  @Text(60) name!: string;
  @Text(60) nameKey!: string;
  @Text(14) kind!: PrestationKind;
  /** `MO,TU,TH,FR`: read it with `weekdaysOf`. */
  @Text(20) weekdays!: string;
  @Text(11) runsOn!: RunsOn;
  /** Hours on the wall clock, `HH:MM`. */
  @Text(5, { nullable: true }) startsAt!: string | null;
  @Text(5, { nullable: true }) endsAt!: string | null;
  /** Given to the sessions planned from now on; each session then has its own. */
  @Int() places!: number;
  @Text(1) paymentMode!: PaymentMode;
  @Flag() ordersMeals!: boolean;
  @Text(254, { nullable: true }) kitchenEmail!: string | null;
  /** Imputation M57: nature and function. */
  @Text(10) budgetNature!: string;
  @Text(10, { nullable: true }) budgetFunction!: string | null;
  @Flag() cesuAccepted!: boolean;
  @Flag() openToAllSites!: boolean;
  /** By which rule children are looked after; null: what its kind usually is. */
  @Text(13, { nullable: true }) supervision!: Supervision | null;
  /** Staff of each session that was not given its own number; null while nobody noted it. */
  @Int({ nullable: true }) plannedStaff!: number | null;
  @Flag() archived!: boolean;
  @Moment() createdAt!: Temporal.Instant;
}
