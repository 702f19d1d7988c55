import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { FileStore } from './file-store.js';
import type { StoredFile } from './stored-file.entity.js';

/** A row whose paper is kept. */
export interface PaperPlace {
  readonly table: string;
  readonly id: number;
  readonly collectiviteId: number;
  readonly pdfFileId: number | null;
  /** That holds the file; `pdf_file_id` unless told. */
  readonly column?: string;
  /** Of the file, such as `versement-V-2026-000001.pdf`. */
  readonly name: string;
}

/** The paper of a row is drawn once and kept; never inside a unit, as drawing takes its time. */
@Injectable()
export class DrawnOnce {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
  ) {}

  async run(place: PaperPlace, draw: () => Promise<Buffer>): Promise<StoredFile> {
    const fileId = place.pdfFileId ?? (await this.keep(place, await draw()));
    return (await this.files.find(place.collectiviteId, fileId))!;
  }

  private keep(
    { table, id, collectiviteId, column = 'pdf_file_id', name }: PaperPlace,
    content: Buffer,
  ): Promise<number> {
    return this.database.unit(async () => {
      const [row] = await this.database.rows<{ file_id: number | null }>(
        `SELECT ${column} AS file_id FROM ${table} WHERE id = ?${this.database.dialect.forUpdate}`,
        [id],
      );
      if (row!.file_id !== null) return Number(row!.file_id);
      const fileId = await this.files.put({ collectiviteId, name, mediaType: 'application/pdf', content });
      await this.database.change(`UPDATE ${table} SET ${column} = ? WHERE id = ?`, [fileId, id]);
      return fileId;
    });
  }
}
