import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { chunksOf } from '../../../kernel/lists.js';
import { Database } from '../../../platform/database/database.js';
import { InvoiceRow } from '../../data/invoice.entity.js';
import type { InvoiceSnapshot } from '../../rules/invoice-snapshot.js';

/** What an issued invoice said, for those who carry its debt further. */
export interface InvoicePaper {
  readonly invoiceId: number;
  readonly period: { readonly from: string; readonly to: string };
  readonly children: InvoiceSnapshot['children'];
  /** Null until it is drawn. */
  readonly pdfFileId: number | null;
}

@Injectable()
export class FindInvoicePapers {
  constructor(private readonly database: Database) {}

  /** An id of another collectivité is absent from the answer. */
  run(collectiviteId: number, invoiceIds: readonly number[]): Promise<ReadonlyMap<number, InvoicePaper>> {
    return this.database.read(async () => {
      const papers = new Map<number, InvoicePaper>();
      for (const ids of chunksOf(new Set(invoiceIds))) {
        const where = { collectiviteId, state: 'ISSUED' as const, id: In([...ids]) };
        for (const invoice of await this.database.repository(InvoiceRow).findBy(where)) {
          papers.set(invoice.id, {
            invoiceId: invoice.id,
            period: { from: invoice.periodFrom.toString(), to: invoice.periodTo.toString() },
            children: invoice.snapshot?.children ?? [],
            pdfFileId: invoice.pdfFileId,
          });
        }
      }
      return papers;
    });
  }

  /** The issued invoices of a run. */
  ofRun(collectiviteId: number, billingRunId: number): Promise<number[]> {
    return this.database.read(async () => {
      const where = { collectiviteId, billingRunId, state: 'ISSUED' as const };
      const rows = await this.database.repository(InvoiceRow).find({ where, select: { id: true } });
      return rows.map(({ id }) => id);
    });
  }
}
