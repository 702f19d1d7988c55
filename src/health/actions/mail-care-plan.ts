import { Injectable } from '@nestjs/common';
import { FindCollectivite, letterSignature } from '../../collectivites/index.js';
import { FindChildren, FindRecipients } from '../../families/index.js';
import { longDate, typeset } from '../../kernel/french.js';
import { MailQueue } from '../../platform/mail/mail-queue.js';
import type { CarePlanRow } from '../data/care-plan.entity.js';

/** Tells the foyer that sent a PAI what becomes of it: nothing of what it says. Call inside a unit. */
@Injectable()
export class MailCarePlan {
  constructor(
    private readonly mails: MailQueue,
    private readonly findCollectivite: FindCollectivite,
    private readonly findChildren: FindChildren,
    private readonly findRecipients: FindRecipients,
  ) {}

  accepted(plan: CarePlanRow): Promise<void> {
    const until = longDate(plan.validUntil!);
    return this.send(plan, 'PAI enregistré', (child) => `La mairie tient compte du PAI de ${child} jusqu’au ${until}.`);
  }

  refused(plan: CarePlanRow): Promise<void> {
    return this.send(
      plan,
      'PAI à revoir',
      (child) =>
        `La mairie n’a pas pu retenir les documents envoyés pour ${child}. Appelez-nous, ou envoyez-les de nouveau.`,
    );
  }

  ending(plan: CarePlanRow): Promise<void> {
    const until = longDate(plan.validUntil!);
    return this.send(
      plan,
      'PAI bientôt terminé',
      (child) => `Le PAI de ${child} est valable jusqu’au ${until}. Envoyez le nouveau depuis « Mon foyer ».`,
    );
  }

  private async send(
    { id, collectiviteId, familyId, childId }: CarePlanRow,
    title: string,
    told: (child: string) => string,
  ): Promise<void> {
    const collectivite = await this.findCollectivite.run(collectiviteId);
    const child = (await this.findChildren.run(collectiviteId, [childId])).get(childId)!;
    const recipients = await this.findRecipients.ofFamilies(collectiviteId, [familyId]);
    for (const { to, greeting } of recipients.get(familyId) ?? [])
      await this.mails.send({
        collectiviteId,
        to,
        fromName: collectivite.name,
        content: {
          subject: typeset(`${title} : ${child.firstName}`),
          greeting,
          paragraphs: [{ kind: 'paragraph', text: typeset(told(child.firstName)) }],
          signature: letterSignature(collectivite),
          footer: 'Ce message part d’une adresse qui ne reçoit pas de réponse.',
        },
        reference: `care-plan:${id}`,
      });
  }
}
