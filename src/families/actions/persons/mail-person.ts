import { Injectable } from '@nestjs/common';
import { FindCollectivite, letterSignature } from '../../../collectivites/index.js';
import { FindAccounts } from '../../../identity/index.js';
import { typeset } from '../../../kernel/french.js';
import { MailQueue } from '../../../platform/mail/mail-queue.js';
import type { AuthorisedPersonRow } from '../../data/authorised-person.entity.js';
import { FindChildren } from '../find-children.js';

/** Tells the parent who named somebody what the mairie answers. Call inside the unit of the answer. */
@Injectable()
export class MailPerson {
  constructor(
    private readonly mails: MailQueue,
    private readonly findCollectivite: FindCollectivite,
    private readonly findAccounts: FindAccounts,
    private readonly findChildren: FindChildren,
  ) {}

  async run({
    id,
    collectiviteId,
    childId,
    firstName,
    lastName,
    state,
    proposedBy,
  }: AuthorisedPersonRow): Promise<void> {
    const account = (await this.findAccounts.byIds([proposedBy])).get(proposedBy);
    if (!account) return;
    const collectivite = await this.findCollectivite.run(collectiviteId);
    const child = (await this.findChildren.run(collectiviteId, [childId])).get(childId)!;
    const name = `${account.firstName} ${account.lastName}`;
    const whom = `${firstName} ${lastName}`;
    const accepted = state === 'ACCEPTED';
    await this.mails.send({
      collectiviteId,
      to: { name, address: account.email },
      fromName: collectivite.name,
      content: {
        subject: accepted
          ? 'Une personne est autorisée à venir chercher votre enfant'
          : 'Une personne n’est pas autorisée',
        greeting: `Bonjour ${name},`,
        paragraphs: [
          {
            kind: 'paragraph',
            text: typeset(
              accepted
                ? `${whom} peut désormais venir chercher ${child.firstName}, avec une pièce d’identité.`
                : `La mairie n’autorise pas ${whom} à venir chercher ${child.firstName}. Une question ? Appelez-nous.`,
            ),
          },
        ],
        signature: letterSignature(collectivite),
        footer: 'Ce message part d’une adresse qui ne reçoit pas de réponse.',
      },
      reference: `person:${id}`,
    });
  }
}
