import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { Database } from '../../../platform/database/database.js';
import { FileStore } from '../../../platform/files/file-store.js';
import { renderPdf } from '../../../platform/pdf/index.js';
import { eachInTurn } from '../../../platform/tasks/each-in-turn.js';
import { CreditNoteRow } from '../../data/credit-note.entity.js';
import { creditNoteDocument } from './credit-note-document.js';

const AT_ONCE = 20;

/** Draws issued credit notes as PDF from their photographs, once. */
@Injectable()
export class RenderCreditNotes {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
  ) {}

  /** Draws those that have no PDF yet; answers how many. */
  async missing(): Promise<number> {
    return (await eachInTurn(this.undrawn(), (note) => this.one(note))).length;
  }

  /** The file of an issued credit note, drawn now when it was not yet; outside of any unit: it takes a while. */
  async one(note: CreditNoteRow): Promise<number> {
    if (note.pdfFileId !== null) return note.pdfFileId;
    const snapshot = note.snapshot!;
    const content = await renderPdf(creditNoteDocument(snapshot));
    return this.database.unit(async () => {
      const [row] = await this.database.rows<{ pdf_file_id: number | null }>(
        `SELECT pdf_file_id FROM credit_notes WHERE id = ?${this.database.dialect.forUpdate}`,
        [note.id],
      );
      if (row!.pdf_file_id !== null) return Number(row!.pdf_file_id);
      const { collectiviteId } = note;
      const name = `avoir-${snapshot.number}.pdf`;
      const fileId = await this.files.put({ collectiviteId, name, mediaType: 'application/pdf', content });
      await this.database.change('UPDATE credit_notes SET pdf_file_id = ? WHERE id = ?', [fileId, note.id]);
      return fileId;
    });
  }

  private async *undrawn(): AsyncGenerator<CreditNoteRow> {
    for (let after = 0; ;) {
      const some = await this.database.read(() =>
        this.database.repository(CreditNoteRow).find({
          where: { state: 'ISSUED', pdfFileId: IsNull(), id: MoreThan(after) },
          order: { id: 'ASC' },
          take: AT_ONCE,
        }),
      );
      yield* some;
      if (some.length < AT_ONCE) return;
      after = some.at(-1)!.id;
    }
  }
}
