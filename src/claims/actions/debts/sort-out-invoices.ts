import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { DueUnderPlans } from '../../../instalments/index.js';
import { typeset } from '../../../kernel/french.js';
import { sumCents } from '../../../kernel/money.js';
import { Database } from '../../../platform/database/database.js';
import { FindBeingPaid } from '../../../payments/index.js';
import { ClaimPieceRow } from '../../data/claim-piece.entity.js';
import type { LeftoverReason } from '../../rules/batch.js';
import type { DueInvoice } from '../../rules/take-family.js';

export interface SortedOut {
  readonly free: readonly DueInvoice[];
  readonly left: readonly { readonly reason: LeftoverReason; readonly cents: number; readonly detail: string }[];
}

/**
 * Sets apart what does not go to the Trésorerie: what a family is paying at this moment, or pays in several times as
 * agreed, and what is due again at the régie (a cheque that bounced) of an invoice that the comptable holds already.
 */
@Injectable()
export class SortOutInvoices {
  constructor(
    private readonly database: Database,
    private readonly beingPaid: FindBeingPaid,
    private readonly plans: DueUnderPlans,
  ) {}

  /** In the unit that holds the family's account: nothing of it begins meanwhile. */
  async run(collectiviteId: number, invoices: readonly DueInvoice[]): Promise<SortedOut> {
    const ids = invoices.map(({ invoiceId }) => invoiceId);
    const paying = await this.beingPaid.among(collectiviteId, ids);
    const planned = await this.plans.ofInvoices(collectiviteId, ids);
    const held = await this.held(collectiviteId, ids);
    const isHeld = ({ invoiceId }: DueInvoice) => held.has(invoiceId);
    const isPaying = (invoice: DueInvoice) => paying.has(invoice.invoiceId) && !isHeld(invoice);
    const isPlanned = (invoice: DueInvoice) => planned.has(invoice.invoiceId) && !isPaying(invoice) && !isHeld(invoice);
    return {
      free: invoices.filter((invoice) => !isPaying(invoice) && !isPlanned(invoice) && !isHeld(invoice)),
      left: [
        ...leftFor('BEING_PAID', 'Paiement en ligne ou prélèvement en cours', invoices.filter(isPaying)),
        ...leftFor('AGREED', 'Échéancier accordé par la mairie', invoices.filter(isPlanned)),
        ...leftFor(
          'HELD',
          'La Trésorerie a déjà le reste : elle l’encaisse ou le rend d’abord',
          invoices.filter(isHeld),
        ),
      ],
    };
  }

  private async held(collectiviteId: number, invoiceIds: readonly number[]): Promise<Set<number>> {
    const where = { collectiviteId, heldInvoiceId: In([...invoiceIds]) };
    const pieces = await this.database.repository(ClaimPieceRow).find({ where, select: { heldInvoiceId: true } });
    return new Set(pieces.map(({ heldInvoiceId }) => heldInvoiceId!));
  }
}

function leftFor(reason: LeftoverReason, why: string, invoices: readonly DueInvoice[]): SortedOut['left'] {
  if (invoices.length === 0) return [];
  const cents = sumCents(invoices.flatMap(({ open }) => open.map((part) => part.cents)));
  const numbers = invoices.map(({ number }) => number).join(', ');
  return [{ reason, cents, detail: typeset(`${why} : ${numbers}.`).slice(0, 600) }];
}
