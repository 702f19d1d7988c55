import { Injectable } from '@nestjs/common';
import { FindCollectivite, FindMenuTypes, letterSignature } from '../../../collectivites/index.js';
import { FindChildren, FindRecipients } from '../../../families/index.js';
import { longDate, typeset } from '../../../kernel/french.js';
import type { MailBlock } from '../../../platform/mail/index.js';
import { MailQueue } from '../../../platform/mail/mail-queue.js';
import { FindPrestations, FindSessions } from '../../../prestations/index.js';
import type { LateRequestRow } from '../../data/late-request.entity.js';

type Asked = Pick<
  LateRequestRow,
  'id' | 'familyId' | 'childId' | 'sessionId' | 'operation' | 'toSessionId' | 'menuTypeId'
>;

/** What is said by mail of a late request: that it was passed on, and what the mairie answered. In the current unit. */
@Injectable()
export class MailLateRequest {
  constructor(
    private readonly mails: MailQueue,
    private readonly findCollectivite: FindCollectivite,
    private readonly findRecipients: FindRecipients,
    private readonly findChildren: FindChildren,
    private readonly findSessions: FindSessions,
    private readonly findPrestations: FindPrestations,
    private readonly findMenuTypes: FindMenuTypes,
  ) {}

  /** The acknowledgement of receipt to the family, and a word to the mairie, which has little time left. */
  async asked(collectiviteId: number, request: Asked): Promise<void> {
    const what = await this.words(collectiviteId, request);
    await this.toFamily(collectiviteId, request, {
      subject: `Votre demande hors délai n° ${request.id}`,
      text: `Votre demande ${what.of} est transmise à la mairie. Le délai étant passé, rien n’est fait tant qu’elle n’a pas répondu : vous recevrez sa réponse par courriel.`,
    });
    const collectivite = await this.findCollectivite.run(collectiviteId);
    const { name, email } = collectivite;
    await this.mails.send({
      collectiviteId,
      to: { name, address: email },
      fromName: name,
      content: {
        subject: typeset(`Une demande hors délai attend votre réponse (n° ${request.id})`),
        greeting: 'Bonjour,',
        paragraphs: [
          { kind: 'paragraph', text: typeset(`Une famille demande, après le délai, ${what.one} :`) },
          await this.row(collectiviteId, request),
        ],
        signature: letterSignature(collectivite),
        footer: 'Ce message part d’une adresse qui ne reçoit pas de réponse.',
      },
    });
  }

  async answered(collectiviteId: number, request: Asked, accepted: boolean, answer: string | null): Promise<void> {
    const what = await this.words(collectiviteId, request);
    const said = answer === null ? '' : ` La mairie ajoute : « ${answer} ».`;
    await this.toFamily(collectiviteId, request, {
      subject: `Réponse à votre demande hors délai n° ${request.id}`,
      text: accepted
        ? `La mairie accepte votre demande ${what.of} : c’est fait.${said}`
        : `La mairie ne peut pas accepter votre demande ${what.of}.${said}`,
    });
  }

  private async toFamily(
    collectiviteId: number,
    request: Asked,
    { subject, text }: { readonly subject: string; readonly text: string },
  ): Promise<void> {
    const collectivite = await this.findCollectivite.run(collectiviteId);
    const recipients = await this.findRecipients.ofFamilies(collectiviteId, [request.familyId]);
    const row = await this.row(collectiviteId, request);
    for (const { to, greeting } of recipients.get(request.familyId) ?? [])
      await this.mails.send({
        collectiviteId,
        to,
        fromName: collectivite.name,
        content: {
          subject: typeset(subject),
          greeting,
          paragraphs: [{ kind: 'paragraph', text: typeset(text) }, row],
          signature: letterSignature(collectivite),
          footer: 'Ce message part d’une adresse qui ne reçoit pas de réponse.',
        },
      });
  }

  private async row(collectiviteId: number, { childId, sessionId }: Asked): Promise<MailBlock> {
    const child = (await this.findChildren.run(collectiviteId, [childId])).get(childId)!;
    const [session] = await this.findSessions.byIds(collectiviteId, [sessionId]);
    const { name } = await this.findPrestations.one(collectiviteId, session!.prestationId);
    return {
      kind: 'rows',
      headers: ['Jour', 'Enfant', 'Prestation'],
      rows: [[longDate(session!.date), child.firstName, name]],
    };
  }

  /** « de réservation », « une réservation ». */
  private async words(
    collectiviteId: number,
    { operation, toSessionId, menuTypeId }: Asked,
  ): Promise<{ readonly of: string; readonly one: string }> {
    switch (operation) {
      case 'ADD':
        return { of: 'de réservation', one: 'une réservation' };
      case 'CANCEL':
        return { of: 'd’annulation', one: 'une annulation' };
      case 'MODIFY': {
        const [to] = await this.findSessions.byIds(collectiviteId, [toSessionId!]);
        const against = `contre le ${longDate(to!.date)}`;
        return { of: `d’échange ${against}`, one: `un échange ${against}` };
      }
      case 'DIET': {
        const menus = await this.findMenuTypes.run(collectiviteId);
        const label = menus.find(({ id }) => id === menuTypeId)?.label ?? 'menu habituel';
        return { of: `de changement de menu (${label})`, one: `un changement de menu (${label})` };
      }
    }
  }
}
