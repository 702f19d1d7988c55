import { Injectable } from '@nestjs/common';
import { type CollectiviteRow, FindCollectivite, letterSignature } from '../../collectivites/index.js';
import { longDate, typeset } from '../../kernel/french.js';
import { Configuration } from '../../platform/config/configuration.js';
import type { MailBlock } from '../../platform/mail/index.js';
import { MailQueue } from '../../platform/mail/mail-queue.js';
import { FindRecipients, type Recipient } from '../../families/index.js';
import type { FamilyAct } from '../../reservations/index.js';
import type { KnownAbsence } from './find-absences.js';
import { ShowAbsences, type ShownAbsence } from './show-absences.js';

interface Letter {
  readonly collectivite: CollectiviteRow;
  readonly familyId: number;
  readonly subject: string;
  readonly paragraphs: readonly MailBlock[];
  readonly key: string;
}

/** Writes about absences, never why a child is absent. Queues the mails in the current unit. */
@Injectable()
export class MailAboutAbsence {
  constructor(
    private readonly findCollectivite: FindCollectivite,
    private readonly findRecipients: FindRecipients,
    private readonly showAbsences: ShowAbsences,
    private readonly mails: MailQueue,
    private readonly configuration: Configuration,
  ) {}

  /** To the parent who declared, or to the guardians when the mairie did for them: each day, and what it will cost. */
  async acknowledge({ collectiviteId, familyId, accountId }: FamilyAct, absenceIds: readonly number[]): Promise<void> {
    const collectivite = await this.findCollectivite.run(collectiviteId);
    const shown = await this.showAbsences.byIds({ collectiviteId, familyId }, absenceIds);
    const recipients = await this.findRecipients.ofAct(collectiviteId, familyId, accountId);
    await this.send(recipients, {
      collectivite,
      familyId,
      subject: 'Votre déclaration d’absence',
      paragraphs: [
        { kind: 'paragraph', text: typeset('Votre déclaration d’absence est enregistrée.') },
        ...shown.map(daysBlock),
      ],
      key: `absence:${absenceIds[0]!}:declared`,
    });
  }

  /** To the guardians of the foyer: its proof is not accepted, why, and that another may be sent. */
  async tellRefusal(absence: KnownAbsence, proofId: number, reason: string): Promise<void> {
    const { collectiviteId, familyId, fromDate, toDate } = absence;
    if (familyId === null) return;
    const collectivite = await this.findCollectivite.run(collectiviteId);
    const recipients = await this.findRecipients.ofFamilies(collectiviteId, [familyId]);
    const days = fromDate.equals(toDate)
      ? `du ${longDate(fromDate)}`
      : `du ${longDate(fromDate)} au ${longDate(toDate)}`;
    await this.send(recipients.get(familyId) ?? [], {
      collectivite,
      familyId,
      subject: 'Votre justificatif d’absence n’est pas accepté',
      paragraphs: [
        {
          kind: 'paragraph',
          text: typeset(`${collectivite.name} n’accepte pas le justificatif envoyé pour l’absence ${days} : ${reason}`),
        },
        { kind: 'paragraph', text: 'Vous pouvez en envoyer un autre depuis votre espace famille.' },
      ],
      key: `absence-proof:${proofId}:refused`,
    });
  }

  private async send(recipients: readonly Recipient[], letter: Letter): Promise<void> {
    const { collectivite, familyId, subject, paragraphs, key } = letter;
    for (const { to, greeting } of recipients)
      await this.mails.send({
        collectiviteId: collectivite.id,
        to,
        fromName: collectivite.name,
        content: {
          subject,
          greeting,
          paragraphs,
          action: {
            label: 'Voir mes absences',
            url: `${this.configuration.publicUrl}/familles/${familyId}/absences`,
          },
          signature: letterSignature(collectivite),
          footer: 'Ce message part d’une adresse qui ne reçoit pas de réponse.',
        },
        key: `${key}:${to.address}`.slice(0, 160),
      });
  }
}

function daysBlock({ childName, days }: ShownAbsence): MailBlock {
  return {
    kind: 'rows',
    caption: childName,
    headers: ['Jour', 'Prestation', 'À payer'],
    rows: days.map(({ date, prestation, sentence }) => [longDate(date), prestation, sentence]),
  };
}
