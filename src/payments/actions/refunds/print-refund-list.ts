import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit.js';
import { Database } from '../../../platform/database/database.js';
import { DrawnOnce } from '../../../platform/files/drawn-once.js';
import type { StoredFile } from '../../../platform/files/stored-file.entity.js';
import { renderPdf } from '../../../platform/pdf/index.js';
import type { RefundListRow } from '../../data/refund-list.entity.js';
import { refundCsv } from '../../rules/refund-csv.js';
import { FindRefunds } from './find-refunds.js';
import { refundListDocument } from './refund-list-document.js';
import { RefundVault } from './refund-vault.js';

/** The list as a paper to sign, and as what the transfers are typed from. */
@Injectable()
export class PrintRefundList {
  constructor(
    private readonly database: Database,
    private readonly drawn: DrawnOnce,
    private readonly audit: Audit,
    private readonly findRefunds: FindRefunds,
    private readonly vault: RefundVault,
  ) {}

  /** Drawn once; its accounts are masked, as files lie in clear. */
  pdf({ id, collectiviteId, pdfFileId, paper }: RefundListRow): Promise<StoredFile> {
    const name = `remboursements-${paper.number}.pdf`;
    return this.drawn.run({ table: 'refund_lists', id, collectiviteId, pdfFileId, name }, () =>
      renderPdf(refundListDocument(paper)),
    );
  }

  /** With whole accounts, kept nowhere: each look leaves its trace. Throws SealBroken. */
  csv(list: RefundListRow, accountId: number): Promise<string> {
    return this.database.unit(async () => {
      const refunds = await this.findRefunds.refundsOf(list);
      const lines = refunds.map(({ refund, reversal }, index) => ({
        ...list.paper.lines[index]!,
        account: this.vault.open('refund', refund),
        cancelled: reversal !== null,
      }));
      await this.audit.record({
        collectiviteId: list.collectiviteId,
        accountId,
        action: 'refunds.accounts-seen',
        subject: `refund-list:${list.id}`,
      });
      return refundCsv(list.paper, lines);
    });
  }
}
