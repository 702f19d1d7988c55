import { Injectable } from '@nestjs/common';
import { type CollectiviteRow, FindCollectivite } from '../../collectivites/index.js';
import { FindAccounts } from '../../identity/index.js';
import { Configuration } from '../../platform/config/configuration.js';
import type { MailContent } from '../../platform/mail/index.js';
import { MailQueue } from '../../platform/mail/mail-queue.js';
import type { DemandeRow } from '../data/demande.entity.js';
import { acknowledgementMail, answerMail, type DemandeMailFacts } from './demande-mails.js';

/** Writes to the adult who opened a demande. Call inside the unit of what the mail tells. */
@Injectable()
export class MailAboutDemande {
  constructor(
    private readonly findCollectivite: FindCollectivite,
    private readonly findAccounts: FindAccounts,
    private readonly mails: MailQueue,
    private readonly configuration: Configuration,
  ) {}

  acknowledge(demande: DemandeRow): Promise<void> {
    return this.send(demande, acknowledgementMail, 'received');
  }

  tellAnswer(demande: DemandeRow, messageId: number): Promise<void> {
    return this.send(demande, answerMail, `answer:${messageId}`);
  }

  private async send(demande: DemandeRow, compose: (facts: DemandeMailFacts) => MailContent, key: string) {
    const collectivite = await this.findCollectivite.run(demande.collectiviteId);
    const account = (await this.findAccounts.byIds([demande.accountId])).get(demande.accountId);
    if (!account) return;
    const recipient = `${account.firstName} ${account.lastName}`;
    await this.mails.send({
      collectiviteId: demande.collectiviteId,
      to: { name: recipient, address: account.email },
      fromName: collectivite.name,
      content: compose({
        reference: demande.reference,
        category: demande.category,
        receivedAt: demande.createdAt,
        recipient,
        collectivite: { ...collectivite, addressLines: addressLinesOf(collectivite) },
        link: `${this.configuration.publicUrl}/familles/${demande.familyId}/demandes/${demande.id}`,
      }),
      key: `demande:${demande.id}:${key}`,
    });
  }
}

function addressLinesOf({ addressLine1, addressLine2, postalCode, city }: CollectiviteRow): string[] {
  return [addressLine1, addressLine2, `${postalCode} ${city}`].filter((line): line is string => line !== null);
}
