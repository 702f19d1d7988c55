import { Injectable } from '@nestjs/common';
import type { CollectiviteRow } from '../../../collectivites/index.js';
import { dateIn, type Temporal } from '../../../kernel/civil-time.js';
import type { Cents } from '../../../kernel/money.js';
import { FindDebitNotices } from '../../../mandates/index.js';
import { FindPayfipSettings } from '../../../payments/index.js';
import { Configuration } from '../../../platform/config/configuration.js';
import type { PaymentWays } from '../../rules/invoice-snapshot.js';

/** PayFiP takes no less. */
const LEAST_ONLINE_CENTS = 100;

/** The ways to pay of an invoice, of which `leftCents` are left to pay; undefined where the mairie has no other. */
export type WaysOf = (
  invoice: { readonly id: number; readonly familyId: number },
  leftCents: Cents,
) => PaymentWays | undefined;

/** How the invoices issued today can be paid, besides what the mairie says of its counter. */
@Injectable()
export class FindPaymentWays {
  constructor(
    private readonly payfip: FindPayfipSettings,
    private readonly debits: FindDebitNotices,
    private readonly configuration: Configuration,
  ) {}

  async run(collectivite: CollectiviteRow, familyIds: Iterable<number>, now: Temporal.Instant): Promise<WaysOf> {
    const issuedOn = dateIn(collectivite.timeZone, now);
    const dates = { issuedOn, dueOn: issuedOn.add({ days: collectivite.paymentDays }) };
    const settings = await this.payfip.run(collectivite.id);
    // In test mode no money moves: a code on paper would have families believe that they paid.
    const online = settings !== null && settings.active && settings.mode !== 'T';
    const notices = await this.debits.run(collectivite.id, familyIds, dates);
    return ({ id, familyId }, leftCents) => {
      const notice = notices.get(familyId);
      if (leftCents <= 0) return undefined;
      if (notice) {
        const { on, account } = notice;
        return { directDebit: { on: on.toString(), cents: leftCents, account } };
      }
      return online && leftCents >= LEAST_ONLINE_CENTS
        ? { onlineUrl: `${this.configuration.publicUrl}/factures/${id}` }
        : undefined;
    };
  }
}
