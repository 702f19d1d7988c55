import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, Moment, Text } from '../../platform/database/columns.js';

/** A paper that proves an absence. One that is refused stays, with the reason; another may follow. */
@Entity('absence_proofs')
export class AbsenceProofRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() absenceId!: number;
  /** When the mairie had it: the moment it was sent, or the beginning of the day on which the paper was brought. */
  @Moment() receivedAt!: Temporal.Instant;
  /** Null for a paper. */
  @IdOf({ nullable: true }) fileId!: number | null;
  @IdOf({ nullable: true }) recordedBy!: number | null;
  @Moment() recordedAt!: Temporal.Instant;
  @Text(200, { nullable: true }) refusedReason!: string | null;
  @IdOf({ nullable: true }) refusedBy!: number | null;
  @Moment({ nullable: true }) refusedAt!: Temporal.Instant | null;
}
