import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { FindRecipients } from '../../../families/index.js';
import { Configuration } from '../../../platform/config/configuration.js';
import { Database } from '../../../platform/database/database.js';
import type { MailContent } from '../../../platform/mail/index.js';
import { MailQueue } from '../../../platform/mail/mail-queue.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { RefundListRow } from '../../data/refund-list.entity.js';
import { RefundReversalRow } from '../../data/refund-reversal.entity.js';
import { RefundRow } from '../../data/refund.entity.js';
import { refundCancelled, refundListMade } from '../../events.js';
import type { RefundedLine } from '../../rules/refund.js';
import { refundCancelledMail, refundedMail, type RefundMailFacts } from './refund-mails.js';

/** Writes to the adults of a family that its credit is on its way, or that it came back. */
@Injectable()
export class TellOfRefunds implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly database: Database,
    private readonly mails: MailQueue,
    private readonly configuration: Configuration,
    private readonly findCollectivite: FindCollectivite,
    private readonly findRecipients: FindRecipients,
  ) {}

  onModuleInit(): void {
    this.outbox.on(refundListMade, ({ collectiviteId, refundListId }) => this.made(collectiviteId, refundListId));
    this.outbox.on(refundCancelled, ({ collectiviteId, refundId }) => this.cancelled(collectiviteId, refundId));
  }

  private async made(collectiviteId: number, refundListId: number): Promise<void> {
    const list = await this.listOf(collectiviteId, refundListId);
    for (const line of list.paper.lines)
      await this.send(list, line, refundedMail, `refund-list:${refundListId}:${line.familyId}`);
  }

  private async cancelled(collectiviteId: number, refundId: number): Promise<void> {
    const refund = await this.database.repository(RefundRow).findOneByOrFail({ collectiviteId, id: refundId });
    const { note } = await this.database.repository(RefundReversalRow).findOneByOrFail({ collectiviteId, refundId });
    const list = await this.listOf(collectiviteId, refund.refundListId);
    const line = list.paper.lines.find(({ familyId }) => familyId === refund.familyId)!;
    await this.send(list, line, (facts) => refundCancelledMail({ ...facts, note }), `refund:${refundId}:cancelled`);
  }

  private listOf(collectiviteId: number, id: number): Promise<RefundListRow> {
    return this.database.repository(RefundListRow).findOneByOrFail({ collectiviteId, id });
  }

  private async send(
    { collectiviteId, paper }: RefundListRow,
    line: RefundedLine,
    compose: (facts: RefundMailFacts) => MailContent,
    key: string,
  ): Promise<void> {
    const collectivite = await this.findCollectivite.run(collectiviteId);
    const recipients = await this.findRecipients.ofFamilies(collectiviteId, [line.familyId]);
    const link = `${this.configuration.publicUrl}/familles/${line.familyId}/factures`;
    for (const [index, { to, greeting }] of (recipients.get(line.familyId) ?? []).entries()) {
      const content = compose({ greeting, line, on: paper.accountedOn, collectivite, link });
      await this.mails.send({ collectiviteId, to, fromName: collectivite.name, content, key: `${key}:${index}` });
    }
  }
}
