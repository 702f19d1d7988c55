import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { chunksOf, groupedBy } from '../../../kernel/lists.js';
import type { Temporal } from '../../../kernel/civil-time.js';
import { Database } from '../../../platform/database/database.js';
import { EnrolmentRow } from '../../data/enrolment.entity.js';
import { versionOn } from '../../rules/versions.js';

/** What some children are enrolled in. */
export class EnrolmentBook {
  private readonly byChildAndPrestation: ReadonlyMap<string, readonly EnrolmentRow[]>;

  constructor(readonly enrolments: readonly EnrolmentRow[]) {
    this.byChildAndPrestation = groupedBy(enrolments, (row) => key(row.childId, row.prestationId));
  }

  isEnrolled(childId: number, prestationId: number, date: Temporal.PlainDate): boolean {
    return this.on(childId, prestationId, date) !== null;
  }

  /** The enrolment that holds on a date. */
  on(childId: number, prestationId: number, date: Temporal.PlainDate): EnrolmentRow | null {
    return versionOn(this.of(childId, prestationId), date);
  }

  /** The enrolments of a child in a prestation, in no particular order. */
  of(childId: number, prestationId: number): readonly EnrolmentRow[] {
    return this.byChildAndPrestation.get(key(childId, prestationId)) ?? [];
  }
}

@Injectable()
export class LoadEnrolments {
  constructor(private readonly database: Database) {}

  run(collectiviteId: number, childIds: readonly number[]): Promise<EnrolmentBook> {
    return this.database.read(async () => {
      const rows: EnrolmentRow[] = [];
      for (const ids of chunksOf(childIds))
        rows.push(...(await this.database.repository(EnrolmentRow).findBy({ collectiviteId, childId: In(ids) })));
      return new EnrolmentBook(rows);
    });
  }

  /** Everyone enrolled in a prestation on a date. */
  async childrenOn(collectiviteId: number, prestationId: number, date: Temporal.PlainDate): Promise<number[]> {
    const rows = await this.database.read(() =>
      this.database.rows<{ child_id: number }>(
        `SELECT child_id FROM enrolments
         WHERE collectivite_id = ? AND prestation_id = ? AND from_date <= ? AND (to_date IS NULL OR to_date >= ?)
         ORDER BY child_id`,
        [collectiviteId, prestationId, date.toString(), date.toString()],
      ),
    );
    return rows.map(({ child_id }) => child_id);
  }
}

function key(childId: number, prestationId: number): string {
  return `${childId}:${prestationId}`;
}
