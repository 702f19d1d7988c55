import { Injectable } from '@nestjs/common';
import { type CollectiviteRow, FindCollectivite, letterSignature } from '../../../collectivites/index.js';
import { FindChildren, FindRecipients } from '../../../families/index.js';
import { euros, longDate, typeset } from '../../../kernel/french.js';
import type { Cents } from '../../../kernel/money.js';
import { Configuration } from '../../../platform/config/configuration.js';
import type { MailBlock } from '../../../platform/mail/index.js';
import { MailQueue } from '../../../platform/mail/mail-queue.js';
import { FindPrestations, FindSessions } from '../../../prestations/index.js';
import type { BasketValidationRow } from '../../data/basket-validation.entity.js';
import { promiseOf } from '../../data/new-reservation.js';
import type { PlaceHoldRow } from '../../data/place-hold.entity.js';
import { settledSentences } from '../../rules/settled-words.js';
import { toldWords } from '../../rules/late-booking.js';

export interface SettledDays {
  readonly reserved: readonly PlaceHoldRow[];
  /** Days that could not be reserved, whatever why; those that the family gave up itself aside. */
  readonly missed: readonly PlaceHoldRow[];
  /** What of the payment reserved nothing and stays a credit of the family. */
  readonly creditedCents: Cents;
  readonly billedLater: boolean;
}

interface Letter {
  readonly subject: string;
  readonly sentences: readonly string[];
  readonly blocks: readonly MailBlock[];
  /** Whether the family has something to begin again. */
  readonly again: boolean;
}

/** Tells a family what became of the places that were held for it. Queues the mails in the current unit. */
@Injectable()
export class MailHolds {
  constructor(
    private readonly mails: MailQueue,
    private readonly configuration: Configuration,
    private readonly findCollectivite: FindCollectivite,
    private readonly findRecipients: FindRecipients,
    private readonly findChildren: FindChildren,
    private readonly findSessions: FindSessions,
    private readonly findPrestations: FindPrestations,
  ) {}

  /** The money came: the proof of what is reserved, and what is not. */
  async settled(validation: BasketValidationRow, days: SettledDays): Promise<void> {
    const { reserved, missed } = days;
    if (reserved.length === 0 && missed.length === 0 && days.creditedCents === 0) return;
    await this.send(validation, {
      subject:
        reserved.length === 0
          ? typeset(`Votre paiement n° ${validation.id} : rien n’a pu être réservé`)
          : typeset(`Vos réservations n° ${validation.id} sont confirmées`),
      sentences: settledSentences({ ...days, reserved: reserved.length, missed: missed.length }),
      blocks: [
        ...(await this.rows(validation.collectiviteId, 'Réservé', reserved)),
        ...(await this.rows(validation.collectiviteId, 'Non réservé', missed)),
      ],
      again: missed.length > 0,
    });
  }

  /** Nothing came in time: what was not reserved, and how to begin again. */
  async notPaid(validation: BasketValidationRow, holds: readonly PlaceHoldRow[]): Promise<void> {
    const failed = holds.some(({ releasedFor }) => releasedFor === 'NOT_PAID');
    await this.send(validation, {
      subject: typeset(`Vos réservations n° ${validation.id} : ces jours ne sont pas réservés`),
      sentences: [
        failed
          ? 'Votre paiement n’a pas abouti. Les places qui vous étaient gardées pour les jours ci-dessous ont été rendues : rien n’est réservé, et rien ne vous est débité.'
          : 'Les jours ci-dessous n’ont pas été payés à temps. Les places qui vous étaient gardées ont été rendues : rien n’est réservé, et rien ne vous est débité.',
        'Rien n’est perdu : ces jours sont encore dans votre panier. Validez-le de nouveau, puis payez, tant qu’il reste des places.',
      ],
      blocks: await this.rows(validation.collectiviteId, 'Non réservé', holds),
      again: true,
    });
  }

  /** The mairie called sessions off while their places waited to be paid. */
  async calledOff(validation: BasketValidationRow, holds: readonly PlaceHoldRow[], reason: string): Promise<void> {
    await this.send(validation, {
      subject: 'Accueil annulé par la mairie',
      sentences: [
        `La mairie annule l’accueil des jours ci-dessous (${reason}). Vous n’avez plus à les payer ; si vous venez de le faire, la somme vous est créditée.`,
      ],
      blocks: await this.rows(validation.collectiviteId, 'Accueil annulé', holds),
      again: false,
    });
  }

  private async send(
    { collectiviteId, familyId, accountId }: BasketValidationRow,
    { subject, sentences, blocks, again }: Letter,
  ): Promise<void> {
    const collectivite: CollectiviteRow = await this.findCollectivite.run(collectiviteId);
    for (const { to, greeting } of await this.findRecipients.ofAct(collectiviteId, familyId, accountId))
      await this.mails.send({
        collectiviteId,
        to,
        fromName: collectivite.name,
        content: {
          subject,
          greeting,
          paragraphs: [...sentences.map((text) => ({ kind: 'paragraph' as const, text: typeset(text) })), ...blocks],
          ...(again
            ? {
                action: {
                  label: 'Voir mon panier',
                  url: `${this.configuration.publicUrl}/familles/${familyId}/panier`,
                },
              }
            : {}),
          signature: letterSignature(collectivite),
          footer: 'Ce message part d’une adresse qui ne reçoit pas de réponse.',
        },
      });
  }

  private async rows(collectiviteId: number, caption: string, holds: readonly PlaceHoldRow[]): Promise<MailBlock[]> {
    if (holds.length === 0) return [];
    const childIds = holds.map(({ childId }) => childId);
    const children = await this.findChildren.run(collectiviteId, childIds);
    const sessions = await this.findSessions.byIds(collectiviteId, [...new Set(holds.map((hold) => hold.sessionId))]);
    const prestations = await this.findPrestations.run(collectiviteId, { archived: true });
    const sessionOf = new Map(sessions.map((session) => [session.id, session]));
    const nameOf = new Map(prestations.map(({ id, name }) => [id, name]));
    const rows = holds
      .map((hold) => ({ hold, session: sessionOf.get(hold.sessionId)! }))
      .sort((a, b) => a.session.date.toString().localeCompare(b.session.date.toString()))
      .map(({ hold, session }) => [
        longDate(session.date),
        children.get(hold.childId)!.firstName,
        nameOf.get(session.prestationId) ?? '',
        holdPrice(hold),
      ]);
    const total = euros(holds.reduce((sum, { unitCents }) => sum + unitCents, 0));
    return [
      {
        kind: 'rows',
        caption: `${caption} (${holds.length}\u00a0×, ${total})`,
        headers: ['Jour', 'Enfant', 'Prestation', 'Prix'],
        rows,
      },
    ];
  }
}

function holdPrice(hold: PlaceHoldRow): string {
  return toldWords(promiseOf(hold), hold.lateBooking);
}
