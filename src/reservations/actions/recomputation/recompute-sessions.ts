import { Injectable } from '@nestjs/common';
import { typeset } from '../../../kernel/french.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Database } from '../../../platform/database/database.js';
import { FindPrestations } from '../../../prestations/index.js';
import { RecomputationsStore } from '../../data/recomputations-store.js';
import { reservationsProblems } from '../../problems.js';
import { CarryOutRecomputation, type RecomputationDone } from './carry-out-recomputation.js';
import { ForeseeRecomputation } from './foresee-recomputation.js';

/** Has the open sessions of a prestation follow the rules of now, as it was shown, and tells the families. */
@Injectable()
export class RecomputeSessions {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly findPrestations: FindPrestations,
    private readonly recomputations: RecomputationsStore,
    private readonly foresee: ForeseeRecomputation,
    private readonly carryOut: CarryOutRecomputation,
  ) {}

  /** The same `digest` asked again finds what it did, and finishes it if need be. Throws NOT_FOUND, RECOMPUTATION_OUTDATED. */
  async run(
    collectiviteId: number,
    prestationId: number,
    digest: string,
    accountId: number,
  ): Promise<RecomputationDone> {
    for (;;) {
      const { id, asked } = await this.database.unit(() => this.open(collectiviteId, prestationId, digest, accountId));
      const done = await this.carryOut.run(id);
      if (asked) return done;
    }
  }

  /**
   * The prestation is held: no session is planned and no rule changes between what is read here and what is written.
   * Answers what to carry out: the recomputation asked for, or another that must come to its end first.
   */
  private async open(
    collectiviteId: number,
    prestationId: number,
    digest: string,
    accountId: number,
  ): Promise<{ readonly id: number; readonly asked: boolean }> {
    await this.findPrestations.locked(collectiviteId, prestationId);
    const [underWay] = await this.recomputations.unfinishedOf(collectiviteId, prestationId);
    if (underWay) return { id: underWay.id, asked: underWay.digest === digest };
    const foreseen = await this.foresee.run(collectiviteId, prestationId);
    if (foreseen.digest !== digest) {
      const earlier = await this.recomputations.byDigest(collectiviteId, prestationId, digest);
      if (earlier) return { id: earlier.id, asked: true };
      throw reservationsProblems.RECOMPUTATION_OUTDATED(
        typeset(
          'Des séances, des réservations ou des paniers ont changé depuis la prévisualisation : regardez-la à nouveau, puis confirmez.',
        ),
      );
    }
    const { changes, rulings, now } = foreseen;
    const id = await this.recomputations.open(
      { collectiviteId, prestationId, digest, rulings, requestedBy: accountId, requestedAt: now },
      changes,
    );
    await this.audit.record({
      collectiviteId,
      accountId,
      action: 'sessions.recomputed',
      subject: `prestation:${prestationId}`,
      detail: { recomputationId: id, sessions: changes.length },
    });
    return { id, asked: true };
  }
}
