import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type CollectiviteRow, FindCollectivite } from '../../../collectivites/index.js';
import { FindRecipients } from '../../../families/index.js';
import { groupedBy } from '../../../kernel/lists.js';
import { FindMandates, FindSepaSettings, type SepaSettings } from '../../../mandates/index.js';
import { Configuration } from '../../../platform/config/configuration.js';
import { Database } from '../../../platform/database/database.js';
import type { MailContent } from '../../../platform/mail/index.js';
import { MailQueue } from '../../../platform/mail/mail-queue.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { DebitRow } from '../../data/debit.entity.js';
import { debitRejected, debitRunCancelled, debitRunMade } from '../../events.js';
import { announcedMail, cancelledMail, type DebitMailFacts, rejectedMail } from './debit-mails.js';

/** Writes to the adults of a family about its debits: what will be taken, what is not after all, what came back. */
@Injectable()
export class TellOfDebits implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly database: Database,
    private readonly mails: MailQueue,
    private readonly configuration: Configuration,
    private readonly findCollectivite: FindCollectivite,
    private readonly findRecipients: FindRecipients,
    private readonly findSettings: FindSepaSettings,
    private readonly findMandates: FindMandates,
  ) {}

  onModuleInit(): void {
    this.outbox.on(debitRunMade, ({ collectiviteId, debitRunId }) =>
      this.ofRun(collectiviteId, debitRunId, announcedMail, 'announced'),
    );
    this.outbox.on(debitRunCancelled, ({ collectiviteId, debitRunId }) =>
      this.ofRun(collectiviteId, debitRunId, cancelledMail, 'cancelled'),
    );
    this.outbox.on(debitRejected, async ({ collectiviteId, debitId }) => {
      const debits = await this.database.repository(DebitRow).findBy({ collectiviteId, id: debitId });
      await this.send(collectiviteId, debits, rejectedMail, `debit:${debitId}:rejected`);
    });
  }

  private async ofRun(
    collectiviteId: number,
    debitRunId: number,
    compose: (facts: DebitMailFacts) => MailContent,
    what: string,
  ): Promise<void> {
    const debits = await this.database.repository(DebitRow).find({
      where: { collectiviteId, debitRunId },
      order: { id: 'ASC' },
    });
    await this.send(collectiviteId, debits, compose, `debit-run:${debitRunId}:${what}`);
  }

  /** One mail for each adult of each family, with all its debits. */
  private async send(
    collectiviteId: number,
    debits: readonly DebitRow[],
    compose: (facts: DebitMailFacts) => MailContent,
    key: string,
  ): Promise<void> {
    const collectivite = await this.findCollectivite.run(collectiviteId);
    const settings = (await this.findSettings.run(collectiviteId))!;
    const byFamily = groupedBy(debits, ({ familyId }) => familyId);
    const recipients = await this.findRecipients.ofFamilies(collectiviteId, [...byFamily.keys()]);
    for (const [familyId, own] of byFamily) {
      const facts = await this.factsOf(own, collectivite, settings);
      for (const [index, { to, greeting }] of (recipients.get(familyId) ?? []).entries())
        await this.mails.send({
          collectiviteId,
          to,
          fromName: collectivite.name,
          content: compose({ ...facts, greeting }),
          key: `${key}:${familyId}:${index}`,
        });
    }
  }

  private async factsOf(
    debits: readonly DebitRow[],
    collectivite: CollectiviteRow,
    { ics, creditorName }: SepaSettings,
  ): Promise<Omit<DebitMailFacts, 'greeting'>> {
    const { collectiviteId, familyId, mandateId } = debits[0]!;
    const { rum, maskedIban, state } = await this.findMandates.one(collectiviteId, mandateId);
    return {
      debits,
      mandate: { rum, account: maskedIban, suspended: state === 'SUSPENDED' },
      creditor: { name: creditorName, ics },
      collectivite,
      link: `${this.configuration.publicUrl}/familles/${familyId}/factures`,
    };
  }
}
