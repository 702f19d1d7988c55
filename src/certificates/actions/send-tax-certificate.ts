import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type CollectiviteRow, FindCollectivite, letterSignature } from '../../collectivites/index.js';
import { FindFamilies, mailAddressesOf } from '../../families/index.js';
import { euros, typeset } from '../../kernel/french.js';
import { ofWithArticle } from '../../kernel/names-in-french.js';
import { Database } from '../../platform/database/database.js';
import type { MailContent } from '../../platform/mail/index.js';
import { MailQueue } from '../../platform/mail/mail-queue.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { taxCertificateToSend } from '../events.js';
import type { TaxCertificate } from '../rules/tax-certificate.js';
import { FindTaxCertificates } from './find-tax-certificates.js';
import { StoreTaxCertificate } from './store-tax-certificate.js';

/** Draws a certificate after its commit, and mails it to the adults of the family. */
@Injectable()
export class SendTaxCertificate implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly findCertificates: FindTaxCertificates,
    private readonly storeCertificate: StoreTaxCertificate,
    private readonly findCollectivite: FindCollectivite,
    private readonly findFamilies: FindFamilies,
    private readonly database: Database,
    private readonly mails: MailQueue,
  ) {}

  onModuleInit(): void {
    this.outbox.deliverOutside(taxCertificateToSend, ({ collectiviteId, certificateId }) =>
      this.run(collectiviteId, certificateId),
    );
  }

  async run(collectiviteId: number, certificateId: number): Promise<void> {
    const certificate = await this.findCertificates.one(collectiviteId, certificateId);
    const file = await this.storeCertificate.run(certificate);
    await this.database.unit(async () => {
      const collectivite = await this.findCollectivite.run(collectiviteId);
      const family = (await this.findFamilies.run(collectiviteId, [certificate.familyId])).get(certificate.familyId)!;
      for (const [rank, to] of mailAddressesOf(family).entries()) {
        await this.mails.send({
          collectiviteId,
          to,
          fromName: collectivite.name,
          content: certificateMail(certificate.content, to.name, collectivite),
          fileIds: [file.id],
          key: `tax-certificate:${certificateId}:${rank}`,
        });
      }
    });
  }
}

function certificateMail(
  { taxYear, children }: TaxCertificate,
  name: string,
  collectivite: CollectiviteRow,
): MailContent {
  return {
    subject: `Votre attestation fiscale ${taxYear}`,
    greeting: `Bonjour ${name},`,
    paragraphs: [
      {
        kind: 'paragraph',
        text: typeset(
          `Votre attestation des frais de garde payés en ${taxYear} est jointe à ce message, pour votre déclaration de revenus. Elle compte la garde des enfants de moins de six ans, sans les repas.`,
        ),
      },
      {
        kind: 'rows',
        caption: `Payé en ${taxYear} pour la garde`,
        rows: children.map((child) => [child.name, euros(child.cents)]),
      },
      {
        kind: 'paragraph',
        text: typeset(
          'Retirez-en les aides reçues pour cette garde (CESU de votre employeur, CAF ou MSA). Si un montant vous semble inexact, dites-le-nous. Vous retrouverez cette attestation dans votre espace famille.',
        ),
      },
    ],
    signature: letterSignature(collectivite),
    footer: typeset(
      `Vous recevez ce message parce que votre foyer utilise les services périscolaires ${ofWithArticle(collectivite.name)}. Merci de ne pas y répondre : personne ne lit cette adresse.`,
    ),
  };
}
