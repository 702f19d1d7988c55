import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import type { MandateRow } from '../data/mandate.entity.js';
import { mandateRevoked } from '../events.js';
import { mandatesProblems } from '../problems.js';
import { FindMandates } from './find-mandates.js';

export interface Revocation {
  readonly collectiviteId: number;
  readonly mandateId: number;
  /** The family, when it is its own act. */
  readonly familyId?: number;
  readonly accountId: number;
}

/** Ends a mandate at once: no later file debits it. */
@Injectable()
export class RevokeMandate {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly findMandates: FindMandates,
  ) {}

  /** Throws NOT_FOUND, MANDATE_ENDED. */
  run({ collectiviteId, mandateId, familyId, accountId }: Revocation): Promise<MandateRow> {
    return this.database.unit(async () => {
      await this.findMandates.one(collectiviteId, mandateId, familyId);
      const ended = await this.database.change(
        `UPDATE mandates SET state = 'REVOKED', living = NULL, suspended_reason = NULL, ended_at = ?, ended_by = ?
         WHERE collectivite_id = ? AND id = ? AND living = 1`,
        [this.clock.now().epochMilliseconds, accountId, collectiviteId, mandateId],
      );
      if (ended === 0) throw mandatesProblems.MANDATE_ENDED('Ce mandat est déjà terminé : il n’y a rien à faire.');
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'mandate.revoked',
        subject: `mandate:${mandateId}`,
        detail: { byFamily: familyId !== undefined },
      });
      await this.outbox.emit(mandateRevoked, { collectiviteId, mandateId }, { collectiviteId, key: String(mandateId) });
      return this.findMandates.one(collectiviteId, mandateId);
    });
  }
}
