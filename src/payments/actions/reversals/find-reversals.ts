import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { PaymentReversalRow } from '../../data/payment-reversal.entity.js';

@Injectable()
export class FindReversals {
  constructor(private readonly database: Database) {}

  /** By payment; a payment that holds is absent. */
  async ofPayments(
    collectiviteId: number,
    paymentIds: readonly number[],
  ): Promise<ReadonlyMap<number, PaymentReversalRow>> {
    if (paymentIds.length === 0) return new Map();
    const rows = await this.database.read(() =>
      this.database.repository(PaymentReversalRow).findBy({ collectiviteId, paymentId: In([...paymentIds]) }),
    );
    return new Map(rows.map((row) => [row.paymentId, row]));
  }

  /** The latest first; one row more than the limit. */
  list(collectiviteId: number, limit: number, after?: number): Promise<PaymentReversalRow[]> {
    return this.database.read(() =>
      this.database.repository(PaymentReversalRow).find({
        where: { collectiviteId, ...(after ? { id: LessThan(after) } : {}) },
        order: { id: 'DESC' },
        take: limit + 1,
      }),
    );
  }

  /** The reversal of a payment, of that family when one is given. Throws NOT_FOUND. */
  async ofPayment(collectiviteId: number, paymentId: number, familyId?: number): Promise<PaymentReversalRow> {
    const row = (await this.ofPayments(collectiviteId, [paymentId])).get(paymentId);
    if (!row || (familyId !== undefined && row.familyId !== familyId))
      throw httpProblems.NOT_FOUND('Ce paiement n’existe pas, n’a pas été annulé, ou vous n’y avez pas accès.');
    return row;
  }

  /** Throws NOT_FOUND. */
  async one(collectiviteId: number, reversalId: number): Promise<PaymentReversalRow> {
    const row = await this.database.read(() =>
      this.database.repository(PaymentReversalRow).findOneBy({ collectiviteId, id: reversalId }),
    );
    if (!row) throw httpProblems.NOT_FOUND('Cette annulation n’existe pas, ou vous n’y avez pas accès.');
    return row;
  }
}
