import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { FindSessions } from '../../../prestations/index.js';
import { reservationCancelled } from '../../../reservations/index.js';
import { MakeCreditNote } from './make-credit-note.js';

export interface CancelledBooking {
  readonly collectiviteId: number;
  readonly familyId: number;
  readonly childId: number;
  readonly sessionId: number;
  readonly reservationId: number;
}

/** A day that was paid at booking and given up in time, or called off, is given back: it becomes the family's credit. */
@Injectable()
export class CreditCancelledBooking implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly findSessions: FindSessions,
    private readonly makeCreditNote: MakeCreditNote,
  ) {}

  onModuleInit(): void {
    this.outbox.on(reservationCancelled, (cancelled) => this.run(cancelled));
  }

  /** Nothing where the day was not paid at booking; a day that its run has billed is that run's, or its correction's. */
  async run({ collectiviteId, familyId, childId, sessionId, reservationId }: CancelledBooking): Promise<void> {
    const [session] = await this.findSessions.byIds(collectiviteId, [sessionId]);
    if (!session || session.billedAt !== null) return;
    const paid = await this.database.rows<{ id: number; invoice_id: number }>(
      `SELECT c.id, c.invoice_id FROM charges c
       JOIN billing_runs r ON r.id = c.billing_run_id AND r.kind = 'BOOKING'
       JOIN invoices i ON i.id = c.invoice_id AND i.state = 'ISSUED'
       WHERE c.session_id = ? AND c.child_id = ? AND c.family_id = ? AND c.collectivite_id = ?
         AND c.credited_cents < c.amount_cents
       ORDER BY c.id`,
      [sessionId, childId, familyId, collectiviteId],
    );
    for (const { id: chargeId, invoice_id: invoiceId } of paid)
      await this.makeCreditNote.run({
        ...{ collectiviteId, invoiceId, lines: [{ chargeId }], reason: 'CANCELLATION', reasonText: null },
        ...{ accountId: null, sourceKey: `reservation-cancelled:${reservationId}:${chargeId}` },
      });
  }
}
