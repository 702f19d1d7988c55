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
  /** Null for a paper, and once the file is erased. */
  @IdOf({ nullable: true }) fileId!: number | null;
  /** When the file was erased: it is kept no longer than it can serve. */
  @Moment({ nullable: true }) fileErasedAt!: Temporal.Instant | null;
  @IdOf({ nullable: true }) recordedBy!: number | null;
  @Moment() recordedAt!: Temporal.Instant;
  @Text(200, { nullable: true }) refusedReason!: string | null;
  @IdOf({ nullable: true }) refusedBy!: number | null;
  @Moment({ nullable: true }) refusedAt!: Temporal.Instant | null;
}
