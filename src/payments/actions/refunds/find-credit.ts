import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Cents } from '../../../kernel/money.js';
import { CreditBalances, CreditHistory, type CreditMovement } from '../../../ledger/index.js';
import { Database } from '../../../platform/database/database.js';
import { PaymentReversalRow } from '../../data/payment-reversal.entity.js';

export interface ShownMovement extends CreditMovement {
  /** The entry's. */
  readonly id: number;
  /** The payment that made it, or that did not hold: its papers are those of the movement. */
  readonly paymentId: number | null;
}

export interface FamilyCredit {
  readonly heldCents: Cents;
  /** What of it is not kept for a basket that is being paid. */
  readonly freeCents: Cents;
}

/** What the collectivité holds for a family, and how it came about. */
@Injectable()
export class FindCredit {
  constructor(
    private readonly database: Database,
    private readonly balances: CreditBalances,
    private readonly history: CreditHistory,
  ) {}

  of(collectiviteId: number, familyId: number): Promise<FamilyCredit> {
    return this.database.read(async () => ({
      heldCents: (await this.balances.heldFor(collectiviteId, [familyId])).get(familyId)!,
      freeCents: (await this.balances.ofFamilies(collectiviteId, [familyId])).get(familyId)!,
    }));
  }

  /** The latest first; one movement more than the limit. */
  async movements(
    collectiviteId: number,
    familyId: number,
    { limit, after }: { readonly limit: number; readonly after?: number },
  ): Promise<ShownMovement[]> {
    return this.database.read(async () => {
      const page = { limit: limit + 1, ...(after ? { before: after } : {}) };
      const movements = await this.history.of(collectiviteId, familyId, page);
      const reversed = await this.reversedPayments(collectiviteId, movements);
      return movements.map((movement) => ({
        ...movement,
        id: movement.entryId,
        paymentId:
          movement.source.kind === 'payment'
            ? movement.source.id
            : movement.source.kind === 'payment-reversal'
              ? (reversed.get(movement.source.id) ?? null)
              : null,
      }));
    });
  }

  private async reversedPayments(
    collectiviteId: number,
    movements: readonly CreditMovement[],
  ): Promise<ReadonlyMap<number, number>> {
    const ids = movements.filter(({ source }) => source.kind === 'payment-reversal').map(({ source }) => source.id);
    if (ids.length === 0) return new Map();
    const rows = await this.database.repository(PaymentReversalRow).findBy({ collectiviteId, id: In(ids) });
    return new Map(rows.map(({ id, paymentId }) => [id, paymentId]));
  }
}
