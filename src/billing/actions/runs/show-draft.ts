import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { InvoiceRow } from '../../data/invoice.entity.js';
import { type InvoiceChild, invoiceChildren } from '../../rules/invoice-lines.js';
import { ReadCharges } from '../charges/read-charges.js';

export interface ShownDraft {
  readonly invoice: InvoiceRow;
  readonly children: readonly InvoiceChild[];
}

/** The lines of a draft as the family would read them, for the agent who checks a run. */
@Injectable()
export class ShowDraft {
  constructor(
    private readonly database: Database,
    private readonly readCharges: ReadCharges,
  ) {}

  /** One invoice of a run, issued or not. Throws NOT_FOUND. */
  run(collectiviteId: number, runId: number, invoiceId: number): Promise<ShownDraft> {
    return this.database.read(async () => {
      const where = { id: invoiceId, collectiviteId, billingRunId: runId };
      const invoice = await this.database.repository(InvoiceRow).findOneBy(where);
      if (!invoice) throw httpProblems.NOT_FOUND('Cette facture n’existe pas, ou vous n’y avez pas accès.');
      if (invoice.snapshot) return { invoice, children: invoice.snapshot.children };
      const { charges } = await this.readCharges.run(collectiviteId, [invoiceId]);
      return { invoice, children: invoiceChildren(charges.get(invoiceId) ?? []) };
    });
  }
}
