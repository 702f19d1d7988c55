import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit.js';
import { Database } from '../../../platform/database/database.js';
import { AskPayfip } from './ask-payfip.js';
import { FindOnlinePayments, type OnlinePayment } from './find-online-payments.js';

/** The régisseur asks PayFiP about an attempt, whatever became of it. */
@Injectable()
export class QueryOnlinePayment {
  constructor(
    private readonly database: Database,
    private readonly findPayments: FindOnlinePayments,
    private readonly ask: AskPayfip,
    private readonly audit: Audit,
  ) {}

  /** Answers the attempt as it is afterwards. Throws NOT_FOUND. */
  async run(collectiviteId: number, id: number, accountId: number): Promise<OnlinePayment> {
    const { attempt } = await this.findPayments.one(collectiviteId, id);
    await this.ask.run(attempt);
    const after = await this.findPayments.one(collectiviteId, id);
    const detail = { before: attempt.state, after: after.attempt.state };
    const record = {
      collectiviteId,
      accountId,
      action: 'online-payment.queried',
      subject: `online-payment:${id}`,
      detail,
    };
    await this.database.unit(() => this.audit.record(record));
    return after;
  }
}
