import { Injectable } from '@nestjs/common';
import { DrawnOnce } from '../../../platform/files/drawn-once.js';
import type { StoredFile } from '../../../platform/files/stored-file.entity.js';
import { renderPdf } from '../../../platform/pdf/index.js';
import type { WriteOffRow } from '../../data/write-off.entity.js';
import type { AnnulledPrint } from '../paper-blocks.js';
import type { FoundWriteOff } from './find-write-offs.js';
import { writeOffDocument } from './write-off-document.js';

@Injectable()
export class StoreWriteOff {
  constructor(private readonly drawn: DrawnOnce) {}

  /** Drawn once; what is printed of one that was undone says so. */
  async run({ row, reversal }: FoundWriteOff): Promise<StoredFile | AnnulledPrint> {
    if (!reversal) return this.original(row);
    const annulled = { on: reversal.accountedOn, why: reversal.note };
    const content = await renderPdf(writeOffDocument(row.paper, annulled));
    return { name: `abandon-de-creance-${row.paper.number}-annule.pdf`, content };
  }

  /** As it was made, whatever became of it. */
  original({ id, collectiviteId, pdfFileId, paper }: WriteOffRow): Promise<StoredFile> {
    const name = `abandon-de-creance-${paper.number}.pdf`;
    return this.drawn.run({ table: 'write_offs', id, collectiviteId, pdfFileId, name }, () =>
      renderPdf(writeOffDocument(paper)),
    );
  }
}
