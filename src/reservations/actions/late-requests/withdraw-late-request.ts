import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { reservationsProblems } from '../../problems.js';
import { lateRequestUnknown } from './answer-late-request.js';

/** The family takes its request back before the mairie answers. */
@Injectable()
export class WithdrawLateRequest {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws LATE_REQUEST_UNKNOWN, LATE_REQUEST_ANSWERED. */
  run(
    { collectiviteId, familyId }: { readonly collectiviteId: number; readonly familyId: number },
    requestId: number,
    accountId: number,
  ): Promise<void> {
    return this.database.unit(async () => {
      const known = await this.database.rows(
        'SELECT id FROM late_requests WHERE collectivite_id = ? AND family_id = ? AND id = ?',
        [collectiviteId, familyId, requestId],
      );
      if (known.length === 0) throw lateRequestUnknown();
      const withdrawn = await this.database.change(
        `UPDATE late_requests SET state = 'WITHDRAWN', pending = NULL, decided_by = ?, decided_at = ?
         WHERE collectivite_id = ? AND id = ? AND pending = 1`,
        [accountId, this.clock.now().epochMilliseconds, collectiviteId, requestId],
      );
      if (withdrawn === 0)
        throw reservationsProblems.LATE_REQUEST_ANSWERED('Cette demande a déjà sa réponse, ou est déjà retirée.');
    });
  }
}
