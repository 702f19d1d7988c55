import { Injectable } from '@nestjs/common';
import { ChartOfAccounts, CreditBalances } from '../../../ledger/index.js';
import { accountFaults, type BankAccount } from '../../../mandates/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { Secrets } from '../../../platform/secrets/secrets.js';
import { maskedIban } from '../../../sepa/index.js';
import { RefundRequestRow } from '../../data/refund-request.entity.js';
import { paymentsProblems } from '../../problems.js';
import { RefundVault } from './refund-vault.js';

export interface RefundRequested {
  readonly collectiviteId: number;
  readonly familyId: number;
  readonly account: BankAccount;
  readonly askedBy: number;
}

/** A family asks for its credit back, and says on which account. */
@Injectable()
export class AskForRefund {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly vault: RefundVault,
    private readonly accounts: ChartOfAccounts,
    private readonly credits: CreditBalances,
  ) {}

  /** A second request takes the place of the first. Throws REFUND_REFUSED, DATA_KEY_MISSING. */
  run({ collectiviteId, familyId, account, askedBy }: RefundRequested): Promise<RefundRequestRow> {
    const errors = accountFaults(account);
    if (errors.length > 0) {
      throw paymentsProblems.REFUND_REFUSED(
        'Nous ne pouvons pas virer d’argent sur ce compte : corrigez ce qui est signalé.',
        { errors },
      );
    }
    return this.database.unit(async () => {
      await this.accounts.holdFamily(collectiviteId, familyId);
      const free = (await this.credits.ofFamilies(collectiviteId, [familyId])).get(familyId)!;
      if (free === 0) {
        throw paymentsProblems.REFUND_REFUSED('Votre famille n’a pas d’avoir à se faire rembourser pour le moment.');
      }
      await this.end(collectiviteId, familyId);
      const reference = this.secrets.uuid();
      const row = {
        collectiviteId,
        familyId,
        reference,
        account: this.vault.seal('request', account, { collectiviteId, reference }),
        maskedIban: maskedIban(account.iban),
        living: 1 as const,
        refundId: null,
        askedBy,
        askedAt: this.clock.now(),
        endedAt: null,
      };
      return { ...row, id: await this.database.insert(RefundRequestRow, row) };
    });
  }

  /** The family keeps its credit after all. Throws NOT_FOUND when no request waits. */
  withdraw(collectiviteId: number, familyId: number): Promise<void> {
    return this.database.unit(async () => {
      await this.accounts.holdFamily(collectiviteId, familyId);
      if ((await this.end(collectiviteId, familyId)) === 0)
        throw httpProblems.NOT_FOUND('Aucune demande de remboursement n’attend.');
    });
  }

  private end(collectiviteId: number, familyId: number): Promise<number> {
    return this.database.change(
      'UPDATE refund_requests SET living = NULL, ended_at = ? WHERE collectivite_id = ? AND family_id = ? AND living = 1',
      [this.clock.now().epochMilliseconds, collectiviteId, familyId],
    );
  }
}
