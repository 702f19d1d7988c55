import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, Not } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { chunksOf } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import type { AttemptState } from '../../payfip/index.js';
import type { OnlineTarget } from '../events.js';
import { OnlinePaymentInvoiceRow } from './online-payment-invoice.entity.js';
import { OnlinePaymentRow } from './online-payment.entity.js';

/** The attempts to pay by PayFiP, as they are found. */
@Injectable()
export class OnlineAttempts {
  constructor(private readonly database: Database) {}

  /** Within the collectivité, and the family when one is given. */
  find(collectiviteId: number, id: number, familyId?: number): Promise<OnlinePaymentRow | null> {
    const family = familyId === undefined ? {} : { familyId };
    return this.database.read(() =>
      this.database.repository(OnlinePaymentRow).findOneBy({ id, collectiviteId, ...family }),
    );
  }

  /** By the name that PayFiP gave it: an idOp is unique in the world. */
  byOperation(idOp: string): Promise<OnlinePaymentRow | null> {
    return this.database.read(() => this.database.repository(OnlinePaymentRow).findOneBy({ idOp }));
  }

  /** Held until the caller's unit ends. */
  async hold(id: number): Promise<OnlinePaymentRow> {
    await this.database.rows(`SELECT id FROM online_payments WHERE id = ?${this.database.dialect.forUpdate}`, [id]);
    return this.database.repository(OnlinePaymentRow).findOneByOrFail({ id });
  }

  /**
   * Those about which PayFiP is to be asked now, across the collectivités: those that nobody knows the end of come first,
   * then who waits longest.
   */
  async toAsk(now: Temporal.Instant, limit: number): Promise<OnlinePaymentRow[]> {
    return this.database.read(async () => {
      const rows = await this.database.rows<{ id: number }>(
        `SELECT id FROM online_payments WHERE ask_again_at <= ?
         ORDER BY CASE WHEN state IN ('CREATED', 'PENDING') THEN 0 ELSE 1 END, ask_again_at, id LIMIT ${limit}`,
        [now.epochMilliseconds],
      );
      const ids = rows.map(({ id }) => id);
      const found = await this.database.repository(OnlinePaymentRow).findBy({ id: In(ids) });
      return found.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
    });
  }

  /** The latest first; one row more than the limit. */
  list(
    collectiviteId: number,
    { state, familyId }: { readonly state?: AttemptState; readonly familyId?: number },
    { limit, after }: { readonly limit: number; readonly after?: number },
  ): Promise<OnlinePaymentRow[]> {
    return this.database.read(() =>
      this.database.repository(OnlinePaymentRow).find({
        where: {
          collectiviteId,
          ...(state ? { state } : {}),
          ...(familyId === undefined ? {} : { familyId }),
          ...(after ? { id: LessThan(after) } : {}),
        },
        order: { id: 'DESC' },
        take: limit + 1,
      }),
    );
  }

  /** Those that keep others from beginning at one of these invoices, or at this basket. */
  blocking(collectiviteId: number, target: WhatIsPaid): Promise<OnlinePaymentRow[]> {
    return this.database.read(async () => {
      if (target.kind === 'BASKET') {
        const where = { collectiviteId, targetKind: target.kind, validationId: target.validationId };
        const state = In<AttemptState>(['CREATED', 'PENDING']);
        return this.database.repository(OnlinePaymentRow).find({ where: { ...where, state }, order: { id: 'ASC' } });
      }
      const parts = await this.database
        .repository(OnlinePaymentInvoiceRow)
        .findBy({ collectiviteId, invoiceId: In([...target.invoiceIds]), blocks: Not(IsNull()) });
      const ids = [...new Set(parts.map(({ onlinePaymentId }) => onlinePaymentId))];
      if (ids.length === 0) return [];
      return this.database
        .repository(OnlinePaymentRow)
        .find({ where: { collectiviteId, id: In(ids) }, order: { id: 'ASC' } });
    });
  }

  /** Those of these invoices that are being paid online: an attempt that is decided says nothing of them any more. */
  async invoicesUnderWay(collectiviteId: number, invoiceIds: readonly number[]): Promise<ReadonlySet<number>> {
    const found = new Set<number>();
    await this.database.read(async () => {
      for (const ids of chunksOf(invoiceIds)) {
        const rows = await this.database.rows<{ invoice_id: number }>(
          `SELECT i.invoice_id FROM online_payment_invoices i JOIN online_payments p ON p.id = i.online_payment_id
           WHERE i.collectivite_id = ? AND i.invoice_id IN (${ids.map(() => '?').join(', ')})
             AND p.state IN ('CREATED', 'PENDING')`,
          [collectiviteId, ...ids],
        );
        for (const { invoice_id } of rows) found.add(Number(invoice_id));
      }
    });
    return found;
  }

  /** What each attempt is for, by its id. */
  async targetsOf(rows: readonly OnlinePaymentRow[]): Promise<Map<number, OnlineTarget>> {
    if (rows.length === 0) return new Map();
    const parts = await this.database.read(() =>
      this.database.repository(OnlinePaymentInvoiceRow).find({
        where: {
          collectiviteId: In([...new Set(rows.map((row) => row.collectiviteId))]),
          onlinePaymentId: In(rows.map(({ id }) => id)),
        },
        order: { id: 'ASC' },
      }),
    );
    return new Map(
      rows.map(({ id, targetKind, validationId }): [number, OnlineTarget] => {
        if (targetKind === 'BASKET') return [id, { kind: targetKind, validationId: validationId! }];
        const own = parts.filter(({ onlinePaymentId }) => onlinePaymentId === id);
        return [
          id,
          { kind: targetKind, shares: own.map(({ invoiceId, amountCents }) => ({ invoiceId, cents: amountCents })) },
        ];
      }),
    );
  }
}

export type WhatIsPaid =
  | { readonly kind: 'INVOICES'; readonly invoiceIds: readonly number[] }
  | { readonly kind: 'BASKET'; readonly validationId: number };
