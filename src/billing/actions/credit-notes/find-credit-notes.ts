import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { CreditNoteRow } from '../../data/credit-note.entity.js';

export interface CreditNoteFilter {
  readonly familyId?: number;
  readonly invoiceId?: number;
}

/** More credit notes than an invoice ever gets. */
export const ALL_OF_AN_INVOICE = { after: 0, take: 1000 } as const;

/** Issued credit notes, the latest first. */
@Injectable()
export class FindCreditNotes {
  constructor(private readonly database: Database) {}

  /** One issued credit note of the collectivité (of the family, when one is given). Throws NOT_FOUND. */
  async one(collectiviteId: number, creditNoteId: number, familyId?: number): Promise<CreditNoteRow> {
    const note = await this.database.read(() =>
      this.database.repository(CreditNoteRow).findOneBy({
        id: creditNoteId,
        collectiviteId,
        state: 'ISSUED',
        ...(familyId === undefined ? {} : { familyId }),
      }),
    );
    if (!note) throw httpProblems.NOT_FOUND('Cet avoir n’existe pas, ou vous n’y avez pas accès.');
    return note;
  }

  /** At most `take` of them, older than `after` (0: from the latest). */
  list(
    collectiviteId: number,
    { familyId, invoiceId }: CreditNoteFilter,
    { after, take }: { readonly after: number; readonly take: number },
  ): Promise<CreditNoteRow[]> {
    return this.database.read(() => {
      const query = this.database
        .repository(CreditNoteRow)
        .createQueryBuilder('note')
        .where("note.collectiviteId = :collectiviteId AND note.state = 'ISSUED'", { collectiviteId });
      if (after > 0) query.andWhere('note.id < :after', { after });
      if (familyId !== undefined) query.andWhere('note.familyId = :familyId', { familyId });
      if (invoiceId !== undefined) query.andWhere('note.invoiceId = :invoiceId', { invoiceId });
      return query.orderBy('note.id', 'DESC').limit(take).getMany();
    });
  }
}
