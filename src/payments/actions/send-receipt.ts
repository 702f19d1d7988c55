import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Temporal } from '../../kernel/civil-time.js';
import { euros, plainDate, typeset } from '../../kernel/french.js';
import { type CollectiviteRow, FindCollectivite, letterSignature } from '../../collectivites/index.js';
import { FindFamilies, mailAddressesOf } from '../../families/index.js';
import { Database } from '../../platform/database/database.js';
import type { MailContent } from '../../platform/mail/index.js';
import { MailQueue } from '../../platform/mail/mail-queue.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { receiptToSend } from '../events.js';
import { meansLabel } from '../rules/means.js';
import type { Receipt } from '../rules/receipt.js';
import { FindPayments } from './find-payments.js';
import { StoreReceipt } from './store-receipt.js';

/** Draws the receipt of a payment after its commit, and mails it to the adults of the family. */
@Injectable()
export class SendReceipt implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly findPayments: FindPayments,
    private readonly findCollectivite: FindCollectivite,
    private readonly findFamilies: FindFamilies,
    private readonly storeReceipt: StoreReceipt,
    private readonly database: Database,
    private readonly mails: MailQueue,
  ) {}

  onModuleInit(): void {
    this.outbox.deliverOutside(receiptToSend, ({ collectiviteId, paymentId }) => this.run(collectiviteId, paymentId));
  }

  async run(collectiviteId: number, paymentId: number): Promise<void> {
    const payment = await this.findPayments.one(collectiviteId, paymentId);
    const { id: fileId } = await this.storeReceipt.run(payment);
    await this.database.unit(async () => {
      const collectivite = await this.findCollectivite.run(collectiviteId);
      const family = (await this.findFamilies.run(collectiviteId, [payment.familyId])).get(payment.familyId)!;
      for (const [index, to] of mailAddressesOf(family).entries()) {
        await this.mails.send({
          collectiviteId,
          to,
          fromName: collectivite.name,
          content: receiptMail(to.name, payment.receipt, collectivite),
          fileIds: [fileId],
          key: `receipt:${paymentId}:${index}`,
        });
      }
    });
  }
}

function receiptMail(name: string, receipt: Receipt, collectivite: CollectiviteRow): MailContent {
  const { cents, means, settled, heldCents, stillDueCents } = receipt;
  const receivedOn = plainDate(Temporal.PlainDate.from(receipt.receivedOn));
  return {
    subject: `Votre paiement de ${euros(cents)} est enregistré`,
    greeting: `Bonjour ${name},`,
    paragraphs: [
      {
        kind: 'paragraph',
        text: `Nous avons bien reçu votre paiement de ${euros(cents)} (${meansLabel(means)}) le ${receivedOn}. Votre quittance n° ${receipt.number} est jointe à ce message.`,
      },
      ...(settled.length === 0
        ? []
        : [
            {
              kind: 'rows' as const,
              caption: 'Ce que ce paiement règle',
              headers: ['Facture', 'Prestation', 'Montant'],
              rows: settled.map((part) => [part.invoiceNumber, part.prestation, euros(part.cents)]),
            },
          ]),
      ...(heldCents
        ? [
            {
              kind: 'paragraph' as const,
              text: `${euros(heldCents)} sont gardés en avoir sur votre compte famille.`,
            },
          ]
        : []),
      {
        kind: 'paragraph',
        text: typeset(
          stillDueCents === 0
            ? 'Toutes vos factures émises sont réglées. Merci !'
            : `Il reste ${euros(stillDueCents)} à régler sur vos factures émises.`,
        ),
      },
    ],
    signature: letterSignature(collectivite),
    footer: typeset(
      'Vous recevez ce message parce qu’un paiement de votre famille a été enregistré. Message automatique : personne ne lit les réponses à cette adresse.',
    ),
  };
}
