import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { Database } from '../../../platform/database/database.js';
import { DrawnOnce } from '../../../platform/files/drawn-once.js';
import type { StoredFile } from '../../../platform/files/stored-file.entity.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { renderPdf } from '../../../platform/pdf/index.js';
import type { RemittanceFate } from '../../data/hold-remittances.js';
import { RemittanceAcceptanceRow } from '../../data/remittance-acceptance.entity.js';
import { RemittanceReversalRow } from '../../data/remittance-reversal.entity.js';
import { RemittanceRow } from '../../data/remittance.entity.js';
import type { AnnulledPrint } from '../paper-blocks.js';
import { remittanceDocument } from './remittance-document.js';

export interface FoundRemittance extends RemittanceFate {
  readonly id: number;
  readonly row: RemittanceRow;
}

@Injectable()
export class FindRemittances {
  constructor(
    private readonly database: Database,
    private readonly drawn: DrawnOnce,
  ) {}

  /** The latest first; one row more than the limit. */
  list(collectiviteId: number, limit: number, after?: number): Promise<FoundRemittance[]> {
    return this.database.read(async () => {
      const rows = await this.database.repository(RemittanceRow).find({
        where: { collectiviteId, ...(after ? { id: LessThan(after) } : {}) },
        order: { id: 'DESC' },
        take: limit + 1,
      });
      return this.withFates(collectiviteId, rows);
    });
  }

  /** Throws NOT_FOUND. */
  async one(collectiviteId: number, remittanceId: number): Promise<FoundRemittance> {
    return this.database.read(async () => {
      const rows = await this.database.repository(RemittanceRow).findBy({ collectiviteId, id: remittanceId });
      const [found] = await this.withFates(collectiviteId, rows);
      if (!found) throw noRemittance();
      return found;
    });
  }

  /** Drawn once; what is printed of one that was taken back says so. */
  async pdf({ row, reversal }: FoundRemittance): Promise<StoredFile | AnnulledPrint> {
    const { id, collectiviteId, pdfFileId, paper } = row;
    if (reversal) {
      const annulled = { on: reversal.accountedOn, why: reversal.note };
      const content = await renderPdf(remittanceDocument(paper, annulled));
      return { name: `bordereau-${paper.number}-annule.pdf`, content };
    }
    const name = `bordereau-${paper.number}.pdf`;
    return this.drawn.run({ table: 'remittances', id, collectiviteId, pdfFileId, name }, () =>
      renderPdf(remittanceDocument(paper)),
    );
  }

  private async withFates(collectiviteId: number, rows: readonly RemittanceRow[]): Promise<FoundRemittance[]> {
    const of = { collectiviteId, remittanceId: In(rows.map(({ id }) => id)) };
    const acceptances = await this.database.repository(RemittanceAcceptanceRow).findBy(of);
    const reversals = await this.database.repository(RemittanceReversalRow).findBy(of);
    return rows.map((row) => ({
      id: row.id,
      row,
      acceptance: acceptances.find(({ remittanceId }) => remittanceId === row.id) ?? null,
      reversal: reversals.find(({ remittanceId }) => remittanceId === row.id) ?? null,
    }));
  }
}

export function noRemittance() {
  return httpProblems.NOT_FOUND('Ce bordereau n’existe pas, ou vous n’y avez pas accès.');
}
