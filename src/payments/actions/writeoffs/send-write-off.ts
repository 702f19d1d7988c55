import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type CollectiviteRow, FindCollectivite, letterSignature } from '../../../collectivites/index.js';
import { FindFamilies, mailAddressesOf } from '../../../families/index.js';
import { Temporal } from '../../../kernel/civil-time.js';
import { euros, plainDate, typeset } from '../../../kernel/french.js';
import { Database } from '../../../platform/database/database.js';
import type { MailBlock, MailContent } from '../../../platform/mail/index.js';
import { MailQueue } from '../../../platform/mail/mail-queue.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import type { WriteOffRow } from '../../data/write-off.entity.js';
import { writeOffCancelled, writeOffToSend } from '../../events.js';
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
    this.outbox.on(writeOffCancelled, ({ collectiviteId, writeOffId }) => this.cancelled(collectiviteId, writeOffId));
  }

  async run(collectiviteId: number, writeOffId: number): Promise<void> {
    const { row } = await this.findWriteOffs.one(collectiviteId, writeOffId);
    const file = await this.storeWriteOff.original(row);
    await this.database.unit(() => this.send(row, remissionMail, `write-off:${writeOffId}`, [file.id]));
  }

  private async cancelled(collectiviteId: number, writeOffId: number): Promise<void> {
    const { row } = await this.findWriteOffs.one(collectiviteId, writeOffId);
    await this.send(row, remissionCancelledMail, `write-off:${writeOffId}:cancelled`);
  }

  private async send(
    { collectiviteId, familyId, paper }: WriteOffRow,
    compose: typeof remissionMail,
    key: string,
    fileIds: readonly number[] = [],
  ): Promise<void> {
    const collectivite = await this.findCollectivite.run(collectiviteId);
    const family = (await this.findFamilies.run(collectiviteId, [familyId])).get(familyId)!;
    for (const [index, to] of mailAddressesOf(family).entries()) {
      const content = compose(to.name, paper, collectivite);
      const letter = { collectiviteId, to, fromName: collectivite.name, content, fileIds };
      await this.mails.send({ ...letter, key: `${key}:${index}` });
    }
  }
}

function remissionCancelledMail(name: string, paper: WriteOffPaper, collectivite: CollectiviteRow): MailContent {
  const where = paper.debt === 'FAMILY' ? 'à la régie' : 'à la Trésorerie';
  return {
    subject: `La remise de ${euros(paper.cents)} est annulée`,
    greeting: `Bonjour ${name},`,
    paragraphs: [
      {
        kind: 'paragraph',
        text: typeset(
          `La remise de ${euros(paper.cents)} que nous vous avions annoncée (${paper.decisionReference}) est annulée. Cette somme est de nouveau à payer ${where}, pour les factures ci-dessous.`,
        ),
      },
      partsOf(paper, 'De nouveau à payer'),
      {
        kind: 'paragraph',
        text: typeset(
          'Nous savons que ce changement peut être difficile : appelez-nous, nous chercherons une solution ensemble, en plusieurs fois si besoin.',
        ),
      },
    ],
    signature: letterSignature(collectivite),
    footer: typeset(
      'Vous recevez ce message parce qu’une remise accordée à votre famille est annulée. Message automatique : personne ne lit les réponses à cette adresse.',
    ),
  };
}

function partsOf({ parts }: WriteOffPaper, caption: string): MailBlock {
  return {
    kind: 'rows',
    caption,
    headers: ['Facture', 'Prestation', 'Montant'],
    rows: parts.map((part) => [part.invoiceNumber, part.prestation, euros(part.cents)]),
  };
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
          `Nous vous accordons une remise de ${euros(paper.cents)} (${paper.decisionReference}, le ${decidedOn}). Vous n’avez plus à payer cette somme ; le détail est joint à ce message.`,
        ),
      },
      partsOf(paper, 'Ce qui vous est remis'),
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
