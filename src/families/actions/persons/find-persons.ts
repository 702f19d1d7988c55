import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan, Not } from 'typeorm';
import { chunksOf } from '../../../kernel/lists.js';
import { Database } from '../../../platform/database/database.js';
import { AuthorisedPersonRow } from '../../data/authorised-person.entity.js';
import { BarredPersonRow } from '../../data/barred-person.entity.js';
import type { ChildCard } from '../../rules/family-card.js';
import { isBarredOn, type PersonState } from '../../rules/person.js';
import { FindChildren, FindChildrenOfFamily } from '../find-children.js';
import { TodayIn } from '../today-in.js';

export interface KnownPerson extends AuthorisedPersonRow {
  readonly child: ChildCard;
}

/** Who may take a child away, and who may not. */
export interface AtTheGate {
  readonly authorised: readonly AuthorisedPersonRow[];
  readonly barred: readonly BarredPersonRow[];
}

@Injectable()
export class FindPersons {
  constructor(
    private readonly database: Database,
    private readonly todayIn: TodayIn,
    private readonly findChildren: FindChildren,
    private readonly findChildrenOfFamily: FindChildrenOfFamily,
  ) {}

  /** Those whom a foyer names for the children that it has, by child and name. */
  ofFamily(collectiviteId: number, familyId: number): Promise<KnownPerson[]> {
    return this.database.read(async () => {
      const today = await this.todayIn.run(collectiviteId);
      const own = await this.findChildrenOfFamily.run(collectiviteId, familyId, today, today.add({ years: 18 }));
      const rows = await this.database.repository(AuthorisedPersonRow).find({
        where: { collectiviteId, familyId, state: Not('WITHDRAWN') },
        order: { nameKey: 'ASC', id: 'ASC' },
      });
      return own.flatMap((child) =>
        rows.filter(({ childId }) => childId === child.childId).map((row) => ({ ...row, child })),
      );
    });
  }

  /** Of all families in one state, the oldest first. */
  ofCollectivite(
    collectiviteId: number,
    { state, after, limit }: { readonly state: PersonState; readonly after: number; readonly limit: number },
  ): Promise<KnownPerson[]> {
    return this.database.read(async () => {
      const rows = await this.database
        .repository(AuthorisedPersonRow)
        .find({ where: { collectiviteId, state, id: MoreThan(after) }, order: { id: 'ASC' }, take: limit });
      const children = await this.findChildren.run(
        collectiviteId,
        rows.map(({ childId }) => childId),
      );
      return rows.map((row) => ({ ...row, child: children.get(row.childId)! }));
    });
  }

  /** By child, whichever foyer named them: what those who hand children over must know. */
  ofChildren(collectiviteId: number, childIds: Iterable<number>): Promise<ReadonlyMap<number, AtTheGate>> {
    return this.database.read(async () => {
      const today = await this.todayIn.run(collectiviteId);
      const gates = new Map<number, { authorised: AuthorisedPersonRow[]; barred: BarredPersonRow[] }>();
      for (const childId of childIds) gates.set(childId, { authorised: [], barred: [] });
      for (const ids of chunksOf([...gates.keys()])) {
        const of = { collectiviteId, childId: In([...ids]) };
        const order = { nameKey: 'ASC', id: 'ASC' } as const;
        const persons = this.database.repository(AuthorisedPersonRow);
        for (const row of await persons.find({ where: { ...of, state: 'ACCEPTED' }, order }))
          gates.get(row.childId)!.authorised.push(row);
        const barred = this.database.repository(BarredPersonRow);
        for (const row of await barred.find({ where: { ...of, liftedAt: IsNull() }, order }))
          if (isBarredOn(row, today)) gates.get(row.childId)!.barred.push(row);
      }
      return gates;
    });
  }
}
