import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../../kernel/civil-time.js';
import { euros } from '../../../kernel/french.js';
import { type Cents, sumCents } from '../../../kernel/money.js';
import {
  CreditBalances,
  CreditHistory,
  type CreditMovement,
  CreditPromises,
  type Entry,
  FindEntry,
  mirrorEntry,
  PostEntry,
} from '../../../ledger/index.js';
import { Database } from '../../../platform/database/database.js';
import { CreditUseReversalRow } from '../../data/credit-use-reversal.entity.js';
import type { PaymentRow } from '../../data/payment.entity.js';
import { paymentsProblems } from '../../problems.js';
import { usesToUndo } from '../../rules/reversal.js';

export interface UndoneUse {
  readonly use: CreditMovement;
  readonly entry: Entry;
}

export interface CreditTaken {
  readonly undone: readonly UndoneUse[];
  /** What baskets that are being paid counted on, and is no more. */
  readonly promiseLoweredCents: Cents;
}

/** Takes back the credit that a payment left, when it does not hold. Inside a unit that holds the family's account. */
@Injectable()
export class TakeCreditBack {
  constructor(
    private readonly database: Database,
    private readonly credits: CreditBalances,
    private readonly history: CreditHistory,
    private readonly promises: CreditPromises,
    private readonly entries: FindEntry,
    private readonly ledger: PostEntry,
  ) {}

  /**
   * What is undone for it: the latest uses, and what is promised to baskets, which keep what is left. Throws
   * CREDIT_GIVEN_BACK when it was refunded, or CREDIT_BEING_USED when an invoice that it has paid is being made.
   */
  async prepare({ collectiviteId, familyId, creditedCents, receipt }: PaymentRow): Promise<CreditTaken> {
    if (creditedCents === 0) return { undone: [], promiseLoweredCents: 0 };
    // What is promised to a basket too: the money did not come in.
    const balance = (await this.credits.heldFor(collectiviteId, [familyId])).get(familyId)!;
    const uses = await this.history.of(collectiviteId, familyId, { kind: 'credit-use' });
    const gone = await this.database.repository(CreditUseReversalRow).findBy({ collectiviteId, familyId });
    const undone = new Set(gone.map(({ entryId }) => entryId));
    const standing = uses.filter(({ entryId }) => !undone.has(entryId));
    const chosen = usesToUndo(
      creditedCents,
      balance,
      standing.map((use) => ({ use, entryId: use.entryId, cents: -use.cents })),
    );
    if (chosen === null) {
      throw paymentsProblems.CREDIT_GIVEN_BACK(
        `La quittance ${receipt.number} avait laissé un avoir de ${euros(creditedCents)}, qui a été remboursé à la famille depuis. Annulez d’abord ce remboursement s’il n’est pas parti, ou demandez à la famille de vous le rendre et enregistrez ce paiement en avoir ; annulez ensuite.`,
      );
    }
    const leftCents = balance + sumCents(chosen.map(({ cents }) => cents)) - creditedCents;
    const promiseLoweredCents = await this.promises.lower(collectiviteId, familyId, leftCents);
    if (promiseLoweredCents === null) {
      throw paymentsProblems.CREDIT_BEING_USED(
        `L’avoir que la quittance ${receipt.number} avait laissé vient de payer des réservations, dont la facture s’établit en ce moment. Recommencez dans une minute : cette facture sera alors de nouveau à payer.`,
        { retryAfter: 60 },
      );
    }
    return {
      undone: await Promise.all(
        chosen.map(async ({ use }) => ({ use, entry: await this.entries.linesOf(use.entryId) })),
      ),
      promiseLoweredCents,
    };
  }

  /** Posts the mirrors of the uses, for the reversal `id`. */
  async post(
    { collectiviteId, familyId }: PaymentRow,
    {
      id,
      accountedOn,
      label,
    }: { readonly id: number; readonly accountedOn: Temporal.PlainDate; readonly label: string },
    undone: readonly UndoneUse[],
  ): Promise<void> {
    for (const { use, entry } of undone) {
      const about = { collectiviteId, familyId, entryId: use.entryId, paymentReversalId: id };
      const reversal = { ...about, amountCents: -use.cents };
      await this.ledger.run({
        collectiviteId,
        source: { kind: 'credit-use-reversal', id: await this.database.insert(CreditUseReversalRow, reversal) },
        date: accountedOn,
        label: `Avoir repris par ${label}`,
        entry: mirrorEntry(entry),
      });
    }
  }
}
