import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../../kernel/civil-time.js';
import { counted, typeset } from '../../../kernel/french.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Database } from '../../../platform/database/database.js';
import { PlacePoolDayRow } from '../../data/place-pool-day.entity.js';
import { prestationsProblems } from '../../problems.js';
import { FindPools } from './find-pools.js';
import { FindSessions } from '../sessions/find-sessions.js';
import { OpenPoolDays } from './open-pool-days.js';
import { TellPlacesOpened } from './tell-places-opened.js';

/** Gives one day of a pool its own number of places. */
@Injectable()
export class ChangePoolDay {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly findPools: FindPools,
    private readonly openPoolDays: OpenPoolDays,
    private readonly findSessions: FindSessions,
    private readonly tellPlacesOpened: TellPlacesOpened,
  ) {}

  /** Never below those taken. Throws NOT_FOUND, PLACES_ALREADY_TAKEN. */
  run(
    collectiviteId: number,
    { poolId, date }: { readonly poolId: number; readonly date: Temporal.PlainDate },
    places: number,
    accountId: number | null,
  ): Promise<PlacePoolDayRow> {
    return this.database.unit(async () => {
      const { prestationIds } = await this.findPools.one(collectiviteId, poolId);
      await this.openPoolDays.run(collectiviteId, [{ poolId, date }]);
      const changed = await this.database.change(
        'UPDATE place_pool_days SET places = ?, own_places = 1 WHERE collectivite_id = ? AND pool_id = ? AND date = ? AND taken <= ?',
        [places, collectiviteId, poolId, date.toString(), places],
      );
      const day = await this.database.repository(PlacePoolDayRow).findOneByOrFail({ collectiviteId, poolId, date });
      if (changed !== 1) throw tooFew(day.taken);
      const sessions = await this.findSessions.run(collectiviteId, { from: date, to: date, prestationIds });
      await this.tellPlacesOpened.run(
        collectiviteId,
        sessions.map(({ id }) => id),
      );
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'place-pool.day-changed',
        subject: `place-pool:${poolId}`,
        detail: { date: date.toString(), places },
      });
      return day;
    });
  }
}

function tooFew(taken: number) {
  return prestationsProblems.PLACES_ALREADY_TAKEN(
    typeset(
      `${counted(taken, 'place est déjà prise', 'places sont déjà prises')} : le nombre de places ne peut pas descendre plus bas.`,
    ),
    { extensions: { taken } },
  );
}
