import { Injectable } from '@nestjs/common';
import { ChartOfAccounts, FindEntry, mirrorEntry, PostEntry } from '../../../ledger/index.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { RefundListRow } from '../../data/refund-list.entity.js';
import { RefundReversalRow } from '../../data/refund-reversal.entity.js';
import { RefundRow } from '../../data/refund.entity.js';
import { refundCancelled } from '../../events.js';
import { DayOfRecord } from '../day-of-record.js';

export interface RefundToReverse {
  readonly collectiviteId: number;
  readonly refundId: number;
  /** Why, as typed. */
  readonly note: string;
  readonly reversedBy: number;
}

/** Undoes a refund that did not leave, or that the bank sent back, by a mirror of its entry. */
@Injectable()
export class ReverseRefund {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly dayOfRecord: DayOfRecord,
    private readonly accounts: ChartOfAccounts,
    private readonly entries: FindEntry,
    private readonly ledger: PostEntry,
    private readonly outbox: Outbox,
  ) {}

  /** The family has its credit again. Done once: asked again, nothing is written. Answers its list. Throws NOT_FOUND. */
  run({ collectiviteId, refundId, note, reversedBy }: RefundToReverse): Promise<RefundListRow> {
    return this.database.unit(async () => {
      const refund = await this.database.repository(RefundRow).findOneBy({ collectiviteId, id: refundId });
      if (!refund) throw httpProblems.NOT_FOUND('Ce remboursement n’existe pas, ou vous n’y avez pas accès.');
      await this.accounts.holdFamily(collectiviteId, refund.familyId);
      const list = await this.database.repository(RefundListRow).findOneByOrFail({ id: refund.refundListId });
      if (await this.database.repository(RefundReversalRow).existsBy({ collectiviteId, refundId })) return list;
      const now = this.clock.now();
      const accountedOn = await this.dayOfRecord.run(collectiviteId, list.accountedOn);
      const row = { collectiviteId, refundId, note, accountedOn, reversedBy, reversedAt: now };
      const id = await this.database.insert(RefundReversalRow, row);
      const source = (await this.entries.ofSource(collectiviteId, { kind: 'refund', id: refundId }))!;
      await this.ledger.run({
        collectiviteId,
        source: { kind: 'refund-reversal', id },
        date: accountedOn,
        label: `Annulation d’un remboursement de ${list.paper.number}`,
        entry: mirrorEntry(await this.entries.linesOf(source.id)),
      });
      await this.audit.record({
        collectiviteId,
        accountId: reversedBy,
        action: 'refund.reversed',
        subject: `refund:${refundId}`,
        detail: { familyId: refund.familyId },
      });
      await this.outbox.emit(refundCancelled, { collectiviteId, refundId }, { collectiviteId, key: String(refundId) });
      return list;
    });
  }
}
