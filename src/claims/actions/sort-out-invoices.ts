import { Injectable } from '@nestjs/common';
import { DueUnderPlans } from '../../instalments/index.js';
import { typeset } from '../../kernel/french.js';
import { sumCents } from '../../kernel/money.js';
import { FindBeingPaid } from '../../payments/index.js';
import type { LeftoverReason } from '../rules/batch.js';
import type { DueInvoice } from '../rules/take-family.js';

export interface SortedOut {
  readonly free: readonly DueInvoice[];
  readonly left: readonly { readonly reason: LeftoverReason; readonly cents: number; readonly detail: string }[];
}

/** Sets apart what a family is paying at this moment, or pays in several times as agreed: neither goes to the Trésorerie. */
@Injectable()
export class SortOutInvoices {
  constructor(
    private readonly beingPaid: FindBeingPaid,
    private readonly plans: DueUnderPlans,
  ) {}

  /** In the unit that holds the family's account: nothing of it begins meanwhile. */
  async run(collectiviteId: number, invoices: readonly DueInvoice[]): Promise<SortedOut> {
    const ids = invoices.map(({ invoiceId }) => invoiceId);
    const paying = await this.beingPaid.among(collectiviteId, ids);
    const planned = await this.plans.ofInvoices(collectiviteId, ids);
    const isPaying = ({ invoiceId }: DueInvoice) => paying.has(invoiceId);
    const isPlanned = (invoice: DueInvoice) => planned.has(invoice.invoiceId) && !isPaying(invoice);
    return {
      free: invoices.filter((invoice) => !isPaying(invoice) && !isPlanned(invoice)),
      left: [
        ...leftFor('BEING_PAID', 'Paiement en ligne ou prélèvement en cours', invoices.filter(isPaying)),
        ...leftFor('AGREED', 'Échéancier accordé par la mairie', invoices.filter(isPlanned)),
      ],
    };
  }
}

function leftFor(reason: LeftoverReason, why: string, invoices: readonly DueInvoice[]): SortedOut['left'] {
  if (invoices.length === 0) return [];
  const cents = sumCents(invoices.flatMap(({ open }) => open.map((part) => part.cents)));
  const numbers = invoices.map(({ number }) => number).join(', ');
  return [{ reason, cents, detail: typeset(`${why} : ${numbers}.`).slice(0, 600) }];
}
