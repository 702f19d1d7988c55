import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../../kernel/civil-time.js';
import { type Cents, sumCents } from '../../../kernel/money.js';
import { creditUseEntry, PostEntry } from '../../../ledger/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { CreditUseRow } from '../../data/credit-use.entity.js';
import { creditShares, type OpenShare } from '../../rules/credit-shares.js';

export interface CreditToUse {
  readonly collectiviteId: number;
  readonly familyId: number;
  readonly invoice: { readonly id: number; readonly number: string };
  /** What is open of it, by prestation. */
  readonly open: readonly OpenShare[];
  /** What of the family's credit may be spent on it. */
  readonly creditCents: Cents;
  readonly usedOn: Temporal.PlainDate;
  /** Null: by itself. */
  readonly accountId: number | null;
}

/** A family's credit pays an invoice, as far as it goes; in the caller's unit, which holds the family's account. */
@Injectable()
export class UseCredit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly postEntry: PostEntry,
  ) {}

  /** Answers what was used, zero or more. */
  async run({ collectiviteId, familyId, invoice, open, creditCents, usedOn, accountId }: CreditToUse): Promise<Cents> {
    const shares = creditShares(creditCents, open);
    if (shares.length === 0) return 0;
    const amountCents = sumCents(shares.map(({ cents }) => cents));
    const id = await this.database.insert(CreditUseRow, {
      ...{ collectiviteId, familyId, invoiceId: invoice.id, amountCents, usedOn },
      ...{ createdBy: accountId, createdAt: this.clock.now() },
    });
    await this.postEntry.run({
      collectiviteId,
      source: { kind: 'credit-use', id },
      date: usedOn,
      label: `Crédit employé pour la facture ${invoice.number}`,
      entry: creditUseEntry(
        familyId,
        shares.map((share) => ({ ...share, invoiceId: invoice.id })),
      ),
    });
    return amountCents;
  }
}
