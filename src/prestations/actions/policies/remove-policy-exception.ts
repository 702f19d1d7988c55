import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { spanOf } from '../../rules/versions.js';
import { FindPolicyExceptions } from './find-policy-exceptions.js';
import { HoldExceptionScope } from './hold-exception-scope.js';
import { type SessionsToRecompute, WeighException } from './weigh-exception.js';

/** Takes an exception back; the sessions that it ruled keep their instants until they are recomputed. */
@Injectable()
export class RemovePolicyException {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly exceptions: FindPolicyExceptions,
    private readonly holdScope: HoldExceptionScope,
    private readonly weighException: WeighException,
  ) {}

  /** Answers the open sessions that it leaves to recompute. Throws NOT_FOUND. */
  run(collectiviteId: number, exceptionId: number, accountId: number): Promise<SessionsToRecompute[]> {
    return this.database.unit(async () => {
      const exception = await this.exceptions.one(collectiviteId, exceptionId);
      const prestations = await this.holdScope.run(collectiviteId, exception);
      const removed = await this.database.change(
        'UPDATE policy_exceptions SET removed_at = ?, removed_by = ? WHERE collectivite_id = ? AND id = ? AND removed_at IS NULL',
        [this.clock.now().epochMilliseconds, accountId, collectiviteId, exceptionId],
      );
      // Someone else took it back while we waited: it does not exist any more.
      if (removed === 0) await this.exceptions.one(collectiviteId, exceptionId);
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'policy-exception.removed',
        subject: `policy-exception:${exceptionId}`,
      });
      return this.weighException.run(prestations, spanOf(exception));
    });
  }
}
