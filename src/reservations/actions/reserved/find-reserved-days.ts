import { Injectable } from '@nestjs/common';
import { isBefore, type Temporal } from '../../../kernel/civil-time.js';
import { Database } from '../../../platform/database/database.js';
import { FindSessions } from '../../../prestations/index.js';
import { ReservationsStore } from '../../data/reservations-store.js';
import type { ReservedDay } from '../../rules/exchanged-days.js';

/** The living reservations of a child on some days, whichever foyer made them: their day and their foyer, no more. */
@Injectable()
export class FindReservedDays {
  constructor(
    private readonly database: Database,
    private readonly findSessions: FindSessions,
    private readonly reservations: ReservationsStore,
  ) {}

  run(collectiviteId: number, childId: number, dates: readonly Temporal.PlainDate[]): Promise<ReservedDay[]> {
    const [first] = dates;
    if (!first) return Promise.resolve([]);
    const from = dates.reduce((a, b) => (isBefore(b, a) ? b : a), first);
    const to = dates.reduce((a, b) => (isBefore(a, b) ? b : a), first);
    const wanted = new Set(dates.map(String));
    return this.database.read(async () => {
      const sessions = (await this.findSessions.run(collectiviteId, { from, to })).filter(({ date }) =>
        wanted.has(date.toString()),
      );
      const dateOf = new Map(sessions.map(({ id, date }) => [id, date]));
      const { rows } = await this.reservations.living(collectiviteId, [childId], [...dateOf.keys()]);
      return rows.map(({ sessionId, familyId }) => ({ date: dateOf.get(sessionId)!, familyId }));
    });
  }
}
