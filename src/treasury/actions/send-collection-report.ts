import { Injectable, type OnModuleInit } from '@nestjs/common';
import { counted, euros, typeset } from '../../kernel/french.js';
import { type CollectiviteRow, FindCollectivite, letterSignature } from '../../collectivites/index.js';
import { Database } from '../../platform/database/database.js';
import type { MailContent } from '../../platform/mail/index.js';
import { MailQueue } from '../../platform/mail/mail-queue.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { collectionReportToSend } from '../events.js';
import { periodInFrench } from '../rules/period.js';
import type { ReportContent } from '../rules/report-content.js';
import { FindCollectionReports } from './find-collection-reports.js';
import { StoreCollectionReport } from './store-collection-report.js';

/** Draws a monthly report after its commit, and mails it to the collectivité. */
@Injectable()
export class SendCollectionReport implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly findReports: FindCollectionReports,
    private readonly findCollectivite: FindCollectivite,
    private readonly storeReport: StoreCollectionReport,
    private readonly database: Database,
    private readonly mails: MailQueue,
  ) {}

  onModuleInit(): void {
    this.outbox.deliverOutside(collectionReportToSend, ({ collectiviteId, reportId }) =>
      this.run(collectiviteId, reportId),
    );
  }

  async run(collectiviteId: number, reportId: number): Promise<void> {
    const report = await this.findReports.one(collectiviteId, reportId);
    const file = await this.storeReport.run(report);
    const collectivite = await this.findCollectivite.run(collectiviteId);
    await this.database.unit(() =>
      this.mails.send({
        collectiviteId,
        to: { name: collectivite.name, address: collectivite.email },
        fromName: collectivite.name,
        content: reportMail(report.content, collectivite),
        fileIds: [file.id],
        key: `collection-report:${reportId}`,
      }),
    );
  }
}

function reportMail(content: ReportContent, collectivite: CollectiviteRow): MailContent {
  const period = periodInFrench(content);
  return {
    subject: `État récapitulatif des encaissements ${period}`,
    greeting: 'Bonjour,',
    paragraphs: [
      {
        kind: 'paragraph',
        text: typeset(
          `L’état récapitulatif des encaissements ${period} est joint à ce message : ${counted(content.operations, 'encaissement', 'encaissements')}, ${euros(content.totalCents)} au total. Il reste à le signer et à le remettre à la Trésorerie.`,
        ),
      },
      ...(content.byMeans.length === 0
        ? []
        : [
            {
              kind: 'rows' as const,
              caption: 'Par moyen de paiement',
              headers: ['Moyen', 'Opérations', 'Montant'],
              rows: content.byMeans.map((total) => [total.label, String(total.operations), euros(total.cents)]),
            },
          ]),
    ],
    signature: letterSignature(collectivite),
    footer: typeset('Message automatique du premier de chaque mois : personne ne lit les réponses à cette adresse.'),
  };
}
