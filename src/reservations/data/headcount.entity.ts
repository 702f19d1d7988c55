import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, Int, Moment } from '../../platform/database/columns.js';

/** How many children of a session eat one type of menu, as it was when the windows closed. */
@Entity('headcounts')
export class HeadcountRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() sessionId!: number;
  @IdOf() menuTypeId!: number;
  @Int() children!: number;
  @Moment() frozenAt!: Temporal.Instant;
}
