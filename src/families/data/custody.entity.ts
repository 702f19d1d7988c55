import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Text } from '../../platform/database/columns.js';
import type { CustodyWeeks } from '../rules/custody.js';

/** Which foyer has a child, and pays, in which weeks and between which dates (both included). */
@Entity('custodies')
export class CustodyRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() childId!: number;
  @IdOf() familyId!: number;
  @Text(4) weeks!: CustodyWeeks;
  @Day() fromDate!: Temporal.PlainDate;
  @Day({ nullable: true }) toDate!: Temporal.PlainDate | null;
}
