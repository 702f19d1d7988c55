import { Injectable } from '@nestjs/common';
import { DrawnOnce } from '../../../platform/files/drawn-once.js';
import type { StoredFile } from '../../../platform/files/stored-file.entity.js';
import { renderPdf } from '../../../platform/pdf/index.js';
import type { WriteOffRow } from '../../data/write-off.entity.js';
import { writeOffDocument } from './write-off-document.js';

@Injectable()
export class StoreWriteOff {
  constructor(private readonly drawn: DrawnOnce) {}

  run({ id, collectiviteId, pdfFileId, paper }: WriteOffRow): Promise<StoredFile> {
    const name = `abandon-de-creance-${paper.number}.pdf`;
    return this.drawn.run({ table: 'write_offs', id, collectiviteId, pdfFileId, name }, () =>
      renderPdf(writeOffDocument(paper)),
    );
  }
}
