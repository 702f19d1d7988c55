import { Injectable } from '@nestjs/common';
import { FindCalendar } from '../../../calendar/index.js';
import { FindSites } from '../../../collectivites/index.js';
import { FindChildren } from '../../../families/index.js';
import type { Temporal } from '../../../kernel/civil-time.js';
import { groupedBy } from '../../../kernel/lists.js';
import { Database } from '../../../platform/database/database.js';
import { childrenByAge, ratioInFrench, staffAlert, staffNeeded, staffRatioOf } from '../../rules/staff-ratio.js';
import { FindPrestations } from '../find-prestations.js';
import { FindSessions } from '../sessions/find-sessions.js';

export interface SessionStaffing {
  readonly sessionId: number;
  readonly date: Temporal.PlainDate;
  readonly prestationId: number;
  readonly prestationName: string;
  readonly siteId: number;
  readonly siteName: string;
  /** Children who have a place, by age on the day. */
  readonly under6: number;
  readonly from6: number;
  /** The national ratio in French. */
  readonly rule: string;
  /** Null where no national ratio holds. */
  readonly needed: number | null;
  /** Null while nobody noted it. */
  readonly planned: number | null;
  /** What to look at, in French; null when all is well. */
  readonly alert: string | null;
}

/** The staff that the law asks for beside what is planned, session by session. It tells; it refuses nobody. */
@Injectable()
export class ShowStaffing {
  constructor(
    private readonly database: Database,
    private readonly findSessions: FindSessions,
    private readonly findPrestations: FindPrestations,
    private readonly findSites: FindSites,
    private readonly findChildren: FindChildren,
    private readonly findCalendar: FindCalendar,
  ) {}

  /** The sessions between two dates, both included, that are not called off. */
  run(
    collectiviteId: number,
    span: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
  ): Promise<SessionStaffing[]> {
    return this.database.read(async () => {
      const sessions = (await this.findSessions.run(collectiviteId, span)).filter(
        ({ calledOffAt }) => calledOffAt === null,
      );
      const prestations = await this.findPrestations.run(collectiviteId, { archived: true });
      const prestationOf = new Map(prestations.map((row) => [row.id, row]));
      const sites = await this.findSites.run(collectiviteId);
      const siteName = new Map(sites.map(({ id, name }) => [id, name]));
      const calendar = await this.findCalendar.run(collectiviteId, null);
      const seated = await this.seated(collectiviteId, span);
      const children = await this.findChildren.run(
        collectiviteId,
        [...seated.values()].flat().map(({ childId }) => childId),
      );
      return sessions.map((session): SessionStaffing => {
        const prestation = prestationOf.get(session.prestationId)!;
        const births = (seated.get(session.id) ?? []).map(({ childId }) => children.get(childId)!.birthDate);
        const byAge = childrenByAge(births, session.date);
        const holidays = calendar.covers(session.date) && calendar.schoolHoliday(session.date) !== null;
        const ratio = staffRatioOf(prestation, session.date, holidays);
        const needed = ratio && staffNeeded(ratio, byAge);
        const planned = session.plannedStaff ?? prestation.plannedStaff;
        return {
          sessionId: session.id,
          date: session.date,
          prestationId: prestation.id,
          prestationName: prestation.name,
          siteId: prestation.siteId,
          siteName: siteName.get(prestation.siteId) ?? '',
          ...byAge,
          rule: ratioInFrench(ratio),
          needed,
          planned,
          alert: needed === null ? null : staffAlert(needed, planned),
        };
      });
    });
  }

  private async seated(
    collectiviteId: number,
    { from, to }: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
  ): Promise<Map<number, { readonly sessionId: number; readonly childId: number }[]>> {
    const rows = await this.database.rows<{ session_id: number; child_id: number }>(
      `SELECT t.session_id, t.child_id FROM taken_places t JOIN sessions s ON s.id = t.session_id
       WHERE s.collectivite_id = ? AND s.date >= ? AND s.date <= ?`,
      [collectiviteId, from.toString(), to.toString()],
    );
    const places = rows.map(({ session_id, child_id }) => ({
      sessionId: Number(session_id),
      childId: Number(child_id),
    }));
    return groupedBy(places, ({ sessionId }) => sessionId);
  }
}
