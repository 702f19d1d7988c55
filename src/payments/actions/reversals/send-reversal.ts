import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Temporal } from '../../../kernel/civil-time.js';
import { euros, plainDate, typeset } from '../../../kernel/french.js';
import { type CollectiviteRow, FindCollectivite, letterSignature } from '../../../collectivites/index.js';
import { FindFamilies, mailAddressesOf } from '../../../families/index.js';
import { Database } from '../../../platform/database/database.js';
import type { MailContent } from '../../../platform/mail/index.js';
import { MailQueue } from '../../../platform/mail/mail-queue.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { reversalToSend } from '../../events.js';
import { meansLabel } from '../../rules/means.js';
import { creditTakenBack, dueAfterReversal, reversalLabel, type ReversalPaper } from '../../rules/reversal.js';
import { FindReversals } from './find-reversals.js';
import { StoreReversal } from './store-reversal.js';

/** Draws the paper of a reversal after its commit, and mails it to the adults of the family. */
@Injectable()
export class SendReversal implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly findReversals: FindReversals,
    private readonly findCollectivite: FindCollectivite,
    private readonly findFamilies: FindFamilies,
    private readonly storeReversal: StoreReversal,
    private readonly database: Database,
    private readonly mails: MailQueue,
  ) {}

  onModuleInit(): void {
    this.outbox.deliverOutside(reversalToSend, ({ collectiviteId, reversalId }) =>
      this.run(collectiviteId, reversalId),
    );
  }

  async run(collectiviteId: number, reversalId: number): Promise<void> {
    const reversal = await this.findReversals.one(collectiviteId, reversalId);
    const file = await this.storeReversal.run(reversal);
    await this.database.unit(async () => {
      const collectivite = await this.findCollectivite.run(collectiviteId);
      const family = (await this.findFamilies.run(collectiviteId, [reversal.familyId])).get(reversal.familyId)!;
      for (const [index, to] of mailAddressesOf(family).entries()) {
        await this.mails.send({
          collectiviteId,
          to,
          fromName: collectivite.name,
          content: reversalMail(to.name, reversal.paper, collectivite),
          fileIds: [file.id],
          key: `payment-reversal:${reversalId}:${index}`,
        });
      }
    });
  }
}

function reversalMail(name: string, paper: ReversalPaper, collectivite: CollectiviteRow): MailContent {
  const receivedOn = plainDate(Temporal.PlainDate.from(paper.receivedOn));
  const due = [...paper.dueAgain, ...paper.creditUndone];
  const taken = creditTakenBack(paper);
  return {
    subject: `Votre paiement de ${euros(paper.cents)} est annulé`,
    greeting: `Bonjour ${name},`,
    paragraphs: [
      { kind: 'paragraph', text: typeset(whatHappened(paper, receivedOn)) },
      ...(due.length === 0
        ? []
        : [
            {
              kind: 'rows' as const,
              caption: 'De nouveau à payer',
              headers: ['Facture', 'Prestation', 'Montant'],
              rows: due.map((part) => [part.invoiceNumber, part.prestation, euros(part.cents)]),
            },
          ]),
      ...(taken === null ? [] : [{ kind: 'paragraph' as const, text: typeset(taken) }]),
      {
        kind: 'paragraph',
        text: typeset(
          paper.stillDueCents === 0
            ? dueAfterReversal(paper)
            : `${dueAfterReversal(paper)} Vous pouvez payer par un autre moyen ; si c’est difficile en une fois, appelez-nous : nous chercherons une solution ensemble.`,
        ),
      },
    ],
    signature: letterSignature(collectivite),
    footer: typeset(
      'Vous recevez ce message parce qu’un paiement de votre famille a été annulé. Message automatique : personne ne lit les réponses à cette adresse.',
    ),
  };
}

function whatHappened(paper: ReversalPaper, receivedOn: string): string {
  const payment = `Votre paiement de ${euros(paper.cents)} (${meansLabel(paper.means)}) reçu le ${receivedOn}`;
  const why = paper.note ? `${reversalLabel(paper.reason)} (${paper.note})` : reversalLabel(paper.reason);
  const annulled = `La quittance n° ${paper.receiptNumber} ne vaut plus : l’annulation n° ${paper.number} est jointe à ce message.`;
  return paper.reason === 'MISTAKE'
    ? `${payment} avait été mal enregistré par nos soins : nous l’annulons. ${annulled} Veuillez nous en excuser.`
    : `${payment} n’a pas pu être encaissé. Motif : ${why}. ${annulled}`;
}
