import { Injectable } from '@nestjs/common';
import { FindCollectivite, letterSignature } from '../../../collectivites/index.js';
import { FindChildren, FindRecipients } from '../../../families/index.js';
import { longDate, typeset } from '../../../kernel/french.js';
import { MailQueue } from '../../../platform/mail/mail-queue.js';
import { FindPrestations, type SessionRow } from '../../../prestations/index.js';
import type { FamilyAct } from '../allow-override.js';

export interface MovedDay {
  readonly childId: number;
  readonly from: SessionRow;
  readonly to: SessionRow;
  /** As a parent reads it. */
  readonly price: string;
  /** Labels of those that are taken on the other day, and of those that its tariff does not have. */
  readonly supplements: { readonly chosen: readonly string[]; readonly unknown: readonly string[] };
}

/** The proof that a day was exchanged for another. Queues the mails in the current unit. */
@Injectable()
export class MailMove {
  constructor(
    private readonly mails: MailQueue,
    private readonly findCollectivite: FindCollectivite,
    private readonly findRecipients: FindRecipients,
    private readonly findChildren: FindChildren,
    private readonly findPrestations: FindPrestations,
  ) {}

  async run({ collectiviteId, familyId, accountId }: FamilyAct, moved: MovedDay): Promise<void> {
    const { childId, from, to, price, supplements } = moved;
    const collectivite = await this.findCollectivite.run(collectiviteId);
    const { firstName } = (await this.findChildren.run(collectiviteId, [childId])).get(childId)!;
    const { name } = await this.findPrestations.one(collectiviteId, to.prestationId);
    for (const { to: address, greeting } of await this.findRecipients.ofAct(collectiviteId, familyId, accountId))
      await this.mails.send({
        collectiviteId,
        to: address,
        fromName: collectivite.name,
        content: {
          subject: 'Réservation déplacée',
          greeting,
          paragraphs: [
            {
              kind: 'paragraph',
              text: `La réservation du ${longDate(from.date)} est annulée, et celle du ${longDate(to.date)} la remplace. Rien ne vous sera facturé pour le premier jour.`,
            },
            {
              kind: 'rows',
              headers: ['Jour', 'Enfant', 'Prestation', 'Prix'],
              rows: [[longDate(to.date), firstName, [name, ...supplements.chosen].join(', '), price]],
            },
            ...supplements.unknown.map((label) => ({
              kind: 'paragraph' as const,
              text: typeset(`Le supplément « ${label} » n’est pas proposé ce jour-là : il n’est plus compté.`),
            })),
          ],
          signature: letterSignature(collectivite),
          footer: 'Ce message part d’une adresse qui ne reçoit pas de réponse.',
        },
      });
  }
}
