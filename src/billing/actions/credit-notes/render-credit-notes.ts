import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { DrawnOnce } from '../../../platform/files/drawn-once.js';
import { renderPdf } from '../../../platform/pdf/index.js';
import { eachInTurn } from '../../../platform/tasks/each-in-turn.js';
import { CreditNoteRow } from '../../data/credit-note.entity.js';
import { undrawn } from '../../data/undrawn.js';
import { creditNoteDocument } from './credit-note-document.js';

/** Draws issued credit notes as PDF from their photographs, once. */
@Injectable()
export class RenderCreditNotes {
  constructor(
    private readonly database: Database,
    private readonly drawnOnce: DrawnOnce,
  ) {}

  /** Draws those that have no PDF yet; answers how many. */
  async missing(): Promise<number> {
    return (await eachInTurn(undrawn(this.database, CreditNoteRow), (note) => this.one(note))).length;
  }

  /** The file of an issued credit note, drawn now when it was not yet; outside of any unit: it takes a while. */
  async one(note: CreditNoteRow): Promise<number> {
    if (note.pdfFileId !== null) return note.pdfFileId;
    const snapshot = note.snapshot!;
    const { id, collectiviteId, pdfFileId } = note;
    const place = { table: 'credit_notes', id, collectiviteId, pdfFileId, name: `avoir-${snapshot.number}.pdf` };
    return (await this.drawnOnce.run(place, () => renderPdf(creditNoteDocument(snapshot)))).id;
  }
}
