import { Injectable } from '@nestjs/common';
import { isBefore, Temporal } from '../../kernel/civil-time.js';
import { groupedBy } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import { FindSessions, type SessionRow } from '../../prestations/index.js';
import { FindReservations } from '../../reservations/index.js';
import { type AbsenceReach, concerns } from '../rules/absence.js';
import { FindAttendances } from './find-attendances.js';

/** A day that a foyer booked for a child and that an absence concerns. */
export interface BookedDayOfAbsence {
  readonly session: SessionRow;
  /** The foyer that booked, and pays. */
  readonly familyId: number;
  /** The child was pointed present all the same. */
  readonly came: boolean;
}

/** The booked days of some absences, each by date: a few queries for all of them, however many. */
@Injectable()
export class LoadBookedDays {
  constructor(
    private readonly database: Database,
    private readonly findSessions: FindSessions,
    private readonly findReservations: FindReservations,
    private readonly findAttendances: FindAttendances,
  ) {}

  /** Days that the mairie called off are nobody's absence, and are left out. In the order of the absences. */
  run(collectiviteId: number, absences: readonly AbsenceReach[]): Promise<(readonly BookedDayOfAbsence[])[]> {
    if (absences.length === 0) return Promise.resolve([]);
    return this.database.read(async () => {
      const sessions = await this.sessions(collectiviteId, absences);
      const reservations = await this.findReservations.living(
        collectiviteId,
        absences.map(({ childId }) => childId),
        [...sessions.keys()],
      );
      const came = await this.came(collectiviteId, reservations);
      const booked = groupedBy(reservations, ({ childId }) => childId);
      return absences.map((absence) =>
        (booked.get(absence.childId) ?? [])
          .map(({ sessionId, childId, familyId }) => {
            return { session: sessions.get(sessionId)!, familyId, came: came.has(keyOf({ sessionId, childId })) };
          })
          .filter(({ session: { prestationId, date }, familyId }) =>
            concerns(absence, { childId: absence.childId, familyId, prestationId, date }),
          )
          .sort((a, b) => Temporal.PlainDate.compare(a.session.date, b.session.date) || a.session.id - b.session.id),
      );
    });
  }

  private async sessions(collectiviteId: number, absences: readonly AbsenceReach[]): Promise<Map<number, SessionRow>> {
    const from = absences.map(({ fromDate }) => fromDate).reduce((a, b) => (isBefore(a, b) ? a : b));
    const to = absences.map(({ toDate }) => toDate).reduce((a, b) => (isBefore(a, b) ? b : a));
    const rows = await this.findSessions.run(collectiviteId, { from, to });
    return new Map(rows.filter(({ calledOffAt }) => calledOffAt === null).map((session) => [session.id, session]));
  }

  private async came(
    collectiviteId: number,
    places: readonly { readonly sessionId: number; readonly childId: number }[],
  ): Promise<Set<string>> {
    const pointed = await this.findAttendances.ofChildren(collectiviteId, places);
    return new Set(
      pointed.filter(({ state }) => state === 'PRESENT' || state === 'PRESENT_UNPLANNED').map((row) => keyOf(row)),
    );
  }
}

function keyOf({ sessionId, childId }: { readonly sessionId: number; readonly childId: number }): string {
  return `${sessionId}:${childId}`;
}
