import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { Temporal } from '../../kernel/civil-time.js';
import { groupedBy } from '../../kernel/lists.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { FileStore } from '../../platform/files/file-store.js';
import { eachInTurn } from '../../platform/tasks/each-in-turn.js';
import { isProofOver } from '../rules/proof-retention.js';
import { FindAbsences, type KnownAbsence } from './find-absences.js';
import { LoadBookedDays } from './load-booked-days.js';

const BATCH = 100;

interface KeptFile {
  readonly id: number;
  readonly collectiviteId: number;
  readonly absenceId: number;
  readonly fileId: number;
}

/** Erases the files of proofs that can serve no more; that there was one, and what it decided, stays. */
@Injectable()
export class EraseProofs {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly audit: Audit,
    private readonly findCollectivite: FindCollectivite,
    private readonly findAbsences: FindAbsences,
    private readonly loadBookedDays: LoadBookedDays,
  ) {}

  /** Of every collectivité, a hundred at a time; answers how many. One that fails does not keep the others. */
  async run(): Promise<number> {
    const now = this.clock.now();
    return (await eachInTurn(this.due(now), (file) => this.database.unit(() => this.erase(file, now)))).length;
  }

  private async *due(now: Temporal.Instant): AsyncGenerator<KeptFile> {
    for (let after = 0; ;) {
      const kept = await this.database.read(() => this.kept(after, now));
      for (const [collectiviteId, ofOne] of groupedBy(kept, (file) => file.collectiviteId))
        yield* await this.database.read(() => this.over(collectiviteId, ofOne, now));
      if (kept.length < BATCH) return;
      after = kept.at(-1)!.id;
    }
  }

  /** Files of absences that ended a month ago or more: the others are not looked at. */
  private async kept(after: number, now: Temporal.Instant): Promise<KeptFile[]> {
    const before = now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ months: 1 });
    const rows = await this.database.rows<Record<'id' | 'collectivite_id' | 'absence_id' | 'file_id', number>>(
      `SELECT p.id, p.collectivite_id, p.absence_id, p.file_id
       FROM absence_proofs p JOIN absences a ON a.id = p.absence_id
       WHERE p.file_id IS NOT NULL AND a.to_date < ? AND p.id > ? ORDER BY p.id LIMIT ${BATCH}`,
      [before.toString(), after],
    );
    return rows.map((row) => ({
      id: Number(row.id),
      collectiviteId: Number(row.collectivite_id),
      absenceId: Number(row.absence_id),
      fileId: Number(row.file_id),
    }));
  }

  private async over(collectiviteId: number, kept: readonly KeptFile[], now: Temporal.Instant): Promise<KeptFile[]> {
    const { timeZone: zone } = await this.findCollectivite.run(collectiviteId);
    const ids = [...new Set(kept.map(({ absenceId }) => absenceId))];
    const absences = await this.findAbsences.byIds(collectiviteId, ids);
    const days = await this.loadBookedDays.run(collectiviteId, absences);
    const isOver = ({ toDate, withdrawnAt }: KnownAbsence, index: number) =>
      isProofOver(
        { toDate, withdrawnAt, billedAt: days[index]!.map(({ session }) => session.billedAt) },
        { now, zone },
      );
    const over = new Set(absences.filter(isOver).map(({ id }) => id));
    return kept.filter(({ absenceId }) => over.has(absenceId));
  }

  private async erase({ id, collectiviteId, absenceId, fileId }: KeptFile, now: Temporal.Instant): Promise<void> {
    const changed = await this.database.change(
      'UPDATE absence_proofs SET file_id = NULL, file_erased_at = ? WHERE collectivite_id = ? AND id = ? AND file_id = ?',
      [now.epochMilliseconds, collectiviteId, id, fileId],
    );
    if (changed === 0) return;
    await this.audit.record({
      collectiviteId,
      accountId: null,
      action: 'absence.proof-erased',
      subject: `absence:${absenceId}`,
      detail: { proofId: id },
    });
    await this.files.forget(collectiviteId, fileId);
  }
}
