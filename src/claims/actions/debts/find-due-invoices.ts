import { Injectable } from '@nestjs/common';
import { FindInvoicePapers, type InvoicePaper } from '../../../billing/index.js';
import { FindCollectivite } from '../../../collectivites/index.js';
import { dateIn, isBefore, Temporal } from '../../../kernel/civil-time.js';
import { Imputations, OpenBalances } from '../../../ledger/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { FindPrestations } from '../../../prestations/index.js';
import { DueForTransfer } from '../../../reminders/index.js';
import type { Selection } from '../../rules/batch.js';
import type { BasisLine } from '../../rules/piece-content.js';
import type { DueInvoice } from '../../rules/take-family.js';

/** Unpaid invoices that the régie still collects. */
@Injectable()
export class FindDueInvoices {
  constructor(
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly balances: OpenBalances,
    private readonly imputations: Imputations,
    private readonly findPapers: FindInvoicePapers,
    private readonly findPrestations: FindPrestations,
    private readonly proposals: DueForTransfer,
  ) {}

  /** The ids of those selected, by family, the families in the order of their ids. */
  async selected(collectiviteId: number, selection: Selection): Promise<[familyId: number, invoiceIds: number[]][]> {
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    const today = dateIn(timeZone, this.clock.now());
    const before = selection.dueBefore === undefined ? null : Temporal.PlainDate.from(selection.dueBefore);
    const named = await this.named(collectiviteId, selection);
    const byFamily = new Map<number, number[]>();
    for (const { invoiceId, familyId, dueOn } of await this.balances.at(collectiviteId, today)) {
      if (named && !named.has(invoiceId)) continue;
      if (before && !isBefore(dueOn, before)) continue;
      byFamily.set(familyId, [...(byFamily.get(familyId) ?? []), invoiceId]);
    }
    return [...byFamily].sort(([a], [b]) => a - b);
  }

  /**
   * What remains due of these invoices of a family at the régie, what waits included, with what their pieces will say; those
   * settled since are absent.
   */
  async ofFamily(collectiviteId: number, familyId: number, invoiceIds: readonly number[]): Promise<DueInvoice[]> {
    const wanted = new Set(invoiceIds);
    const open = [
      ...(await this.balances.ofFamily(collectiviteId, familyId)),
      ...(await this.balances.waitingOf(collectiviteId, familyId)),
    ].filter(({ invoiceId }) => wanted.has(invoiceId));
    const ids = open.map(({ invoiceId }) => invoiceId);
    const imputations = await this.imputations.ofInvoices(collectiviteId, ids);
    const papers = await this.findPapers.run(collectiviteId, ids);
    const prestations = await this.findPrestations.run(collectiviteId, { archived: true });
    const names = new Map(prestations.map(({ id, name }) => [id, name]));
    return open.map(({ invoiceId, number, open: parts }) => {
      const paper = papers.get(invoiceId)!;
      return {
        invoiceId,
        number,
        period: paper.period,
        basis: basisOf(paper),
        open: parts.map(({ prestationId, cents }) => {
          const { nature, function: fonction } = imputations.get(invoiceId)!.get(prestationId)!;
          return { prestationId, prestation: names.get(prestationId)!, cents, nature, function: fonction };
        }),
      };
    });
  }

  private async named(collectiviteId: number, { invoiceIds, runId, reminded }: Selection): Promise<Set<number> | null> {
    if (invoiceIds) return new Set(invoiceIds);
    if (reminded) return new Set((await this.proposals.run(collectiviteId)).map(({ invoiceId }) => invoiceId));
    return runId === undefined ? null : new Set(await this.findPapers.ofRun(collectiviteId, runId));
  }
}

/** Days that cost the same are one line: « Cantine – Léa », twelve times 3,80 €. */
function basisOf({ children }: InvoicePaper): BasisLine[] {
  return children.flatMap(({ name, groups }) =>
    groups
      .filter(({ cents }) => cents > 0)
      .map(({ prestation, dates, cents, unitCents }) => {
        const days = [...dates].sort();
        const exact = unitCents > 0 && unitCents * dates.length === cents;
        return {
          label: `${prestation} – ${name}`,
          from: days[0]!,
          to: days.at(-1)!,
          cents,
          ...(exact ? { quantity: dates.length, unitCents } : {}),
        };
      }),
  );
}
