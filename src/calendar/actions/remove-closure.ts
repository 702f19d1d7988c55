import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { dateIn } from '../../kernel/civil-time.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { closureRemoved } from '../events.js';
import { mayTouchClosure } from '../rules/closure-span.js';
import { type ClosureAuthor, toldOf, tooLate } from './declare-closure.js';
import { FindClosures } from './find-closures.js';

@Injectable()
export class RemoveClosure {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly findCollectivite: FindCollectivite,
    private readonly findClosures: FindClosures,
  ) {}

  /** Throws NOT_FOUND, CLOSURE_IN_THE_PAST. */
  async run(collectiviteId: number, closureId: number, by: ClosureAuthor): Promise<void> {
    const now = this.clock.now();
    await this.database.unit(async () => {
      const { timeZone } = await this.findCollectivite.run(collectiviteId);
      const row = await this.findClosures.one(collectiviteId, closureId);
      if (!mayTouchClosure(row.fromDate, dateIn(timeZone, now), by.isAdministrator)) throw tooLate();
      const removed = await this.database.change('DELETE FROM closures WHERE id = ? AND collectivite_id = ?', [
        closureId,
        collectiviteId,
      ]);
      // Someone else removed it between the two statements: they told it.
      if (removed === 0) return;
      await this.outbox.emit(closureRemoved, toldOf(row), { collectiviteId, key: `closure:${closureId}` });
      await this.audit.record({
        collectiviteId,
        accountId: by.accountId,
        action: 'closure.removed',
        subject: `closure:${closureId}`,
        detail: { siteId: row.siteId, from: String(row.fromDate), to: String(row.toDate) },
      });
    });
  }
}
