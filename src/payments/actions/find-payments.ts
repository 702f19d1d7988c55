import { Injectable } from '@nestjs/common';
import { Between, LessThan, LessThanOrEqual, MoreThan, MoreThanOrEqual } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { PaymentRow } from '../data/payment.entity.js';
import { formatReceiptNumber } from '../rules/receipt.js';

interface PageOf {
  readonly limit: number;
  readonly after?: number;
}

/** The first and the last receipt of a period, and how many there were. */
export interface ReceiptRange {
  readonly first: string | null;
  readonly last: string | null;
  readonly count: number;
}

@Injectable()
export class FindPayments {
  constructor(private readonly database: Database) {}

  /** The journal: payments accounted from `from` to `to`, in the order of recording; one row more than the limit. */
  journal(
    collectiviteId: number,
    { from, to }: { readonly from?: Temporal.PlainDate; readonly to?: Temporal.PlainDate },
    { limit, after }: PageOf,
  ): Promise<PaymentRow[]> {
    const accountedOn =
      from && to ? Between(from, to) : from ? MoreThanOrEqual(from) : to ? LessThanOrEqual(to) : undefined;
    return this.database.read(() =>
      this.database.repository(PaymentRow).find({
        where: {
          collectiviteId,
          ...(accountedOn ? { accountedOn } : {}),
          ...(after === undefined ? {} : { id: MoreThan(after) }),
        },
        order: { id: 'ASC' },
        take: limit + 1,
      }),
    );
  }

  /** The payments of a family, the latest first; one row more than the limit. */
  ofFamily(collectiviteId: number, familyId: number, { limit, after }: PageOf): Promise<PaymentRow[]> {
    return this.database.read(() =>
      this.database.repository(PaymentRow).find({
        where: { collectiviteId, familyId, ...(after ? { id: LessThan(after) } : {}) },
        order: { id: 'DESC' },
        take: limit + 1,
      }),
    );
  }

  /** A payment of the collectivité, and of that family when one is given. Throws NOT_FOUND. */
  async one(collectiviteId: number, paymentId: number, familyId?: number): Promise<PaymentRow> {
    const row = await this.database.read(() =>
      this.database
        .repository(PaymentRow)
        .findOneBy({ id: paymentId, collectiviteId, ...(familyId === undefined ? {} : { familyId }) }),
    );
    if (!row) throw httpProblems.NOT_FOUND('Ce paiement n’existe pas, ou vous n’y avez pas accès.');
    return row;
  }

  /** The receipts of the payments accounted from `from` to `to`, both included. */
  async receiptRange(collectiviteId: number, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<ReceiptRange> {
    const years = await this.database.read(() =>
      this.database.rows<{ year: number; first: number; last: number; count: number | string }>(
        `SELECT receipt_year AS year, MIN(receipt_number) AS first, MAX(receipt_number) AS last, COUNT(*) AS count
         FROM payments WHERE collectivite_id = ? AND accounted_on BETWEEN ? AND ?
         GROUP BY receipt_year ORDER BY receipt_year`,
        [collectiviteId, from.toString(), to.toString()],
      ),
    );
    const [earliest, latest] = [years[0], years.at(-1)];
    return {
      first: earliest ? formatReceiptNumber(earliest.year, earliest.first) : null,
      last: latest ? formatReceiptNumber(latest.year, latest.last) : null,
      count: years.reduce((total, { count }) => total + Number(count), 0),
    };
  }
}
