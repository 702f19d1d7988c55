import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Database } from '../../platform/database/database.js';
import { PaymentAllocationRow } from '../data/payment-allocation.entity.js';
import { PaymentRow } from '../data/payment.entity.js';
import { CLICK_SECONDS, sameClick } from '../rules/click.js';
import { FindReversals } from './reversals/find-reversals.js';
import type { PaymentToRecord } from '../rules/payment-to-record.js';

@Injectable()
export class FindClick {
  constructor(
    private readonly database: Database,
    private readonly findReversals: FindReversals,
  ) {}

  /** The same payment, recorded by the same person a moment ago and not annulled; null when this is a new one. */
  async run(asked: PaymentToRecord, now: Temporal.Instant): Promise<PaymentRow | null> {
    const { collectiviteId, familyId, means, cents, receivedOn, recordedBy } = asked;
    const recent = await this.database.repository(PaymentRow).find({
      where: {
        collectiviteId,
        familyId,
        means,
        amountCents: cents,
        receivedOn,
        recordedBy: recordedBy ?? IsNull(),
        recordedAt: MoreThan(now.subtract({ seconds: CLICK_SECONDS })),
      },
      order: { id: 'ASC' },
    });
    const gone = await this.findReversals.ofPayments(
      collectiviteId,
      recent.map(({ id }) => id),
    );
    const standing = recent.filter(({ id }) => !gone.has(id));
    if (standing.length === 0) return null;
    const allocations = await this.database
      .repository(PaymentAllocationRow)
      .findBy({ collectiviteId, paymentId: In(standing.map(({ id }) => id)) });
    const request = { reference: asked.reference ?? null, ...(asked.shares ? { shares: asked.shares } : {}) };
    const same = standing.find(({ id, reference }) =>
      sameClick(request, {
        reference,
        shares: allocations
          .filter(({ paymentId }) => paymentId === id)
          .map(({ invoiceId, amountCents }) => ({ invoiceId, cents: amountCents })),
      }),
    );
    return same ?? null;
  }
}
