import { Injectable } from '@nestjs/common';
import { type CollectiviteRow, FindCollectivite, letterSignature } from '../../../collectivites/index.js';
import { FindChildren, FindRecipients } from '../../../families/index.js';
import { longDate, longInstant, typeset } from '../../../kernel/french.js';
import { groupedBy } from '../../../kernel/lists.js';
import type { MailBlock } from '../../../platform/mail/index.js';
import { MailQueue } from '../../../platform/mail/mail-queue.js';
import { FindPrestations, FindSessions } from '../../../prestations/index.js';
import type { WaitingEntryRow } from '../../data/waiting-entry.entity.js';

interface Told {
  readonly subject: string;
  readonly text: string;
  readonly headers: readonly string[];
}

/** Tells families what becomes of their place in line: one mail each, whatever the children. Queues in the current unit. */
@Injectable()
export class MailWaitingList {
  constructor(
    private readonly mails: MailQueue,
    private readonly findRecipients: FindRecipients,
    private readonly findCollectivite: FindCollectivite,
    private readonly findChildren: FindChildren,
    private readonly findSessions: FindSessions,
    private readonly findPrestations: FindPrestations,
  ) {}

  /** A place is kept for the child until the instant told: what to do, and what happens otherwise. */
  async offered(collectiviteId: number, entries: readonly WaitingEntryRow[]): Promise<void> {
    const collectivite = await this.findCollectivite.run(collectiviteId);
    const told = {
      subject: 'Une place s’est libérée pour votre enfant',
      text: 'Vous étiez sur liste d’attente : une place vous est proposée. Acceptez-la dans « Mes réservations » avant l’heure indiquée ; sans réponse, elle sera proposée à la famille suivante. Rien n’est réservé ni facturé tant que vous n’avez pas accepté.',
      headers: ['Jour', 'Enfant', 'Prestation', 'À accepter avant le'],
    };
    await this.send(collectivite, entries, told, ({ expiresAt }) => [longInstant(expiresAt!, collectivite.timeZone)]);
  }

  /** The offer was accepted: the proof of it. */
  async booked(collectiviteId: number, entry: WaitingEntryRow, price: string): Promise<void> {
    const collectivite = await this.findCollectivite.run(collectiviteId);
    const told = {
      subject: 'Votre place est réservée',
      text: 'Vous avez accepté la place qui vous était proposée : elle est réservée.',
      headers: ['Jour', 'Enfant', 'Prestation', 'Prix'],
    };
    await this.send(collectivite, [entry], told, () => [price]);
  }

  /** The mairie called the sessions off: the line is no more. */
  async calledOff(collectivite: CollectiviteRow, entries: readonly WaitingEntryRow[], reason: string): Promise<void> {
    const told = {
      subject: 'Liste d’attente terminée : accueil annulé par la mairie',
      text: `La mairie annule l’accueil des jours ci-dessous (${reason}). Vous n’êtes plus sur liste d’attente pour ces jours.`,
      headers: ['Jour', 'Enfant', 'Prestation'],
    };
    await this.send(collectivite, entries, told, () => []);
  }

  /** Booking closed and no place came: nothing is reserved. */
  async closed(collectivite: CollectiviteRow, entries: readonly WaitingEntryRow[]): Promise<void> {
    const told = {
      subject: 'Liste d’attente terminée : aucune place ne s’est libérée',
      text: 'Vous étiez sur liste d’attente pour les jours ci-dessous. Les réservations sont maintenant closes et aucune place ne s’est libérée : nous en sommes désolés. Rien n’est réservé ni facturé. Si l’accueil de votre enfant est indispensable, contactez la mairie.',
      headers: ['Jour', 'Enfant', 'Prestation'],
    };
    await this.send(collectivite, entries, told, () => []);
  }

  private async send(
    collectivite: CollectiviteRow,
    entries: readonly WaitingEntryRow[],
    { subject, text, headers }: Told,
    more: (entry: WaitingEntryRow) => readonly string[],
  ): Promise<void> {
    const byFamily = groupedBy(entries, ({ familyId }) => familyId);
    const recipients = await this.findRecipients.ofFamilies(collectivite.id, [...byFamily.keys()]);
    for (const [familyId, group] of byFamily) {
      const rows: MailBlock = { kind: 'rows', headers, rows: await this.rows(collectivite.id, group, more) };
      for (const { to, greeting } of recipients.get(familyId) ?? [])
        await this.mails.send({
          collectiviteId: collectivite.id,
          to,
          fromName: collectivite.name,
          content: {
            subject: typeset(subject),
            greeting,
            paragraphs: [{ kind: 'paragraph', text: typeset(text) }, rows],
            signature: letterSignature(collectivite),
            footer: 'Ce message part d’une adresse qui ne reçoit pas de réponse.',
          },
        });
    }
  }

  private async rows(
    collectiviteId: number,
    entries: readonly WaitingEntryRow[],
    more: (entry: WaitingEntryRow) => readonly string[],
  ): Promise<string[][]> {
    const children = await this.findChildren.run(
      collectiviteId,
      entries.map(({ childId }) => childId),
    );
    const sessions = await this.findSessions.byIds(collectiviteId, [
      ...new Set(entries.map(({ sessionId }) => sessionId)),
    ]);
    const prestations = await this.findPrestations.run(collectiviteId, { archived: true });
    const sessionOf = new Map(sessions.map((session) => [session.id, session]));
    const nameOf = new Map(prestations.map(({ id, name }) => [id, name]));
    return entries
      .map((entry) => ({ entry, session: sessionOf.get(entry.sessionId)! }))
      .sort((a, b) => a.session.date.toString().localeCompare(b.session.date.toString()))
      .map(({ entry, session }) => [
        longDate(session.date),
        children.get(entry.childId)!.firstName,
        nameOf.get(session.prestationId) ?? '',
        ...more(entry),
      ]);
  }
}
