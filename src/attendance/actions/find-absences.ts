import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { chunksOf, groupedBy } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { AbsenceProofRow } from '../data/absence-proof.entity.js';
import { AbsenceRow } from '../data/absence.entity.js';
import type { AbsenceState } from '../rules/absence-state.js';

/** An absence with all that was sent to prove it, oldest first. */
export interface KnownAbsence extends AbsenceRow {
  readonly proofs: readonly AbsenceProofRow[];
}

/** Of which days, older than which absence, and how many at most. */
export interface AbsencesWanted {
  readonly from?: Temporal.PlainDate | undefined;
  readonly to?: Temporal.PlainDate | undefined;
  readonly after?: number | undefined;
  readonly limit: number;
}

export interface AbsenceFilter extends AbsencesWanted {
  readonly state?: AbsenceState | undefined;
}

const STANDING = 'SELECT 1 FROM absence_proofs p WHERE p.absence_id = a.id AND p.refused_at IS NULL';
const REFUSED = 'SELECT 1 FROM absence_proofs p WHERE p.absence_id = a.id AND p.refused_at IS NOT NULL';
const DECLARED_BY_A_FOYER = 'a.withdrawn_at IS NULL AND a.family_id IS NOT NULL';
const IN_STATE: Record<AbsenceState, string> = {
  WITHDRAWN: 'a.withdrawn_at IS NOT NULL',
  COLLECTIVE: 'a.withdrawn_at IS NULL AND a.family_id IS NULL',
  PROVED: `${DECLARED_BY_A_FOYER} AND EXISTS (${STANDING})`,
  REFUSED: `${DECLARED_BY_A_FOYER} AND EXISTS (${REFUSED}) AND NOT EXISTS (${STANDING})`,
  WAITING: `${DECLARED_BY_A_FOYER} AND NOT EXISTS (${REFUSED}) AND NOT EXISTS (${STANDING})`,
};

@Injectable()
export class FindAbsences {
  constructor(private readonly database: Database) {}

  /** What holds on some of these days and was not withdrawn; of these children, or of all. */
  standing(
    collectiviteId: number,
    { from, to }: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
    childIds: Iterable<number> | null = null,
  ): Promise<KnownAbsence[]> {
    const days = { fromDate: LessThanOrEqual(to), toDate: MoreThanOrEqual(from), withdrawnAt: IsNull() };
    return this.database.read(async () => {
      const repository = this.database.repository(AbsenceRow);
      if (childIds === null) return this.known(await repository.findBy({ collectiviteId, ...days }));
      const rows: AbsenceRow[] = [];
      for (const ids of chunksOf(new Set(childIds)))
        rows.push(...(await repository.findBy({ collectiviteId, childId: In(ids), ...days })));
      return this.known(rows);
    });
  }

  /**
   * What the family declared, the withdrawn too, and what the mairie declared for its children; the last declared first.
   */
  ofFamily(
    { collectiviteId, familyId }: { readonly collectiviteId: number; readonly familyId: number },
    { from, to, after, limit }: AbsencesWanted,
    childIds: readonly number[],
  ): Promise<KnownAbsence[]> {
    const wanted = {
      collectiviteId,
      ...(to && { fromDate: LessThanOrEqual(to) }),
      ...(from && { toDate: MoreThanOrEqual(from) }),
      ...(after !== undefined && { id: LessThan(after) }),
    };
    const where = [
      { ...wanted, familyId },
      { ...wanted, familyId: IsNull(), childId: In([...childIds]), withdrawnAt: IsNull() },
    ];
    return this.database.read(async () =>
      this.known(await this.database.repository(AbsenceRow).find({ where, order: { id: 'DESC' }, take: limit })),
    );
  }

  /** Up to `limit`, the last declared first, older than the absence `after`. */
  page(collectiviteId: number, { state, from, to, after, limit }: AbsenceFilter): Promise<KnownAbsence[]> {
    const conditions = ['a.collectivite_id = ?', ...(state ? [IN_STATE[state]] : [])];
    const values: unknown[] = [collectiviteId];
    const only = (condition: string, value: unknown) => {
      if (value === undefined) return;
      conditions.push(condition);
      values.push(value);
    };
    only('a.to_date >= ?', from?.toString());
    only('a.from_date <= ?', to?.toString());
    only('a.id < ?', after);
    return this.database.read(async () => {
      const found = await this.database.rows<{ id: number }>(
        `SELECT a.id FROM absences a WHERE ${conditions.join(' AND ')} ORDER BY a.id DESC LIMIT ${limit}`,
        values,
      );
      const ids = found.map(({ id }) => Number(id));
      return this.known(
        await this.database
          .repository(AbsenceRow)
          .find({ where: { collectiviteId, id: In(ids) }, order: { id: 'DESC' } }),
      );
    });
  }

  byIds(collectiviteId: number, ids: readonly number[]): Promise<KnownAbsence[]> {
    return this.database.read(async () =>
      this.known(
        await this.database
          .repository(AbsenceRow)
          .find({ where: { collectiviteId, id: In([...ids]) }, order: { id: 'ASC' } }),
      ),
    );
  }

  /** Throws NOT_FOUND. */
  async one(collectiviteId: number, absenceId: number): Promise<KnownAbsence> {
    const [absence] = await this.byIds(collectiviteId, [absenceId]);
    if (!absence) throw absenceNotFound();
    return absence;
  }

  /** One that this foyer declared, or with null one of anybody's, held until the end of the unit. Throws NOT_FOUND. */
  async locked(
    { collectiviteId, familyId }: { readonly collectiviteId: number; readonly familyId: number | null },
    absenceId: number,
  ): Promise<KnownAbsence> {
    await this.database.rows(
      `SELECT id FROM absences WHERE id = ? AND collectivite_id = ?${this.database.dialect.forUpdate}`,
      [absenceId, collectiviteId],
    );
    const absence = await this.one(collectiviteId, absenceId);
    if (familyId !== null && absence.familyId !== familyId) throw absenceNotFound();
    return absence;
  }

  private async known(rows: readonly AbsenceRow[]): Promise<KnownAbsence[]> {
    const proofs: AbsenceProofRow[] = [];
    for (const chunk of chunksOf(rows))
      proofs.push(
        ...(await this.database.repository(AbsenceProofRow).find({
          where: { collectiviteId: chunk[0]!.collectiviteId, absenceId: In(chunk.map(({ id }) => id)) },
          order: { id: 'ASC' },
        })),
      );
    const byAbsence = groupedBy(proofs, ({ absenceId }) => absenceId);
    return rows.map((row) => ({ ...row, proofs: byAbsence.get(row.id) ?? [] }));
  }
}

export function absenceNotFound() {
  return httpProblems.NOT_FOUND('Cette déclaration d’absence n’existe pas, ou vous n’y avez pas accès.');
}
