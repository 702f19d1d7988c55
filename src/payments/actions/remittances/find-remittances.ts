import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Database } from '../../../platform/database/database.js';
import { DrawnOnce } from '../../../platform/files/drawn-once.js';
import type { StoredFile } from '../../../platform/files/stored-file.entity.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { renderPdf } from '../../../platform/pdf/index.js';
import { RemittanceRow } from '../../data/remittance.entity.js';
import { remittanceDocument } from './remittance-document.js';

@Injectable()
export class FindRemittances {
  constructor(
    private readonly database: Database,
    private readonly drawn: DrawnOnce,
  ) {}

  /** The latest first; one row more than the limit. */
  list(collectiviteId: number, limit: number, after?: number): Promise<RemittanceRow[]> {
    return this.database.read(() =>
      this.database.repository(RemittanceRow).find({
        where: { collectiviteId, ...(after ? { id: LessThan(after) } : {}) },
        order: { id: 'DESC' },
        take: limit + 1,
      }),
    );
  }

  /** Throws NOT_FOUND. */
  async one(collectiviteId: number, remittanceId: number): Promise<RemittanceRow> {
    const row = await this.database.read(() =>
      this.database.repository(RemittanceRow).findOneBy({ collectiviteId, id: remittanceId }),
    );
    if (!row) throw httpProblems.NOT_FOUND('Ce bordereau n’existe pas, ou vous n’y avez pas accès.');
    return row;
  }

  pdf({ id, collectiviteId, pdfFileId, paper }: RemittanceRow): Promise<StoredFile> {
    const name = `bordereau-${paper.number}.pdf`;
    return this.drawn.run({ table: 'remittances', id, collectiviteId, pdfFileId, name }, () =>
      renderPdf(remittanceDocument(paper)),
    );
  }
}
