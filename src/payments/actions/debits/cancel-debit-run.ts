import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { dateIn } from '../../../kernel/civil-time.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import type { DebitRunRow } from '../../data/debit-run.entity.js';
import { debitRunCancelled } from '../../events.js';
import { paymentsProblems } from '../../problems.js';
import { FindDebitRuns } from './find-debit-runs.js';

/** A file that is not sent after all: its invoices are free again, and the families are told. */
@Injectable()
export class CancelDebitRun {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly findCollectivite: FindCollectivite,
    private readonly findRuns: FindDebitRuns,
    private readonly outbox: Outbox,
  ) {}

  /** Throws NOT_FOUND, DEBIT_RUN_OVER. */
  run(collectiviteId: number, debitRunId: number, accountId: number): Promise<DebitRunRow> {
    const now = this.clock.now();
    return this.database.unit(async () => {
      await this.findRuns.one(collectiviteId, debitRunId);
      const { timeZone } = await this.findCollectivite.run(collectiviteId);
      const cancelled = await this.database.change(
        `UPDATE debit_runs SET state = 'CANCELLED', ended_at = ?
         WHERE collectivite_id = ? AND id = ? AND state = 'SENT' AND collected_on > ?`,
        [now.epochMilliseconds, collectiviteId, debitRunId, dateIn(timeZone, now).toString()],
      );
      if (cancelled === 0)
        throw paymentsProblems.DEBIT_RUN_OVER(
          'Ce fichier est déjà annulé, ou le jour du prélèvement est arrivé : enregistrez plutôt les rejets.',
        );
      await this.database.change(
        `UPDATE debits SET state = 'CANCELLED', undecided = NULL
         WHERE collectivite_id = ? AND debit_run_id = ? AND state = 'SENT'`,
        [collectiviteId, debitRunId],
      );
      const about = { collectiviteId, debitRunId };
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'debit-run.cancelled',
        subject: `debit-run:${debitRunId}`,
      });
      await this.outbox.emit(debitRunCancelled, about, { collectiviteId, key: String(debitRunId) });
      return this.findRuns.one(collectiviteId, debitRunId);
    });
  }
}
