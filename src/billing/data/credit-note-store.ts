import { Injectable } from '@nestjs/common';
import { chunksOf } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import type { CreditLine } from '../rules/credit-lines.js';
import { CreditNoteLineRow } from './credit-note-line.entity.js';
import { CreditNoteRow } from './credit-note.entity.js';

/** The series of credit notes. */
export const CREDIT_NOTE_SERIES = 'A';

const LINES_AT_ONCE = 200;

/** Credit notes, and what they take back of charges: the row of each charge counts it, and refuses what exceeds it. */
@Injectable()
export class CreditNoteStore {
  constructor(private readonly database: Database) {}

  async add(
    note: Pick<
      CreditNoteRow,
      | 'collectiviteId'
      | 'invoiceId'
      | 'familyId'
      | 'billingRunId'
      | 'reason'
      | 'reasonText'
      | 'sourceKey'
      | 'totalCents'
      | 'createdBy'
      | 'createdAt'
    >,
  ): Promise<CreditNoteRow> {
    const unissued = { year: null, number: null, issuedOn: null, loweredCents: null, snapshot: null, pdfFileId: null };
    const row = { ...note, ...unissued, state: 'DRAFT' as const, series: CREDIT_NOTE_SERIES };
    return { ...row, id: await this.database.insert(CreditNoteRow, row) };
  }

  async addLines(
    { id: creditNoteId, collectiviteId, billingRunId }: Pick<CreditNoteRow, 'id' | 'collectiviteId' | 'billingRunId'>,
    lines: readonly CreditLine[],
  ): Promise<void> {
    for (const some of chunksOf(lines, LINES_AT_ONCE))
      await this.database.repository(CreditNoteLineRow).insert(
        some.map(({ chargeId, cents: amountCents }) => {
          return { collectiviteId, billingRunId, creditNoteId, chargeId, amountCents };
        }),
      );
  }

  /** Takes back of charges, in the order of their ids; false when something does not remain any more. */
  async take(lines: readonly CreditLine[]): Promise<boolean> {
    for (const { chargeId, cents } of [...lines].sort((a, b) => a.chargeId - b.chargeId)) {
      const taken = await this.database.change(
        'UPDATE charges SET credited_cents = credited_cents + ? WHERE id = ? AND credited_cents + ? <= amount_cents',
        [cents, chargeId, cents],
      );
      if (taken !== 1) return false;
    }
    return true;
  }

  async linesOf(creditNoteId: number): Promise<CreditLine[]> {
    const rows = await this.database
      .repository(CreditNoteLineRow)
      .find({ where: { creditNoteId }, order: { id: 'ASC' } });
    return rows.map(({ chargeId, amountCents }) => ({ chargeId, cents: amountCents }));
  }
}
