import { Injectable } from '@nestjs/common';
import { euros, typeset } from '../../../kernel/french.js';
import { type CollectiviteRow, FindCollectivite, letterSignature } from '../../../collectivites/index.js';
import { FindFamilies, mailAddressesOf } from '../../../families/index.js';
import type { MailContent } from '../../../platform/mail/index.js';
import { MailQueue } from '../../../platform/mail/mail-queue.js';
import type { OnlinePaymentRow } from '../../data/online-payment.entity.js';
import type { PaymentRow } from '../../data/payment.entity.js';
import { anomalyWords } from '../../rules/online-words.js';

/** Mails about online payments that did not go as foreseen; the receipt of one that did is mailed with every receipt. */
@Injectable()
export class TellOnlinePayment {
  constructor(
    private readonly findCollectivite: FindCollectivite,
    private readonly findFamilies: FindFamilies,
    private readonly mails: MailQueue,
  ) {}

  /** A person must look at it: the régie is told, and the family is asked not to pay twice. */
  async anomaly(row: OnlinePaymentRow): Promise<void> {
    const collectivite = await this.findCollectivite.run(row.collectiviteId);
    await this.toRegie(row, collectivite, {
      kind: 'anomaly',
      subject: `Paiement en ligne ${row.reference} : à vérifier`,
      text: `Le paiement en ligne ${row.reference} de ${euros(row.amountCents)} est à vérifier. ${anomalyWords(row.anomaly!)} Rien n’est enregistré : comparez avec le relevé de PayFiP, puis interrogez PayFiP à nouveau depuis la liste des paiements en ligne (n° ${row.id}).`,
    });
    await this.toFamily(row, collectivite, {
      kind: 'anomaly',
      subject: `Votre paiement en ligne de ${euros(row.amountCents)} est en cours de vérification`,
      text: `Vous avez demandé à payer ${euros(row.amountCents)} en ligne, et PayFiP ne nous a pas répondu clairement. La régie vérifie. Attendez sa réponse avant de payer à nouveau ; si votre compte a été débité, votre paiement sera pris en compte.`,
    });
  }

  /** Some of it found nothing left to settle at the régie: paid otherwise meanwhile, or handed over to the Trésorerie. */
  async exceeded(row: OnlinePaymentRow, { creditedCents, receipt }: PaymentRow): Promise<void> {
    const collectivite = await this.findCollectivite.run(row.collectiviteId);
    await this.toRegie(row, collectivite, {
      kind: 'exceeded',
      subject: `Paiement en ligne ${row.reference} : ${euros(creditedCents)} en avoir`,
      text: `Le paiement en ligne ${row.reference} de ${euros(row.amountCents)} (quittance ${receipt.number}) est arrivé après que ses factures ont été réglées autrement, ou transmises à la Trésorerie. ${euros(creditedCents)} sont gardés en avoir sur le compte de la famille ${receipt.family.name}.`,
    });
    await this.toFamily(row, collectivite, {
      kind: 'exceeded',
      subject: `Votre paiement en ligne : ${euros(creditedCents)} gardés en avoir`,
      text: `Votre paiement en ligne de ${euros(row.amountCents)} est bien arrivé, mais ce qu’il devait régler l’avait été entre-temps, ou avait été transmis à la Trésorerie. ${euros(creditedCents)} sont gardés en avoir sur votre compte famille. Écrivez à la mairie si vous préférez un remboursement ; si une facture a été transmise à la Trésorerie, elle y reste à payer.`,
    });
  }

  private async toRegie(row: OnlinePaymentRow, collectivite: CollectiviteRow, words: Words): Promise<void> {
    await this.mails.send({
      collectiviteId: row.collectiviteId,
      to: { name: collectivite.name, address: collectivite.email },
      fromName: collectivite.name,
      content: letter('Bonjour,', words, collectivite),
      key: `online-payment:${row.id}:${words.kind}:regie`,
    });
  }

  private async toFamily(row: OnlinePaymentRow, collectivite: CollectiviteRow, words: Words): Promise<void> {
    const family = (await this.findFamilies.run(row.collectiviteId, [row.familyId])).get(row.familyId)!;
    for (const [index, to] of mailAddressesOf(family).entries()) {
      await this.mails.send({
        collectiviteId: row.collectiviteId,
        to,
        fromName: collectivite.name,
        content: letter(`Bonjour ${to.name},`, words, collectivite),
        key: `online-payment:${row.id}:${words.kind}:${index}`,
      });
    }
  }
}

interface Words {
  readonly kind: 'anomaly' | 'exceeded';
  readonly subject: string;
  readonly text: string;
}

function letter(greeting: string, { subject, text }: Words, collectivite: CollectiviteRow): MailContent {
  return {
    subject: typeset(subject),
    greeting,
    paragraphs: [{ kind: 'paragraph', text: typeset(text) }],
    signature: letterSignature(collectivite),
    footer: typeset('Message automatique : personne ne lit les réponses à cette adresse.'),
  };
}
