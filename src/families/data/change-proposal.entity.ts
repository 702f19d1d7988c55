import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, Moment, Text } from '../../platform/database/columns.js';

export type ProposalState = 'PENDING' | 'ACCEPTED' | 'REFUSED' | 'WITHDRAWN';

/** A correction that a parent asks for; an agent accepts or refuses it, or who asked takes it back. */
@Entity('change_proposals')
export class ChangeProposalRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() familyId!: number;
  /** `family:12`, `guardian:31` or `child:7`. */
  @Text(40) subject!: string;
  @Text(40) field!: string;
  @Text(254, { nullable: true }) oldValue!: string | null;
  /** Empty when the parent asks to take the value away. */
  @Text(254) newValue!: string;
  @Text(9) state!: ProposalState;
  @IdOf({ nullable: true }) proposedBy!: number | null;
  @Moment() proposedAt!: Temporal.Instant;
  @IdOf({ nullable: true }) decidedBy!: number | null;
  @Moment({ nullable: true }) decidedAt!: Temporal.Instant | null;
  /** The agent's words, for the parent; null where it is not refused, or was before they were asked for. */
  @Text(300, { nullable: true }) refusalReason!: string | null;
}
