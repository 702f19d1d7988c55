import { Injectable } from '@nestjs/common';
import { isBefore, type Temporal } from '../../../kernel/civil-time.js';
import { Database } from '../../../platform/database/database.js';
import { FindSessions } from '../../../prestations/index.js';
import { ReservationsStore } from '../../data/reservations-store.js';

/** How many living reservations a family has for a child on some days. */
@Injectable()
export class CountReservations {
  constructor(
    private readonly database: Database,
    private readonly findSessions: FindSessions,
    private readonly reservations: ReservationsStore,
  ) {}

  run(
    { collectiviteId, familyId }: { readonly collectiviteId: number; readonly familyId: number },
    childId: number,
    dates: readonly Temporal.PlainDate[],
  ): Promise<number> {
    const [first] = dates;
    if (!first) return Promise.resolve(0);
    const from = dates.reduce((a, b) => (isBefore(b, a) ? b : a), first);
    const to = dates.reduce((a, b) => (isBefore(a, b) ? b : a), first);
    const wanted = new Set(dates.map(String));
    return this.database.read(async () => {
      const sessions = (await this.findSessions.run(collectiviteId, { from, to })).filter(({ date }) =>
        wanted.has(date.toString()),
      );
      const { rows } = await this.reservations.living(
        collectiviteId,
        [childId],
        sessions.map(({ id }) => id),
      );
      return rows.filter((row) => row.familyId === familyId).length;
    });
  }
}
