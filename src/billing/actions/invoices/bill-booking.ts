import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { FindFamilies } from '../../../families/index.js';
import { Temporal } from '../../../kernel/civil-time.js';
import type { Cents } from '../../../kernel/money.js';
import { ChartOfAccounts, CreditBalances, CreditPromises } from '../../../ledger/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { SessionRevisions } from '../../../prestations/index.js';
import { FindReservations, paidAtBooking, type ReservationRow } from '../../../reservations/index.js';
import { BilledBookingRow } from '../../data/billed-booking.entity.js';
import { BillingRunRow } from '../../data/billing-run.entity.js';
import { DraftStore } from '../../data/draft-store.js';
import { InvoiceRow } from '../../data/invoice.entity.js';
import { differenceOf } from '../../rules/difference.js';
import { type ChargeToBill, draftInvoices } from '../../rules/draft-invoices.js';
import { Tally } from '../../rules/tally.js';
import { FindBilled, placeKey } from '../charges/find-billed.js';
import { IssueInvoice } from './issue-invoice.js';
import { PreparePricing } from '../charges/prepare-pricing.js';
import { PriceSessions } from '../charges/price-sessions.js';
import { ReadCharges } from '../charges/read-charges.js';

export interface PaidBasket {
  readonly collectiviteId: number;
  readonly familyId: number;
  readonly validationId: number;
  readonly reservationIds: readonly number[];
}

/**
 * What was paid at booking becomes an invoice at once, settled by the credit that was kept for it. The run that comes
 * after the days bills of them what differs from what was promised.
 */
@Injectable()
export class BillBooking implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly findCollectivite: FindCollectivite,
    private readonly findFamilies: FindFamilies,
    private readonly accounts: ChartOfAccounts,
    private readonly promises: CreditPromises,
    private readonly credits: CreditBalances,
    private readonly findReservations: FindReservations,
    private readonly revisions: SessionRevisions,
    private readonly preparePricing: PreparePricing,
    private readonly priceSessions: PriceSessions,
    private readonly findBilled: FindBilled,
    private readonly drafts: DraftStore,
    private readonly readCharges: ReadCharges,
    private readonly issueInvoice: IssueInvoice,
  ) {}

  onModuleInit(): void {
    this.outbox.on(paidAtBooking, async (paid) => {
      await this.run(paid);
    });
  }

  /** Answers the invoice; null where nothing was to be billed any more. Heard twice, billed once. */
  run(paid: PaidBasket): Promise<number | null> {
    return this.database.unit(async () => {
      const { collectiviteId, familyId, validationId } = paid;
      const reservations = await this.findReservations.byIds(collectiviteId, paid.reservationIds);
      // A draft that has computed one of these days looks again, and a run being issued is waited for. The sessions come
      // before the account, as they do when a basket is settled.
      await this.revisions.changed(
        collectiviteId,
        reservations.map(({ sessionId }) => sessionId),
      );
      await this.accounts.holdFamily(collectiviteId, familyId);
      const earlier = await this.database.repository(BilledBookingRow).findOneBy({ collectiviteId, validationId });
      if (earlier) return earlier.invoiceId;
      const charges = await this.charges(paid, reservations);
      const keptCents = await this.promises.end(collectiviteId, validationId);
      const invoiceId = charges.length > 0 ? await this.bill(paid, charges, keptCents) : null;
      await this.database.insert(BilledBookingRow, { collectiviteId, validationId, invoiceId });
      return invoiceId;
    });
  }

  /** What is due of the days that are still booked, and that no run has billed. */
  private async charges(
    { collectiviteId, familyId }: PaidBasket,
    reservations: readonly ReservationRow[],
  ): Promise<ChargeToBill[]> {
    const booked = new Set(reservations.filter(({ state }) => state === 'RESERVED').map(placeKey));
    const sessionIds = [...new Set(reservations.map(({ sessionId }) => sessionId))];
    const pricing = await this.preparePricing.run(collectiviteId, null, this.clock.now());
    const { charges } = await this.priceSessions.run(sessionIds, pricing, new Tally());
    const billed = await this.findBilled.inSessions({ id: null, collectiviteId }, sessionIds);
    return charges
      .filter((charge) => charge.familyId === familyId && booked.has(placeKey(charge)))
      .flatMap((charge) => differenceOf(charge, billed.get(placeKey(charge)) ?? []).charge ?? [])
      .map((charge) => ({ ...charge, reasons: { ...charge.reasons, reason: 'PAID_AT_BOOKING' } }));
  }

  /** `keptCents` were promised to these days: another basket that is being paid takes none of them. */
  private async bill(
    { collectiviteId, familyId }: PaidBasket,
    charges: readonly ChargeToBill[],
    keptCents: Cents,
  ): Promise<number> {
    const now = this.clock.now();
    const days = charges.map(({ date }) => date).sort((a, b) => Temporal.PlainDate.compare(a, b));
    const run = { collectiviteId, kind: 'BOOKING' as const, fromDate: days[0]!, toDate: days.at(-1)! };
    const state = { state: 'ISSUED' as const, createdBy: null, createdAt: now, computation: 0, computedAt: now };
    const runId = await this.database.insert(BillingRunRow, {
      ...run,
      ...state,
      computedRevision: 0,
      issuesEverything: true,
      issuedAt: now,
    });
    const row = await this.database.repository(BillingRunRow).findOneByOrFail({ id: runId });
    const invoices = await this.drafts.invoicesOf(row, [familyId]);
    await this.drafts.addCharges(
      row,
      draftInvoices(charges).flatMap(({ lines }) => lines),
      invoices,
    );
    await this.drafts.total(row);
    const invoice = await this.database.repository(InvoiceRow).findOneByOrFail({ id: invoices.get(familyId)! });
    if (invoice.totalCents === 0) {
      await this.database.repository(InvoiceRow).update({ id: invoice.id }, { state: 'NOTHING_DUE' });
      return invoice.id;
    }
    const read = await this.readCharges.run(collectiviteId, [invoice.id]);
    await this.issueInvoice.run({
      invoice,
      charges: read.charges.get(invoice.id)!,
      prestations: read.prestations,
      collectivite: await this.findCollectivite.run(collectiviteId),
      family: (await this.findFamilies.run(collectiviteId, [familyId])).get(familyId)!,
      creditCents: Math.min(keptCents, (await this.credits.heldFor(collectiviteId, [familyId])).get(familyId)!),
      paidAtBooking: true,
      now,
    });
    return invoice.id;
  }
}
