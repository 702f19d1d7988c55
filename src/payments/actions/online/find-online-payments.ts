import { Injectable } from '@nestjs/common';
import type { AttemptState } from '../../../payfip/index.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { FindReversals } from '../reversals/find-reversals.js';
import { OnlineAttempts } from '../../data/online-attempts.js';
import type { OnlinePaymentRow } from '../../data/online-payment.entity.js';
import type { OnlineTarget } from '../../events.js';

/** An attempt with what it is for. */
export interface OnlinePayment {
  readonly attempt: OnlinePaymentRow;
  readonly target: OnlineTarget;
  /** Its payment did not hold: a direct debit that the bank rejected afterwards, say. */
  readonly annulled: boolean;
}

@Injectable()
export class FindOnlinePayments {
  constructor(
    private readonly attempts: OnlineAttempts,
    private readonly reversals: FindReversals,
  ) {}

  /** The latest first; one more than the limit. */
  async list(
    collectiviteId: number,
    filter: { readonly state?: AttemptState; readonly familyId?: number },
    page: { readonly limit: number; readonly after?: number },
  ): Promise<OnlinePayment[]> {
    return this.complete(collectiviteId, await this.attempts.list(collectiviteId, filter, page));
  }

  /** An attempt of the collectivité, and of that family when one is given. Throws NOT_FOUND. */
  async one(collectiviteId: number, id: number, familyId?: number): Promise<OnlinePayment> {
    const attempt = await this.attempts.find(collectiviteId, id, familyId);
    if (!attempt) throw httpProblems.NOT_FOUND('Ce paiement en ligne n’existe pas, ou vous n’y avez pas accès.');
    return (await this.complete(collectiviteId, [attempt]))[0]!;
  }

  private async complete(collectiviteId: number, rows: readonly OnlinePaymentRow[]): Promise<OnlinePayment[]> {
    const targets = await this.attempts.targetsOf(rows);
    const paymentIds = rows.flatMap(({ paymentId }) => (paymentId === null ? [] : [paymentId]));
    const reversals = await this.reversals.ofPayments(collectiviteId, paymentIds);
    return rows.map((attempt) => ({
      attempt,
      target: targets.get(attempt.id)!,
      annulled: attempt.paymentId !== null && reversals.has(attempt.paymentId),
    }));
  }
}
