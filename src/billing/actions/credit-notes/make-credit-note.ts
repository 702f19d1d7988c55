import { Injectable } from '@nestjs/common';
import { typeset } from '../../../kernel/french.js';
import { ChartOfAccounts } from '../../../ledger/index.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { SessionRevisions } from '../../../prestations/index.js';
import { CreditNoteStore } from '../../data/credit-note-store.js';
import { CreditNoteRow } from '../../data/credit-note.entity.js';
import { InvoiceRow } from '../../data/invoice.entity.js';
import { billingProblems } from '../../problems.js';
import { type AskedLine, creditLines } from '../../rules/credit-lines.js';
import type { CreditReason } from '../../rules/credit-reason.js';
import { FindCreditable } from './find-creditable.js';
import { IssueCreditNote } from './issue-credit-note.js';

export interface CreditNoteToMake {
  readonly collectiviteId: number;
  readonly invoiceId: number;
  readonly lines: readonly AskedLine[] | 'WHOLE';
  readonly reason: CreditReason;
  readonly reasonText: string | null;
  /** Null: the machine, which then says by what, so that the same is heard twice and credited once. */
  readonly accountId: number | null;
  readonly sourceKey?: string;
}

/** Takes back all or a part of an issued invoice, which stays as it is. */
@Injectable()
export class MakeCreditNote {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly accounts: ChartOfAccounts,
    private readonly findCreditable: FindCreditable,
    private readonly revisions: SessionRevisions,
    private readonly store: CreditNoteStore,
    private readonly issue: IssueCreditNote,
  ) {}

  /**
   * Answers the credit note; the one that was made where its source was heard before. Throws NOT_FOUND,
   * CREDIT_EXCEEDS_INVOICE, NOTHING_TO_CREDIT.
   */
  run(asked: CreditNoteToMake): Promise<CreditNoteRow> {
    return this.database.unit(async () => {
      const { collectiviteId, invoiceId, reason, reasonText, accountId } = asked;
      const where = { id: invoiceId, collectiviteId, state: 'ISSUED' as const };
      const invoice = await this.database.repository(InvoiceRow).findOneBy(where);
      if (!invoice) throw httpProblems.NOT_FOUND('Cette facture n’existe pas, ou vous n’y avez pas accès.');
      // Whoever moves this family's money waits here; what is read afterwards stays true.
      await this.accounts.holdFamily(collectiviteId, invoice.familyId);
      const made = await this.madeFrom(asked);
      if (made) return made;

      const charges = await this.findCreditable.ofInvoice(collectiviteId, invoiceId);
      const { lines, errors, totalCents } = creditLines(charges, asked.lines);
      if (errors.length > 0) throw exceeds(errors);
      if (totalCents === 0)
        throw billingProblems.NOTHING_TO_CREDIT('Tout ce que porte cette facture a déjà été crédité.');
      // A run that computed the difference on these days has to look again.
      const taken = new Set(lines.map(({ chargeId }) => chargeId));
      const sessionIds = charges.filter(({ chargeId }) => taken.has(chargeId)).map(({ row }) => row.sessionId);
      await this.revisions.changed(collectiviteId, sessionIds);
      // A run being issued may have taken some of it back since.
      if (!(await this.store.take(lines))) throw exceeds([]);
      const note = await this.store.add({
        collectiviteId,
        invoiceId,
        familyId: invoice.familyId,
        billingRunId: null,
        reason,
        reasonText,
        sourceKey: asked.sourceKey ?? null,
        totalCents,
        createdBy: accountId,
        createdAt: this.clock.now(),
      });
      await this.store.addLines(note, lines);
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'credit-note.issued',
        subject: `credit-note:${note.id}`,
        detail: { invoiceId, reason, cents: totalCents },
      });
      return this.issue.run(note, { invoice, charges, lines });
    });
  }

  private async madeFrom({ collectiviteId, sourceKey }: CreditNoteToMake): Promise<CreditNoteRow | null> {
    if (sourceKey === undefined) return null;
    return this.database.repository(CreditNoteRow).findOneBy({ collectiviteId, sourceKey });
  }
}

function exceeds(errors: ReturnType<typeof creditLines>['errors']) {
  return billingProblems.CREDIT_EXCEEDS_INVOICE(
    typeset('Un avoir ne dépasse pas ce qui reste de chaque ligne. Rien n’a été crédité : relisez la facture.'),
    errors.length > 0 ? { errors } : {},
  );
}
