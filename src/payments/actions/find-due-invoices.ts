import { Injectable } from '@nestjs/common';
import { FindSites } from '../../collectivites/index.js';
import type { Temporal } from '../../kernel/civil-time.js';
import { type DebtKind, OpenBalances, type OpenItemBalance } from '../../ledger/index.js';
import { FindPrestations } from '../../prestations/index.js';
import type { OpenAmount, OpenInvoice } from '../rules/allocation.js';
import { toldApart } from '../rules/told-apart.js';

/** An invoice that the family has still to pay, with what the allocation and the receipt need. */
export interface DueInvoice extends OpenInvoice {
  readonly issuedOn: Temporal.PlainDate;
  readonly open: readonly (OpenAmount & { readonly prestation: string })[];
}

@Injectable()
export class FindDueInvoices {
  constructor(
    private readonly balances: OpenBalances,
    private readonly findSites: FindSites,
    private readonly findPrestations: FindPrestations,
  ) {}

  /** The oldest due first; at the régie unless told. */
  async run(collectiviteId: number, familyId: number, debt: DebtKind = 'FAMILY'): Promise<DueInvoice[]> {
    return this.named(collectiviteId, await this.balances.ofFamily(collectiviteId, familyId, debt));
  }

  /** What is due at the régie and waits until nothing more of these invoices is due to the comptable. */
  async waiting(collectiviteId: number, familyId: number): Promise<DueInvoice[]> {
    return this.named(collectiviteId, await this.balances.waitingOf(collectiviteId, familyId));
  }

  private async named(collectiviteId: number, open: readonly OpenItemBalance[]): Promise<DueInvoice[]> {
    if (open.length === 0) return [];
    const rows = await this.findPrestations.run(collectiviteId, { archived: true });
    const sites = new Map((await this.findSites.run(collectiviteId)).map(({ id, name }) => [id, name]));
    const prestations = new Map(rows.map((row) => [row.id, row]));
    const ids = open.flatMap((invoice) => invoice.open.map(({ prestationId }) => prestationId));
    const labels = toldApart(
      ids.map((id) => {
        const { name, siteId } = prestations.get(id)!;
        return { id, name, site: sites.get(siteId)! };
      }),
    );
    return open.map((invoice) => ({
      ...invoice,
      open: invoice.open.map(({ prestationId, cents }) => {
        const { cesuAccepted } = prestations.get(prestationId)!;
        return { prestationId, cents, cesuAccepted, prestation: labels.get(prestationId)! };
      }),
    }));
  }
}
