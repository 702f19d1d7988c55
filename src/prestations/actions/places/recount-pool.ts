import { Injectable } from '@nestjs/common';
import { FindChildren } from '../../../families/index.js';
import { Temporal } from '../../../kernel/civil-time.js';
import { counted, enumeration, plainDate, typeset } from '../../../kernel/french.js';
import { chunksOf, groupedBy } from '../../../kernel/lists.js';
import { Database } from '../../../platform/database/database.js';
import { PlacePoolDayRow } from '../../data/place-pool-day.entity.js';
import type { PlacePoolRow } from '../../data/place-pool.entity.js';
import { prestationsProblems } from '../../problems.js';
import { bandHolds } from '../../rules/place-pool.js';
import { OpenPoolDays } from './open-pool-days.js';

interface Holder {
  readonly takenPlaceId: number;
  readonly date: string;
}

const NAMED = 5;

/** Counts a pool again from who has a place, in the caller's unit, which holds the sessions concerned. */
@Injectable()
export class RecountPool {
  constructor(
    private readonly database: Database,
    private readonly findChildren: FindChildren,
    private readonly openPoolDays: OpenPoolDays,
  ) {}

  /** Of these sessions, from a date on; days without a number of their own take the pool's. Throws POOL_TOO_SMALL. */
  async run(pool: PlacePoolRow, sessionIds: readonly number[], from: Temporal.PlainDate): Promise<void> {
    const { id: poolId, collectiviteId } = pool;
    const byDate = groupedBy(await this.holders(pool, sessionIds), ({ date }) => date);
    const dates = [...byDate.keys()].sort();
    await this.openPoolDays.run(
      collectiviteId,
      dates.map((date) => ({ poolId, date: Temporal.PlainDate.from(date) })),
    );
    const days = (await this.heldDays(pool)).filter(({ date }) => Temporal.PlainDate.compare(date, from) >= 0);
    const after = days.map((day) => ({
      day,
      places: day.ownPlaces ? day.places : pool.places,
      holders: byDate.get(day.date.toString()) ?? [],
    }));
    const exceeded = after.filter(({ places, holders }) => holders.length > places);
    if (exceeded.length > 0)
      throw tooSmall(exceeded.map(({ day, holders }) => ({ date: day.date, taken: holders.length })));
    for (const { day, places, holders } of after) {
      await this.database.change('DELETE FROM taken_pool_places WHERE collectivite_id = ? AND pool_day_id = ?', [
        collectiviteId,
        day.id,
      ]);
      for (const some of chunksOf(holders, 200))
        await this.database.change(
          `INSERT INTO taken_pool_places (collectivite_id, pool_day_id, taken_place_id) VALUES ${some.map(() => '(?, ?, ?)').join(', ')}`,
          some.flatMap(({ takenPlaceId }) => [collectiviteId, day.id, takenPlaceId]),
        );
      await this.database.change(
        'UPDATE place_pool_days SET places = ?, taken = ? WHERE collectivite_id = ? AND id = ?',
        [places, holders.length, collectiviteId, day.id],
      );
    }
  }

  /** The places of children whom the band holds, in these sessions. */
  private async holders(
    { collectiviteId, ageFrom, ageUnder }: PlacePoolRow,
    sessionIds: readonly number[],
  ): Promise<Holder[]> {
    const rows: { id: number; child_id: number; date: string }[] = [];
    for (const ids of chunksOf(sessionIds))
      rows.push(
        ...(await this.database.rows<{ id: number; child_id: number; date: string }>(
          `SELECT t.id, t.child_id, s.date FROM taken_places t JOIN sessions s ON s.id = t.session_id
           WHERE t.collectivite_id = ? AND t.session_id IN (${ids.map(() => '?').join(', ')}) ORDER BY t.id`,
          [collectiviteId, ...ids],
        )),
      );
    const children = await this.findChildren.run(
      collectiviteId,
      rows.map(({ child_id }) => Number(child_id)),
    );
    return rows
      .filter(({ child_id, date }) =>
        bandHolds({ ageFrom, ageUnder }, children.get(Number(child_id))!.birthDate, Temporal.PlainDate.from(date)),
      )
      .map(({ id, date }) => ({ takenPlaceId: Number(id), date }));
  }

  private async heldDays({ collectiviteId, id: poolId }: PlacePoolRow): Promise<PlacePoolDayRow[]> {
    await this.database.rows(
      `SELECT id FROM place_pool_days WHERE collectivite_id = ? AND pool_id = ? ORDER BY id${this.database.dialect.forUpdate}`,
      [collectiviteId, poolId],
    );
    return this.database.repository(PlacePoolDayRow).find({ where: { collectiviteId, poolId }, order: { id: 'ASC' } });
  }
}

function tooSmall(days: readonly { readonly date: Temporal.PlainDate; readonly taken: number }[]) {
  const sorted = [...days].sort((a, b) => Temporal.PlainDate.compare(a.date, b.date));
  const rest = sorted.length - NAMED;
  const named = [
    ...sorted.slice(0, NAMED).map(({ date, taken }) => `le ${plainDate(date)} (${taken})`),
    ...(rest > 0 ? [counted(rest, 'autre jour', 'autres jours')] : []),
  ];
  return prestationsProblems.POOL_TOO_SMALL(
    typeset(
      `Davantage de places sont déjà prises ${enumeration(named)} : donnez plus de places, ou donnez d’abord leur propre nombre à ces jours. Rien n’a été changé.`,
    ),
    { extensions: { days: sorted.map(({ date, taken }) => ({ date: date.toString(), taken })) } },
  );
}
