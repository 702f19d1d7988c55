import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Int } from '../../platform/database/columns.js';

/** A quotient familial of a foyer and the dates it is valid on, both included. */
@Entity('quotients')
export class QuotientRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() familyId!: number;
  /** 642,50 is 64250. */
  @Int() valueHundredths!: number;
  @Day() fromDate!: Temporal.PlainDate;
  @Day({ nullable: true }) toDate!: Temporal.PlainDate | null;
}
