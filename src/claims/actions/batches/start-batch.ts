import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { dateIn } from '../../../kernel/civil-time.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { ClaimBatchRow } from '../../data/claim-batch.entity.js';
import { batchAsked } from '../../events.js';
import type { BatchKind, Selection } from '../../rules/batch.js';
import { FindTreasurySettings } from '../settings/find-treasury-settings.js';

/** Opens a bordereau of today; it is composed, numbered and written after the commit, whatever dies on the way. */
@Injectable()
export class StartBatch {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly findCollectivite: FindCollectivite,
    private readonly findSettings: FindTreasurySettings,
  ) {}

  /** Throws TREASURY_SETTINGS_MISSING. */
  run(collectiviteId: number, kind: BatchKind, selection: Selection, accountId: number): Promise<ClaimBatchRow> {
    return this.database.unit(async () => {
      const settings = await this.findSettings.usable(collectiviteId);
      const { timeZone } = await this.findCollectivite.run(collectiviteId);
      const now = this.clock.now();
      const issuedOn = dateIn(timeZone, now);
      const row: Omit<ClaimBatchRow, 'id'> = {
        collectiviteId,
        kind,
        state: 'COMPOSING',
        selection,
        issuedOn,
        exercise: issuedOn.year,
        budgetCode: settings.budgetCode,
        number: null,
        firstPiece: null,
        pieces: 0,
        totalCents: 0,
        fileId: null,
        sealedReference: null,
        notices: null,
        noticeTerms: null,
        schemaChecked: false,
        faults: null,
        acquit: null,
        acquitErrors: null,
        createdBy: accountId,
        createdAt: now,
      };
      const batch = { ...row, id: await this.database.insert(ClaimBatchRow, row) };
      const about = { collectiviteId, key: String(batch.id) };
      await this.outbox.emit(batchAsked, { collectiviteId, batchId: batch.id }, about);
      const subject = `claim-batch:${batch.id}`;
      await this.audit.record({ collectiviteId, accountId, action: 'claim-batch.started', subject, detail: { kind } });
      return batch;
    });
  }
}
