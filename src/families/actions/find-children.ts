import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Database } from '../../platform/database/database.js';
import { ChildRow } from '../data/child.entity.js';
import { chunksOf } from '../../kernel/lists.js';
import type { ChildCard } from '../rules/family-card.js';
import { TodayIn } from './today-in.js';

/** The children of a collectivité with these ids; an id of another collectivité is absent from the answer. */
@Injectable()
export class FindChildren {
  constructor(private readonly database: Database) {}

  run(collectiviteId: number, childIds: Iterable<number>): Promise<Map<number, ChildCard>> {
    return this.database.read(async () => {
      const cards = new Map<number, ChildCard>();
      for (const ids of chunksOf([...new Set(childIds)])) {
        const rows = await this.database.repository(ChildRow).findBy({ collectiviteId, id: In([...ids]) });
        for (const row of rows) cards.set(row.id, childCardOf(row));
      }
      return cards;
    });
  }
}

/** The children of a family, eldest first. */
@Injectable()
export class FindChildrenOfFamily {
  constructor(
    private readonly database: Database,
    private readonly todayIn: TodayIn,
  ) {}

  /** Those it has today, or will have within a year: those whom it may act for. */
  fromToday(collectiviteId: number, familyId: number): Promise<ChildCard[]> {
    return this.database.read(async () => {
      const today = await this.todayIn.run(collectiviteId);
      return this.run(collectiviteId, familyId, today, today.add({ years: 1 }));
    });
  }

  /** Those it has or has had, or will have. */
  ever(collectiviteId: number, familyId: number): Promise<ChildCard[]> {
    return this.database.read(async () => {
      const held = await this.database.rows<{ child_id: number }>(
        'SELECT DISTINCT child_id FROM custodies WHERE collectivite_id = ? AND family_id = ?',
        [collectiviteId, familyId],
      );
      return this.cards(collectiviteId, held);
    });
  }

  /** Those it has on at least one week between two dates (both included). */
  run(
    collectiviteId: number,
    familyId: number,
    from: Temporal.PlainDate,
    to: Temporal.PlainDate,
  ): Promise<ChildCard[]> {
    return this.database.read(async () => {
      const held = await this.database.rows<{ child_id: number }>(
        `SELECT DISTINCT child_id FROM custodies
         WHERE collectivite_id = ? AND family_id = ? AND from_date <= ? AND (to_date IS NULL OR to_date >= ?)`,
        [collectiviteId, familyId, to.toString(), from.toString()],
      );
      return this.cards(collectiviteId, held);
    });
  }

  private async cards(collectiviteId: number, held: readonly { readonly child_id: number }[]): Promise<ChildCard[]> {
    const rows = await this.database.repository(ChildRow).find({
      where: { collectiviteId, id: In(held.map(({ child_id }) => Number(child_id))) },
      order: { birthDate: 'ASC', id: 'ASC' },
    });
    return rows.map(childCardOf);
  }
}

export function childCardOf(row: ChildRow): ChildCard {
  const { id, firstName, lastName, birthDate, siteId, className, menuTypeId } = row;
  return { childId: id, firstName, lastName, birthDate, siteId, className, menuTypeId };
}
