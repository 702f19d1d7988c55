import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { FindFamilies } from '../../../families/index.js';
import { dateIn } from '../../../kernel/civil-time.js';
import { type Cents, sumCents } from '../../../kernel/money.js';
import { ChartOfAccounts, CreditBalances, OpenBalances } from '../../../ledger/index.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { billingProblems } from '../../problems.js';
import { UseCredit } from './use-credit.js';

export interface AppliedCredit {
  readonly usedCents: Cents;
  /** What may still be spent. */
  readonly leftCents: Cents;
  readonly invoices: readonly { readonly invoiceId: number; readonly number: string; readonly cents: Cents }[];
}

/** The régisseur has a family's credit pay what the family owes at the régie, the oldest debt first. */
@Injectable()
export class ApplyCredit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly findCollectivite: FindCollectivite,
    private readonly findFamilies: FindFamilies,
    private readonly accounts: ChartOfAccounts,
    private readonly credits: CreditBalances,
    private readonly openBalances: OpenBalances,
    private readonly useCredit: UseCredit,
  ) {}

  /** Throws NOT_FOUND, NO_CREDIT_TO_USE. */
  run(collectiviteId: number, familyId: number, accountId: number): Promise<AppliedCredit> {
    return this.database.unit(async () => {
      const { timeZone } = await this.findCollectivite.run(collectiviteId);
      const families = await this.findFamilies.run(collectiviteId, [familyId]);
      if (!families.has(familyId)) throw httpProblems.NOT_FOUND('Cette famille n’existe pas dans cette collectivité.');
      await this.accounts.holdFamily(collectiviteId, familyId);
      const usedOn = dateIn(timeZone, this.clock.now());
      let leftCents = (await this.credits.ofFamilies(collectiviteId, [familyId])).get(familyId)!;
      const invoices: { invoiceId: number; number: string; cents: Cents }[] = [];
      for (const { invoiceId, number, open } of await this.openBalances.ofFamily(collectiviteId, familyId)) {
        const invoice = { id: invoiceId, number };
        const asked = { collectiviteId, familyId, invoice, open, creditCents: leftCents, usedOn, accountId };
        const cents = await this.useCredit.run(asked);
        leftCents -= cents;
        if (cents > 0) invoices.push({ invoiceId, number, cents });
      }
      if (invoices.length === 0)
        throw billingProblems.NO_CREDIT_TO_USE(
          'Cette famille n’a pas de crédit disponible, ou ne doit rien à la régie. Rien n’a changé.',
        );
      const usedCents = sumCents(invoices.map(({ cents }) => cents));
      await this.audit.record({
        ...{ collectiviteId, accountId, action: 'credit.used', subject: `family:${familyId}` },
        detail: { cents: usedCents, invoiceIds: invoices.map(({ invoiceId }) => invoiceId) },
      });
      return { usedCents, leftCents, invoices };
    });
  }
}
