import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Int, Moment } from '../../platform/database/columns.js';

/** Days that are closed: nothing is posted for them any more. Written once: the engine refuses to change or delete it. */
@Entity('ledger_periods')
export class LedgerPeriodRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  /** The last day that is closed; those before it are too. */
  @Day() toDate!: Temporal.PlainDate;
  /** Rank of the last entry that was sealed when it was closed. */
  @Int() chainRank!: number;
  @Moment() closedAt!: Temporal.Instant;
  /** Null when the monthly report closed it. */
  @IdOf({ nullable: true }) closedBy!: number | null;
}
