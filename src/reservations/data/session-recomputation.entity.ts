import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, Json, Moment, Text } from '../../platform/database/columns.js';
import type { Ruling } from '../rules/recomputation.js';

/** The mairie has the sessions of a prestation follow the rules of now; in several units, then the families are told. */
@Entity('session_recomputations')
export class SessionRecomputationRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() prestationId!: number;
  /** Of what was shown before it was asked for. */
  @Text(64) digest!: string;
  @Json() rulings!: readonly Ruling[];
  @IdOf({ nullable: true }) requestedBy!: number | null;
  @Moment() requestedAt!: Temporal.Instant;
  /** Null while sessions wait for their turn, or the families to be told. */
  @Moment({ nullable: true }) finishedAt!: Temporal.Instant | null;
}
