import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { Database } from '../../platform/database/database.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { StoredFile } from '../../platform/files/stored-file.entity.js';
import { httpProblems } from '../../platform/http/problems.js';
import { renderPdf } from '../../platform/pdf/index.js';
import { LetterRunRow } from '../data/letter-run.entity.js';
import { ReminderRow } from '../data/reminder.entity.js';
import { lettersDocument } from './letter-document.js';

/** The PDF of a printing is drawn once, from the photographs of its letters, and kept. */
@Injectable()
export class StoreLetters {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly findCollectivite: FindCollectivite,
  ) {}

  /** Throws NOT_FOUND. */
  async run(collectiviteId: number, runId: number): Promise<StoredFile> {
    const run = await this.database.read(() =>
      this.database.repository(LetterRunRow).findOneBy({ id: runId, collectiviteId }),
    );
    if (!run) throw httpProblems.NOT_FOUND('Ces lettres n’existent pas, ou vous n’y avez pas accès.');
    const fileId = run.pdfFileId ?? (await this.draw(run));
    return (await this.files.find(collectiviteId, fileId))!;
  }

  private async draw({ id, collectiviteId, madeAt, madeOn }: LetterRunRow): Promise<number> {
    const collectivite = await this.findCollectivite.run(collectiviteId);
    const rows = await this.database.read(() =>
      this.database
        .repository(ReminderRow)
        .find({ where: { collectiviteId, letterRunId: id }, order: { familyId: 'ASC', id: 'ASC' } }),
    );
    const letters = rows.map(({ letter }) => letter!);
    const content = await renderPdf(lettersDocument(letters, collectivite, madeAt));
    return this.database.unit(async () => {
      const [row] = await this.database.rows<{ pdf_file_id: number | null }>(
        `SELECT pdf_file_id FROM reminder_letter_runs WHERE id = ?${this.database.dialect.forUpdate}`,
        [id],
      );
      if (row!.pdf_file_id !== null) return Number(row!.pdf_file_id);
      const name = `relances-${madeOn.toString()}-${id}.pdf`;
      const fileId = await this.files.put({ collectiviteId, name, mediaType: 'application/pdf', content });
      await this.database.change('UPDATE reminder_letter_runs SET pdf_file_id = ? WHERE id = ?', [fileId, id]);
      return fileId;
    });
  }
}
