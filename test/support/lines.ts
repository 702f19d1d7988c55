import type { RunningService } from './application.js';
import type { Canteen, CanteenFamily } from './canteen.js';

/** What the tests of waiting lists do with a canteen's families, each for its first child. */
export function linesOf(service: RunningService, canteen: Canteen) {
  const count = (sql: string, parameters: unknown[]) =>
    service.database.read(async () => Number((await service.database.rows<{ n: number }>(sql, parameters))[0]!.n));
  return {
    async book(family: CanteenFamily, ...sessionIds: number[]): Promise<number[]> {
      const lines = sessionIds.map((sessionId) => ({ sessionId, childId: family.childIds[0] }));
      await family.api.post(family.path('basket/lines'), { lines });
      const { body } = await family.api.post(family.path('basket/validations'));
      return body.lines.map(({ reservationId }: { reservationId: number }) => reservationId);
    },
    join: (family: CanteenFamily, sessionId: number) =>
      family.api.post(family.path('waiting-entries'), { sessionId, childId: family.childIds[0] }),
    accept: (family: CanteenFamily, entryId: number) =>
      family.api.post(family.path(`waiting-entries/${entryId}/acceptances`)),
    leave: (family: CanteenFamily, entryId: number) => family.api.delete(family.path(`waiting-entries/${entryId}`)),
    cancel: (family: CanteenFamily, reservationId: number) =>
      family.api.post(family.path(`reservations/${reservationId}/cancellations`)),
    entries: async (family: CanteenFamily) => (await family.api.get(family.path('waiting-entries'))).body,
    cell: async (family: CanteenFamily, date: string) =>
      (await family.api.get(family.path(`planning?from=${date}&to=${date}`))).body.children[0].rows[0].cells[0],
    /** Places taken, as the session counts them and as rows; reservations and offers that hold them. */
    async counts(sessionId: number) {
      return {
        taken: await canteen.taken(sessionId),
        places: await count('SELECT COUNT(*) AS n FROM taken_places WHERE session_id = ?', [sessionId]),
        reservations: await canteen.living(sessionId),
        offers: await count("SELECT COUNT(*) AS n FROM waiting_entries WHERE session_id = ? AND state = 'OFFERED'", [
          sessionId,
        ]),
      };
    },
  };
}
