import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Int } from '../../platform/database/columns.js';

/** On this day the child goes to the other foyer than the one that has it by the custody. */
@Entity('custody_swap_days')
export class CustodySwapDayRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() swapId!: number;
  @IdOf() childId!: number;
  @Day() date!: Temporal.PlainDate;
  @IdOf() fromFamilyId!: number;
  @IdOf() toFamilyId!: number;
  /** 1 while the swap waits or is confirmed, null afterwards. */
  @Int({ nullable: true }) living!: 1 | null;
}
