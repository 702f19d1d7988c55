import { Entity } from 'typeorm';
import { Id, IdOf, Int } from '../../platform/database/columns.js';

/** What a collectivité does about an instalment that is not paid; a collectivité without a row has the defaults. */
@Entity('payment_plan_settings')
export class PlanSettingsRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @Int() tellAfterDays!: number;
  /** Null: a plan is ended by a person only. */
  @Int({ nullable: true }) endAfterDays!: number | null;
}

export type PlanSettings = Pick<PlanSettingsRow, 'tellAfterDays' | 'endAfterDays'>;

export const DEFAULT_PLAN_SETTINGS: PlanSettings = { tellAfterDays: 5, endAfterDays: null };
