import { Injectable } from '@nestjs/common';
import { type CollectiviteRow, FindMenuTypes, FindSites, letterSignature } from '../../../collectivites/index.js';
import { counted, longDate, longInstant, NBSP, typeset } from '../../../kernel/french.js';
import type { MailBlock } from '../../../platform/mail/index.js';
import { MailQueue } from '../../../platform/mail/mail-queue.js';
import { FindPrestations, type SessionRow } from '../../../prestations/index.js';

export interface FrozenCount {
  readonly frozenAt: SessionRow['addClosesAt'];
  /** Children by type of menu. */
  readonly byMenuType: ReadonlyMap<number, number>;
  readonly bySupplement: readonly { readonly label: string; readonly children: number }[];
}

/** Writes to the kitchen of a prestation, or to the collectivité's. Queues the mails in the current unit. */
@Injectable()
export class MailHeadcount {
  constructor(
    private readonly mails: MailQueue,
    private readonly findPrestations: FindPrestations,
    private readonly findSites: FindSites,
    private readonly findMenuTypes: FindMenuTypes,
  ) {}

  /** The order of a session: so many meals of each type. Asked again for the same session, nothing leaves. */
  async order(
    collectivite: CollectiviteRow,
    session: SessionRow,
    { frozenAt, byMenuType, bySupplement }: FrozenCount,
  ): Promise<void> {
    const menus = await this.findMenuTypes.run(collectivite.id);
    const rows = menus.flatMap(({ id, label }) => {
      const children = byMenuType.get(id);
      return children === undefined ? [] : [[label, String(children)]];
    });
    const total = [...byMenuType.values()].reduce((sum, children) => sum + children, 0);
    const zone = collectivite.timeZone;
    const closedAt =
      session.cancelClosesAt.epochMilliseconds > session.addClosesAt.epochMilliseconds
        ? session.cancelClosesAt
        : session.addClosesAt;
    const text = `Réservations et annulations closes le ${longInstant(closedAt, zone)}, effectif arrêté le ${longInstant(frozenAt, zone)}.`;
    await this.send(collectivite, session, `headcount:${session.id}`, counted(total, 'repas', 'repas'), [
      { kind: 'paragraph', text },
      total === 0
        ? { kind: 'paragraph', text: 'Aucun repas n’est commandé pour ce jour.' }
        : { kind: 'rows', headers: ['Menu', 'Repas'], rows: [...rows, ['Total', String(total)]] },
      ...supplementRows(bySupplement),
    ]);
  }

  /** The session is called off after its headcount left. */
  async withdraw(collectivite: CollectiviteRow, session: SessionRow, reason: string): Promise<void> {
    await this.send(collectivite, session, `headcount-withdrawn:${session.id}`, 'commande annulée', [
      {
        kind: 'paragraph',
        text: typeset(`La mairie a annulé l’accueil de ce jour : ${reason}. Ne préparez aucun repas.`),
      },
    ]);
  }

  private async send(
    collectivite: CollectiviteRow,
    session: SessionRow,
    key: string,
    what: string,
    paragraphs: readonly MailBlock[],
  ): Promise<void> {
    const prestation = await this.findPrestations.one(collectivite.id, session.prestationId);
    const address = prestation.kitchenEmail ?? collectivite.kitchenEmail;
    if (!prestation.ordersMeals || address === null) return;
    const sites = await this.findSites.run(collectivite.id);
    const place = sites.find(({ id }) => id === prestation.siteId)?.name ?? '';
    const heading = `${prestation.name}, ${place}, ${longDate(session.date)}`;
    await this.mails.send({
      collectiviteId: collectivite.id,
      to: { address },
      fromName: collectivite.name,
      content: {
        subject: `${heading}${NBSP}: ${what}`,
        greeting: 'Bonjour,',
        paragraphs: [{ kind: 'paragraph', text: `${heading}.` }, ...paragraphs],
        signature: letterSignature(collectivite),
        footer: 'Ce message part d’une adresse qui ne reçoit pas de réponse.',
      },
      key,
    });
  }
}

function supplementRows(counts: FrozenCount['bySupplement']): MailBlock[] {
  if (counts.length === 0) return [];
  const rows = counts.map(({ label, children }) => [label, String(children)]);
  return [{ kind: 'rows', headers: ['Supplément', 'Enfants'], rows }];
}
