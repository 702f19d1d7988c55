import { Injectable } from '@nestjs/common';
import { type CollectiviteRow, letterSignature } from '../../../collectivites/index.js';
import { FindChildren, FindRecipients, type Recipient } from '../../../families/index.js';
import { longDate } from '../../../kernel/french.js';
import { groupedBy } from '../../../kernel/lists.js';
import type { MailBlock } from '../../../platform/mail/index.js';
import { MailQueue } from '../../../platform/mail/mail-queue.js';
import { FindPrestations, FindSessions } from '../../../prestations/index.js';
import type { BasketOwner } from '../../data/basket-store.js';
import { creditedFor } from '../../rules/credited.js';
import { creditedSentence } from '../../rules/settled-words.js';
import { cancelledSentence } from '../../rules/late-words.js';
import type { ReservationRow } from '../../data/reservation.entity.js';

/** Tells families which of their reservations are no longer. Queues the mails in the current unit. */
@Injectable()
export class MailCancellations {
  constructor(
    private readonly mails: MailQueue,
    private readonly findRecipients: FindRecipients,
    private readonly findChildren: FindChildren,
    private readonly findSessions: FindSessions,
    private readonly findPrestations: FindPrestations,
  ) {}

  /** To the parent who cancelled, or to the guardians when the mairie did for them. */
  async confirm(
    collectivite: CollectiviteRow,
    { familyId, accountId }: BasketOwner,
    cancelled: readonly ReservationRow[],
  ): Promise<void> {
    const credited = creditedFor(cancelled);
    const terms = cancelledSentence(cancelled.map(({ lateCancellation }) => lateCancellation));
    const said = credited === 0 ? terms : `${terms} ${creditedSentence(credited)}`;
    const rows = (await this.rows(collectivite.id, cancelled))(cancelled);
    const recipients = await this.findRecipients.ofAct(collectivite.id, familyId, accountId);
    await this.send(collectivite, recipients, 'Annulation de réservation', said, rows);
  }

  /** To every family that had a place in sessions that the mairie called off: one mail each, whatever the children. */
  async calledOff(collectivite: CollectiviteRow, cancelled: readonly ReservationRow[], reason: string): Promise<void> {
    const byFamily = groupedBy(cancelled, ({ familyId }) => familyId);
    const recipients = await this.findRecipients.ofFamilies(collectivite.id, [...byFamily.keys()]);
    const rows = await this.rows(collectivite.id, cancelled);
    const said = `La mairie annule l’accueil des jours ci-dessous (${reason}). Vos réservations sont annulées et rien ne vous sera facturé pour ces jours.`;
    for (const [familyId, own] of byFamily) {
      const credited = creditedFor(own);
      const text = credited === 0 ? said : `${said} ${creditedSentence(credited)}`;
      await this.send(collectivite, recipients.get(familyId) ?? [], 'Accueil annulé par la mairie', text, rows(own));
    }
  }

  private async send(
    collectivite: CollectiviteRow,
    recipients: readonly Recipient[],
    subject: string,
    said: string,
    rows: MailBlock,
  ): Promise<void> {
    for (const { to, greeting } of recipients)
      await this.mails.send({
        collectiviteId: collectivite.id,
        to,
        fromName: collectivite.name,
        content: {
          subject,
          greeting,
          paragraphs: [{ kind: 'paragraph', text: said }, rows],
          signature: letterSignature(collectivite),
          footer: 'Ce message part d’une adresse qui ne reçoit pas de réponse.',
        },
      });
  }

  /** Reads once what the mails about all of these say, and answers how to lay out some of them. */
  private async rows(
    collectiviteId: number,
    cancelled: readonly ReservationRow[],
  ): Promise<(some: readonly ReservationRow[]) => MailBlock> {
    const children = await this.findChildren.run(
      collectiviteId,
      cancelled.map(({ childId }) => childId),
    );
    const sessionIds = new Set(cancelled.map(({ sessionId }) => sessionId));
    const sessions = await this.findSessions.byIds(collectiviteId, [...sessionIds]);
    const prestations = await this.findPrestations.run(collectiviteId, { archived: true });
    const sessionOf = new Map(sessions.map((session) => [session.id, session]));
    const nameOf = new Map(prestations.map(({ id, name }) => [id, name]));
    return (some) => ({
      kind: 'rows',
      headers: ['Jour', 'Enfant', 'Prestation'],
      rows: some
        .map(({ sessionId, childId }) => ({ session: sessionOf.get(sessionId)!, child: children.get(childId)! }))
        .sort((a, b) => a.session.date.toString().localeCompare(b.session.date.toString()))
        .map(({ session, child }) => [longDate(session.date), child.firstName, nameOf.get(session.prestationId) ?? '']),
    });
  }
}
