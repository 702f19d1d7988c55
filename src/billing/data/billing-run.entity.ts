import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Flag, Id, IdOf, Int, Moment, Text } from '../../platform/database/columns.js';

export const RUN_STATES = ['DRAFT', 'ISSUING', 'ISSUED', 'DISCARDED'] as const;
/** ISSUING: some invoices may have their number already; it only goes on to ISSUED. */
export type RunState = (typeof RUN_STATES)[number];

export const RUN_KINDS = ['ORDINARY', 'CORRECTION', 'BOOKING'] as const;
/** CORRECTION: bills the differences on days that were billed; BOOKING: the one invoice of a basket that is paid. */
export type RunKind = (typeof RUN_KINDS)[number];

/** One campaign: what happened on the days of a period becomes draft invoices, then issued ones. */
@Entity('billing_runs')
export class BillingRunRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @Day() fromDate!: Temporal.PlainDate;
  @Day() toDate!: Temporal.PlainDate;
  @Text(10) kind!: RunKind;
  @Text(9) state!: RunState;
  /** Null: begun by the scheduled task. */
  @IdOf({ nullable: true }) createdBy!: number | null;
  @Moment() createdAt!: Temporal.Instant;
  /** How many computations were begun: each one goes on only while it is the latest. */
  @Int() computation!: number;
  /** When the latest computation began, once it is complete; null while it is not. */
  @Moment({ nullable: true }) computedAt!: Temporal.Instant | null;
  /** The revisions of its sessions that this computation read, summed. */
  @Int({ nullable: true }) computedRevision!: number | null;
  /** Issued whatever the threshold. */
  @Flag() issuesEverything!: boolean;
  @Moment({ nullable: true }) issuedAt!: Temporal.Instant | null;
}
