import { Injectable } from '@nestjs/common';
import { FindCollectivite, letterSignature } from '../../../collectivites/index.js';
import { longDate, typeset } from '../../../kernel/french.js';
import { Configuration } from '../../../platform/config/configuration.js';
import { Database } from '../../../platform/database/database.js';
import { MailQueue } from '../../../platform/mail/mail-queue.js';
import { CustodySwapDayRow } from '../../data/custody-swap-day.entity.js';
import { CustodySwapRow } from '../../data/custody-swap.entity.js';
import { spansOfDays } from '../../rules/custody-swap.js';
import { FindChildren } from '../find-children.js';
import { FindRecipients } from '../find-recipients.js';

/** Tells the foyers of a child about an exchange of days: the child and the dates, nothing of the other foyer. */
@Injectable()
export class MailSwap {
  constructor(
    private readonly database: Database,
    private readonly mails: MailQueue,
    private readonly findCollectivite: FindCollectivite,
    private readonly findChildren: FindChildren,
    private readonly findRecipients: FindRecipients,
    private readonly configuration: Configuration,
  ) {}

  /** To the foyer that is asked. */
  asked(swap: CustodySwapRow): Promise<void> {
    return this.send(
      swap,
      [swap.otherFamilyId],
      'Échange de jours de garde proposé',
      `L’autre foyer vous propose d’échanger des jours. Acceptez ou refusez dans votre espace famille avant le ${longDate(swap.firstDate)} ; sans réponse, rien ne change.`,
    );
  }

  /** To both, that it was not accepted. */
  refused(swap: CustodySwapRow): Promise<void> {
    return this.send(
      swap,
      [swap.askingFamilyId, swap.otherFamilyId],
      'Échange de jours de garde refusé',
      'L’échange ci-dessous n’a pas été accepté : la garde habituelle reste inchangée.',
    );
  }

  /** To both, that it is agreed; `stays` says to each of them what it leaves reserved. */
  async confirmed(
    { collectiviteId, id }: Pick<CustodySwapRow, 'collectiviteId' | 'id'>,
    stays: ReadonlyMap<number, readonly string[]>,
  ): Promise<void> {
    const swap = await this.database.repository(CustodySwapRow).findOneByOrFail({ collectiviteId, id });
    return this.send(
      swap,
      [swap.askingFamilyId, swap.otherFamilyId],
      'Échange de jours de garde confirmé',
      'L’échange ci-dessous est confirmé : ces jours-là, le foyer qui accueille l’enfant réserve et paie.',
      stays,
    );
  }

  private async send(
    swap: CustodySwapRow,
    familyIds: readonly number[],
    subject: string,
    text: string,
    stays: ReadonlyMap<number, readonly string[]> = new Map(),
  ): Promise<void> {
    const { id: swapId, collectiviteId, childId } = swap;
    const collectivite = await this.findCollectivite.run(collectiviteId);
    const child = (await this.findChildren.run(collectiviteId, [childId])).get(childId)!;
    const days = await this.database
      .repository(CustodySwapDayRow)
      .find({ where: { collectiviteId, swapId }, order: { date: 'ASC' } });
    const recipients = await this.findRecipients.ofFamilies(collectiviteId, familyIds);
    for (const familyId of familyIds) {
      const goesTo = (toUs: boolean) =>
        spansOfDays(days.filter(({ toFamilyId }) => (toFamilyId === familyId) === toUs).map(({ date }) => date)).map(
          ({ from, to }) => [
            from.equals(to) ? longDate(from) : `du ${longDate(from)} au ${longDate(to)}`,
            toUs ? 'chez vous' : 'dans l’autre foyer',
          ],
        );
      for (const { to, greeting } of recipients.get(familyId) ?? [])
        await this.mails.send({
          collectiviteId,
          to,
          fromName: collectivite.name,
          content: {
            subject: typeset(`${subject} : ${child.firstName}`),
            greeting,
            paragraphs: [
              { kind: 'paragraph', text: typeset(text) },
              { kind: 'rows', headers: ['Jours', child.firstName], rows: [...goesTo(true), ...goesTo(false)] },
              ...(stays.get(familyId) ?? []).map((told) => ({ kind: 'paragraph' as const, text: told })),
            ],
            action: {
              label: 'Voir l’échange',
              url: `${this.configuration.publicUrl}/familles/${familyId}/foyer/garde`,
            },
            signature: letterSignature(collectivite),
            footer: 'Ce message part d’une adresse qui ne reçoit pas de réponse.',
          },
        });
    }
  }
}
