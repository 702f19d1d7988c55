import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { chunksOf } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import { keptRulesJson, type RulesToKeep } from '../../prestations/index.js';
import { RecomputedSessionRow } from './recomputed-session.entity.js';
import { SessionRecomputationRow } from './session-recomputation.entity.js';

@Injectable()
export class RecomputationsStore {
  constructor(private readonly database: Database) {}

  async open(
    row: Omit<SessionRecomputationRow, 'id' | 'finishedAt'>,
    changes: readonly RulesToKeep[],
  ): Promise<number> {
    const id = await this.database.insert(SessionRecomputationRow, { ...row, finishedAt: null });
    for (const chunk of chunksOf(changes, 100))
      await this.database.repository(RecomputedSessionRow).insert(
        chunk.map(({ sessionId, before, after }) => ({
          collectiviteId: row.collectiviteId,
          recomputationId: id,
          sessionId,
          rulesBefore: keptRulesJson(before),
          rulesAfter: keptRulesJson(after),
          outcome: null,
          families: null,
        })),
      );
    return id;
  }

  /** The recomputation, held until the end of the unit: its slices come one after the other, whoever carries it out. */
  async hold(id: number): Promise<SessionRecomputationRow> {
    await this.database.rows(`SELECT id FROM session_recomputations WHERE id = ?${this.database.dialect.forUpdate}`, [
      id,
    ]);
    return this.database.repository(SessionRecomputationRow).findOneByOrFail({ id });
  }

  byDigest(collectiviteId: number, prestationId: number, digest: string): Promise<SessionRecomputationRow | null> {
    return this.database
      .repository(SessionRecomputationRow)
      .findOne({ where: { collectiviteId, prestationId, digest }, order: { id: 'DESC' } });
  }

  /** Those of a prestation that are under way, or were cut short. */
  unfinishedOf(collectiviteId: number, prestationId: number): Promise<SessionRecomputationRow[]> {
    return this.database
      .repository(SessionRecomputationRow)
      .find({ where: { collectiviteId, prestationId, finishedAt: IsNull() }, order: { id: 'ASC' } });
  }

  /** Left half-way since before an instant: their process was killed. */
  unfinished(before: Temporal.Instant, limit: number): Promise<SessionRecomputationRow[]> {
    return this.database.repository(SessionRecomputationRow).find({
      where: { finishedAt: IsNull(), requestedAt: LessThanOrEqual(before) },
      order: { requestedAt: 'ASC' },
      take: limit,
    });
  }

  sessions(recomputationId: number): Promise<RecomputedSessionRow[]> {
    return this.database
      .repository(RecomputedSessionRow)
      .find({ where: { recomputationId }, order: { sessionId: 'ASC' } });
  }

  /** The next sessions whose turn has not come, in the order of their ids. */
  pending(recomputationId: number, limit: number): Promise<RecomputedSessionRow[]> {
    return this.database
      .repository(RecomputedSessionRow)
      .find({ where: { recomputationId, outcome: IsNull() }, order: { sessionId: 'ASC' }, take: limit });
  }

  /** Null families: the session was kept as it is. */
  async decide(rowId: number, families: readonly number[] | null): Promise<void> {
    await this.database.change('UPDATE recomputed_sessions SET outcome = ?, families = ? WHERE id = ?', [
      families === null ? 'KEPT' : 'CHANGED',
      families === null ? null : JSON.stringify(families),
      rowId,
    ]);
  }

  async finish(id: number, at: Temporal.Instant): Promise<void> {
    await this.database.change('UPDATE session_recomputations SET finished_at = ? WHERE id = ?', [
      at.epochMilliseconds,
      id,
    ]);
  }
}
