import { Injectable } from '@nestjs/common';
import { groupedBy } from '../../../kernel/lists.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { eachInTurn } from '../../../platform/tasks/each-in-turn.js';
import { ChangeSessions, keptRulesOf } from '../../../prestations/index.js';
import { ConcernedFamilies } from '../../data/concerned-families.js';
import { RecomputationsStore } from '../../data/recomputations-store.js';
import { MailRecomputation } from './mail-recomputation.js';

/** Sessions changed in one unit: few enough that nobody waits long for them. */
const SLICE = 25;
/** A recomputation whose request has been silent for this long was cut short. */
const PATIENCE = { minutes: 5 };
const BATCH = 20;

export interface RecomputationDone {
  readonly recomputationId: number;
  readonly changed: number;
  /** Sessions that were no longer open, or no longer as they were shown, when their turn came. */
  readonly kept: number;
  /** Families that had something in a changed session, and were written to. */
  readonly families: number;
}

/** Changes the sessions of a recomputation, slice by slice, then tells the families, once. See docs/concurrency.md. */
@Injectable()
export class CarryOutRecomputation {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly recomputations: RecomputationsStore,
    private readonly changeSessions: ChangeSessions,
    private readonly concernedFamilies: ConcernedFamilies,
    private readonly mailRecomputation: MailRecomputation,
  ) {}

  async run(recomputationId: number): Promise<RecomputationDone> {
    while (!(await this.database.unit(() => this.step(recomputationId))));
    const sessions = await this.database.read(() => this.recomputations.sessions(recomputationId));
    const changed = sessions.filter(({ outcome }) => outcome === 'CHANGED');
    return {
      recomputationId,
      changed: changed.length,
      kept: sessions.length - changed.length,
      families: new Set(changed.flatMap(({ families }) => families ?? [])).size,
    };
  }

  /** Ends those that a killed process left half-way, so that every family is told. */
  async overdue(): Promise<number> {
    const before = this.clock.now().subtract(PATIENCE);
    const rows = await this.database.read(() => this.recomputations.unfinished(before, BATCH));
    return (await eachInTurn(rows, ({ id }) => this.run(id))).length;
  }

  /** One slice, or the end; true when nothing is left to do. */
  private async step(id: number): Promise<boolean> {
    const recomputation = await this.recomputations.hold(id);
    if (recomputation.finishedAt !== null) return true;
    const slice = await this.recomputations.pending(id, SLICE);
    if (slice.length > 0) {
      await this.change(recomputation.collectiviteId, slice);
      return false;
    }
    await this.mailRecomputation.run(recomputation, await this.recomputations.sessions(id));
    await this.recomputations.finish(id, this.clock.now());
    return true;
  }

  /** Who has something in a session is read while it is held: whoever books later reads the new limits. */
  private async change(
    collectiviteId: number,
    slice: Awaited<ReturnType<RecomputationsStore['pending']>>,
  ): Promise<void> {
    const changed = await this.changeSessions.run(
      collectiviteId,
      slice.map(({ sessionId, rulesBefore, rulesAfter }) => ({
        sessionId,
        before: keptRulesOf(rulesBefore),
        after: keptRulesOf(rulesAfter),
      })),
    );
    const concerns = groupedBy(
      await this.concernedFamilies.of(collectiviteId, [...changed]),
      ({ sessionId }) => sessionId,
    );
    for (const { id, sessionId } of slice) {
      const families = (concerns.get(sessionId) ?? []).map(({ familyId }) => familyId);
      await this.recomputations.decide(id, changed.has(sessionId) ? families : null);
    }
  }
}
