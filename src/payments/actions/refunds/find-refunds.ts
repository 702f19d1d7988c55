import { Injectable } from '@nestjs/common';
import { In, LessThan, MoreThan } from 'typeorm';
import type { Cents } from '../../../kernel/money.js';
import { FindFamilies } from '../../../families/index.js';
import { CreditBalances } from '../../../ledger/index.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { RefundListRow } from '../../data/refund-list.entity.js';
import { RefundRequestRow } from '../../data/refund-request.entity.js';
import { RefundReversalRow } from '../../data/refund-reversal.entity.js';
import { RefundRow } from '../../data/refund.entity.js';

export interface RefundWithFate {
  readonly refund: RefundRow;
  readonly reversal: RefundReversalRow | null;
}

export interface WaitingRequest {
  readonly id: number;
  readonly request: RefundRequestRow;
  readonly familyName: string;
  /** What could be given back. */
  readonly freeCents: Cents;
}

@Injectable()
export class FindRefunds {
  constructor(
    private readonly database: Database,
    private readonly findFamilies: FindFamilies,
    private readonly credits: CreditBalances,
  ) {}

  /** The latest first; one row more than the limit. */
  list(collectiviteId: number, limit: number, after?: number): Promise<RefundListRow[]> {
    return this.database.read(() =>
      this.database.repository(RefundListRow).find({
        where: { collectiviteId, ...(after ? { id: LessThan(after) } : {}) },
        order: { id: 'DESC' },
        take: limit + 1,
      }),
    );
  }

  /** Throws NOT_FOUND. */
  async one(collectiviteId: number, listId: number): Promise<RefundListRow> {
    const row = await this.database.read(() =>
      this.database.repository(RefundListRow).findOneBy({ collectiviteId, id: listId }),
    );
    if (!row) throw httpProblems.NOT_FOUND('Cette liste n’existe pas, ou vous n’y avez pas accès.');
    return row;
  }

  /** The refunds of a list, in its order. */
  async refundsOf({ collectiviteId, id }: RefundListRow): Promise<RefundWithFate[]> {
    return this.database.read(async () => {
      const refunds = await this.database
        .repository(RefundRow)
        .find({ where: { collectiviteId, refundListId: id }, order: { id: 'ASC' } });
      const ids = refunds.map((refund) => refund.id);
      const reversals = await this.database.repository(RefundReversalRow).findBy({ collectiviteId, refundId: In(ids) });
      const reversed = new Map(reversals.map((row) => [row.refundId, row]));
      return refunds.map((refund) => ({ refund, reversal: reversed.get(refund.id) ?? null }));
    });
  }

  /** The families that wait for their refund, the first to ask first; one more than the limit. */
  async waiting(collectiviteId: number, limit: number, after = 0): Promise<WaitingRequest[]> {
    return this.database.read(async () => {
      const requests = await this.database.repository(RefundRequestRow).find({
        where: { collectiviteId, living: 1, id: MoreThan(after) },
        order: { id: 'ASC' },
        take: limit + 1,
      });
      const ids = requests.map(({ familyId }) => familyId);
      const families = await this.findFamilies.run(collectiviteId, ids);
      const free = await this.credits.ofFamilies(collectiviteId, ids);
      return requests.map((request) => ({
        id: request.id,
        request,
        familyName: families.get(request.familyId)!.name,
        freeCents: free.get(request.familyId)!,
      }));
    });
  }

  /** The request of a family that waits, null when none does. */
  ofFamily(collectiviteId: number, familyId: number): Promise<RefundRequestRow | null> {
    return this.database.read(() =>
      this.database.repository(RefundRequestRow).findOneBy({ collectiviteId, familyId, living: 1 }),
    );
  }
}
