import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { Database } from '../../platform/database/database.js';
import { DrawnOnce } from '../../platform/files/drawn-once.js';
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
    private readonly drawnOnce: DrawnOnce,
    private readonly findCollectivite: FindCollectivite,
  ) {}

  /** Throws NOT_FOUND. */
  async run(collectiviteId: number, runId: number): Promise<StoredFile> {
    const run = await this.database.read(() =>
      this.database.repository(LetterRunRow).findOneBy({ id: runId, collectiviteId }),
    );
    if (!run) throw httpProblems.NOT_FOUND('Ces lettres n’existent pas, ou vous n’y avez pas accès.');
    const { id, pdfFileId } = run;
    const name = `relances-${run.madeOn.toString()}-${id}.pdf`;
    return this.drawnOnce.run({ table: 'reminder_letter_runs', id, collectiviteId, pdfFileId, name }, () =>
      this.draw(run),
    );
  }

  private async draw({ id, collectiviteId, madeAt }: LetterRunRow): Promise<Buffer> {
    const collectivite = await this.findCollectivite.run(collectiviteId);
    const rows = await this.database.read(() =>
      this.database
        .repository(ReminderRow)
        .find({ where: { collectiviteId, letterRunId: id }, order: { familyId: 'ASC', id: 'ASC' } }),
    );
    const letters = rows.map(({ letter }) => letter!);
    return renderPdf(lettersDocument(letters, collectivite, madeAt));
  }
}
