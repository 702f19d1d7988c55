import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { dateIn } from '../../kernel/civil-time.js';
import { groupedBy } from '../../kernel/lists.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';

export interface MyFamily {
  readonly familyId: number;
  readonly collectiviteId: number;
  readonly collectiviteName: string;
  readonly timeZone: string;
  readonly name: string;
  readonly children: readonly { readonly childId: number; readonly firstName: string; readonly lastName: string }[];
}

/** The foyers of an adult, in every collectivité, each with the children it has today or will have. */
@Injectable()
export class ListMyFamilies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
  ) {}

  run(accountId: number): Promise<MyFamily[]> {
    const now = this.clock.now();
    return this.database.read(async () => {
      const families = await this.database.rows<{ id: number; collectivite_id: number; name: string }>(
        `SELECT f.id, f.collectivite_id, f.name FROM guardians g JOIN families f ON f.id = g.family_id
         WHERE g.account_id = ? ORDER BY f.id`,
        [accountId],
      );
      const mine: MyFamily[] = [];
      for (const [collectiviteId, group] of groupedBy(families, ({ collectivite_id }) => Number(collectivite_id))) {
        const { name: collectiviteName, timeZone } = await this.findCollectivite.run(collectiviteId);
        const ids = group.map(({ id }) => Number(id));
        const childrenOf = await this.childrenOf(collectiviteId, ids, dateIn(timeZone, now).toString());
        for (const { id, name } of group) {
          const familyId = Number(id);
          const children = childrenOf.get(familyId) ?? [];
          mine.push({ familyId, collectiviteId, collectiviteName, timeZone, name, children });
        }
      }
      return mine;
    });
  }

  private async childrenOf(
    collectiviteId: number,
    familyIds: readonly number[],
    today: string,
  ): Promise<Map<number, MyFamily['children']>> {
    const rows = await this.database.rows<{
      family_id: number;
      id: number;
      first_name: string;
      last_name: string;
      birth_date: string;
    }>(
      `SELECT DISTINCT c.family_id, ch.id, ch.first_name, ch.last_name, ch.birth_date
       FROM custodies c JOIN children ch ON ch.id = c.child_id
       WHERE c.collectivite_id = ? AND c.family_id IN (${familyIds.map(() => '?').join(', ')})
         AND (c.to_date IS NULL OR c.to_date >= ?)
       ORDER BY ch.birth_date, ch.id`,
      [collectiviteId, ...familyIds, today],
    );
    const groups = groupedBy(rows, (row) => Number(row.family_id));
    return new Map(
      [...groups].map(([familyId, group]) => [
        familyId,
        group.map(({ id, first_name, last_name }) => ({
          childId: Number(id),
          firstName: first_name,
          lastName: last_name,
        })),
      ]),
    );
  }
}
