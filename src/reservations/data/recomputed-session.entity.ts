import { Entity } from 'typeorm';
import { Id, IdOf, Json, Text } from '../../platform/database/columns.js';
import type { KeptRulesJson } from '../../prestations/index.js';

export type RecomputationOutcome = 'CHANGED' | 'KEPT';

/** One session of a recomputation. */
@Entity('recomputed_sessions')
export class RecomputedSessionRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() recomputationId!: number;
  @IdOf() sessionId!: number;
  @Json() rulesBefore!: KeptRulesJson;
  @Json() rulesAfter!: KeptRulesJson;
  /** Null until its turn comes; KEPT: it was no longer open, or no longer as it was seen. */
  @Text(7, { nullable: true }) outcome!: RecomputationOutcome | null;
  /** Ids of the families that had a reservation or a basket line in it when it was changed. */
  @Json({ nullable: true }) families!: readonly number[] | null;
}
