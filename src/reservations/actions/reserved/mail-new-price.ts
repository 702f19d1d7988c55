import { Injectable } from '@nestjs/common';
import { FindCollectivite, letterSignature } from '../../../collectivites/index.js';
import { FindChildren, FindRecipients } from '../../../families/index.js';
import { euros, longDate } from '../../../kernel/french.js';
import type { Cents } from '../../../kernel/money.js';
import { MailQueue } from '../../../platform/mail/mail-queue.js';
import { FindPrestations } from '../../../prestations/index.js';
import type { FamilyAct } from '../allow-override.js';
import type { ReservedDay } from './hold-reserved-day.js';

export interface NewPrice extends ReservedDay {
  /** Labels of those that are taken with the day from now on. */
  readonly supplements: readonly string[];
  readonly cents: Cents;
}

/** The proof that a reserved day costs something else from now on. Queues the mails in the current unit. */
@Injectable()
export class MailNewPrice {
  constructor(
    private readonly mails: MailQueue,
    private readonly findCollectivite: FindCollectivite,
    private readonly findRecipients: FindRecipients,
    private readonly findChildren: FindChildren,
    private readonly findPrestations: FindPrestations,
  ) {}

  async run({ collectiviteId, familyId, accountId }: FamilyAct, changed: NewPrice): Promise<void> {
    const { row, session, supplements, cents } = changed;
    const collectivite = await this.findCollectivite.run(collectiviteId);
    const { firstName } = (await this.findChildren.run(collectiviteId, [row.childId])).get(row.childId)!;
    const { name } = await this.findPrestations.one(collectiviteId, session.prestationId);
    for (const { to, greeting } of await this.findRecipients.ofAct(collectiviteId, familyId, accountId))
      await this.mails.send({
        collectiviteId,
        to,
        fromName: collectivite.name,
        content: {
          subject: 'Réservation modifiée',
          greeting,
          paragraphs: [
            {
              kind: 'paragraph',
              text: `Ce qui accompagne la réservation du ${longDate(session.date)} a changé, et son prix passe de ${euros(row.unitCents)} à ${euros(cents)}.`,
            },
            {
              kind: 'rows',
              headers: ['Jour', 'Enfant', 'Prestation', 'Prix'],
              rows: [[longDate(session.date), firstName, [name, ...supplements].join(', '), euros(cents)]],
            },
          ],
          signature: letterSignature(collectivite),
          footer: 'Ce message part d’une adresse qui ne reçoit pas de réponse.',
        },
      });
  }
}
