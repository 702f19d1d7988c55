import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import type { MandateRow } from '../data/mandate.entity.js';
import { mandatesProblems } from '../problems.js';
import { FindMandates } from './find-mandates.js';

/** Holds a mandate back after a reject that the next debit would meet as well, and lets it serve again. */
@Injectable()
export class SuspendMandate {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly findMandates: FindMandates,
  ) {}

  /** In the unit of the reject; `reason` is its ISO code. Nothing where the mandate is not active any more. */
  async run(collectiviteId: number, mandateId: number, reason: string): Promise<void> {
    await this.database.change(
      `UPDATE mandates SET state = 'SUSPENDED', suspended_reason = ?
       WHERE collectivite_id = ? AND id = ? AND state = 'ACTIVE'`,
      [reason, collectiviteId, mandateId],
    );
  }

  /** An agent looked into it. Throws NOT_FOUND, MANDATE_NOT_SUSPENDED. */
  resume(collectiviteId: number, mandateId: number, accountId: number): Promise<MandateRow> {
    return this.database.unit(async () => {
      await this.findMandates.one(collectiviteId, mandateId);
      const resumed = await this.database.change(
        `UPDATE mandates SET state = 'ACTIVE', suspended_reason = NULL
         WHERE collectivite_id = ? AND id = ? AND state = 'SUSPENDED'`,
        [collectiviteId, mandateId],
      );
      if (resumed === 0) throw mandatesProblems.MANDATE_NOT_SUSPENDED('Ce mandat n’est pas suspendu : relisez-le.');
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'mandate.resumed',
        subject: `mandate:${mandateId}`,
      });
      return this.findMandates.one(collectiviteId, mandateId);
    });
  }
}
