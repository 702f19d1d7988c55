import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type CollectiviteRow, FindCollectivite, letterSignature } from '../../../collectivites/index.js';
import { FindFamilies, mailAddressesOf } from '../../../families/index.js';
import { Temporal } from '../../../kernel/civil-time.js';
import { euros, plainDate, typeset } from '../../../kernel/french.js';
import { Database } from '../../../platform/database/database.js';
import type { MailContent } from '../../../platform/mail/index.js';
import { MailQueue } from '../../../platform/mail/mail-queue.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { writeOffToSend } from '../../events.js';
import type { WriteOffPaper } from '../../rules/write-off.js';
import { FindWriteOffs } from './find-write-offs.js';
import { StoreWriteOff } from './store-write-off.js';

/** Draws the paper of a remise gracieuse after its commit, and mails it to the adults of the family. */
@Injectable()
export class SendWriteOff implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly findWriteOffs: FindWriteOffs,
    private readonly findCollectivite: FindCollectivite,
    private readonly findFamilies: FindFamilies,
    private readonly storeWriteOff: StoreWriteOff,
    private readonly database: Database,
    private readonly mails: MailQueue,
  ) {}

  onModuleInit(): void {
    this.outbox.deliverOutside(writeOffToSend, ({ collectiviteId, writeOffId }) =>
      this.run(collectiviteId, writeOffId),
    );
  }

  async run(collectiviteId: number, writeOffId: number): Promise<void> {
    const writeOff = await this.findWriteOffs.one(collectiviteId, writeOffId);
    const file = await this.storeWriteOff.run(writeOff);
    await this.database.unit(async () => {
      const collectivite = await this.findCollectivite.run(collectiviteId);
      const family = (await this.findFamilies.run(collectiviteId, [writeOff.familyId])).get(writeOff.familyId)!;
      for (const [index, to] of mailAddressesOf(family).entries()) {
        await this.mails.send({
          collectiviteId,
          to,
          fromName: collectivite.name,
          content: remissionMail(to.name, writeOff.paper, collectivite),
          fileIds: [file.id],
          key: `write-off:${writeOffId}:${index}`,
        });
      }
    });
  }
}

function remissionMail(name: string, paper: WriteOffPaper, collectivite: CollectiviteRow): MailContent {
  const decidedOn = plainDate(Temporal.PlainDate.from(paper.decidedOn));
  return {
    subject: `Une remise de ${euros(paper.cents)} vous est accordée`,
    greeting: `Bonjour ${name},`,
    paragraphs: [
      {
        kind: 'paragraph',
        text: typeset(
          `${collectivite.name} vous accorde une remise de ${euros(paper.cents)} (${paper.decisionReference}, le ${decidedOn}). Vous n’avez plus à payer cette somme ; le détail est joint à ce message.`,
        ),
      },
      {
        kind: 'rows',
        caption: 'Ce qui vous est remis',
        headers: ['Facture', 'Prestation', 'Montant'],
        rows: paper.parts.map((part) => [part.invoiceNumber, part.prestation, euros(part.cents)]),
      },
      { kind: 'paragraph', text: typeset(rest(paper)) },
    ],
    signature: letterSignature(collectivite),
    footer: typeset(
      'Vous recevez ce message parce qu’une remise a été accordée à votre famille. Message automatique : personne ne lit les réponses à cette adresse.',
    ),
  };
}

function rest({ debt, stillDueCents }: WriteOffPaper): string {
  const where = debt === 'FAMILY' ? 'sur vos factures émises' : 'à la Trésorerie';
  return stillDueCents === 0
    ? `Il ne reste rien à payer ${where} : vous n’avez rien à faire.`
    : `Il reste ${euros(stillDueCents)} à payer ${where}. Si c’est difficile en une fois, appelez-nous : nous chercherons une solution ensemble.`;
}
