import { Injectable } from '@nestjs/common';
import { OnlineAttempts } from '../../data/online-attempts.js';
import { UndecidedDebits } from '../../data/undecided-debits.js';

/** The invoices that are being paid, online or by debit: nobody knows yet whether the money comes. */
@Injectable()
export class FindBeingPaid {
  constructor(
    private readonly attempts: OnlineAttempts,
    private readonly debits: UndecidedDebits,
  ) {}

  /** Those of these invoices. */
  async among(collectiviteId: number, invoiceIds: readonly number[]): Promise<ReadonlySet<number>> {
    const online = await this.attempts.invoicesUnderWay(collectiviteId, invoiceIds);
    return new Set([...online, ...(await this.debits.among(collectiviteId, invoiceIds))]);
  }
}
