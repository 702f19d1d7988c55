import { Injectable } from '@nestjs/common';
import { Between } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';
import { Database } from '../../platform/database/database.js';
import type { Means } from '../rules/means.js';
import { reversalLabel } from '../rules/reversal.js';
import { PaymentReversalRow } from './payment-reversal.entity.js';

/** Money that came in and went back, with its paper. */
export interface Deduction {
  /** Of the paper, e.g. AQ-2026-000003. */
  readonly number: string;
  /** Of the receipt that it annuls. */
  readonly receiptNumber: string;
  readonly reason: string;
  readonly means: Means;
  /** ISO 8601: the day it counts for. */
  readonly on: string;
  /** More than zero. */
  readonly cents: Cents;
}

@Injectable()
export class Deductions {
  constructor(private readonly database: Database) {}

  /** The reversals accounted from `from` to `to`, both included, in the order of their papers. */
  async between(collectiviteId: number, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<Deduction[]> {
    const rows = await this.database.read(() =>
      this.database
        .repository(PaymentReversalRow)
        .find({ where: { collectiviteId, accountedOn: Between(from, to) }, order: { year: 'ASC', number: 'ASC' } }),
    );
    return rows.map(({ paper, accountedOn }) => ({
      number: paper.number,
      receiptNumber: paper.receiptNumber,
      reason: reversalLabel(paper.reason),
      means: paper.means,
      on: accountedOn.toString(),
      cents: paper.cents,
    }));
  }
}
