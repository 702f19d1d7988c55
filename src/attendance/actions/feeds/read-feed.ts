import { Injectable } from '@nestjs/common';
import { LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { FindCollectivite, FindSites } from '../../../collectivites/index.js';
import { FindChildren, MayFollowChild } from '../../../families/index.js';
import { dateIn, Temporal } from '../../../kernel/civil-time.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Configuration } from '../../../platform/config/configuration.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { Throttle, type ThrottleRule } from '../../../platform/http/throttle.js';
import { Secrets } from '../../../platform/secrets/secrets.js';
import { FindPrestations } from '../../../prestations/index.js';
import { AbsenceRow } from '../../data/absence.entity.js';
import { CalendarFeedRow } from '../../data/calendar-feed.entity.js';
import { concerns } from '../../rules/absence.js';
import { type CalendarDay, calendarText } from '../../rules/calendar-text.js';

const DAYS_BEHIND = 60;
const DAYS_AHEAD = 400;

/** Calendars ask again each hour or so, on several devices. */
const PER_FEED: ThrottleRule = { name: 'calendar-feed', limit: 120, window: { hours: 1 } };
/** Only of what is not found: the calendars of a whole village come from the few addresses of their makers. */
const MISSES_OF_ADDRESS: ThrottleRule = { name: 'calendar-feed.misses', limit: 100, window: { hours: 1 } };

/** What is reserved for a child and where it is awaited, as a calendar reads it, with no other key than its address. */
@Injectable()
export class ReadFeed {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly throttle: Throttle,
    private readonly configuration: Configuration,
    private readonly findCollectivite: FindCollectivite,
    private readonly findSites: FindSites,
    private readonly findPrestations: FindPrestations,
    private readonly findChildren: FindChildren,
    private readonly mayFollowChild: MayFollowChild,
  ) {}

  /**
   * The text of the calendar. Throws NOT_FOUND, the same for an address that never was, one that was ended or replaced,
   * and one whose adult or foyer no longer has the child; TOO_MANY_REQUESTS.
   */
  async run(token: string, address: string): Promise<string> {
    const digest = this.secrets.digest(token);
    const text = await this.database.read(() => this.written(digest));
    if (text === null) {
      await this.throttle.count(MISSES_OF_ADDRESS, address);
      throw httpProblems.NOT_FOUND('Cette adresse n’existe pas, ou vous n’y avez pas accès.');
    }
    await this.throttle.count(PER_FEED, digest);
    return text;
  }

  private async written(digest: string): Promise<string | null> {
    const feed = await this.database.repository(CalendarFeedRow).findOneBy({ digest });
    if (!feed) return null;
    const { collectiviteId, childId } = feed;
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    const today = dateIn(timeZone, this.clock.now());
    if (!(await this.mayFollowChild.run(feed, today))) return null;
    const child = (await this.findChildren.run(collectiviteId, [childId])).get(childId)!;
    return calendarText(await this.days(feed, today), {
      childId,
      firstName: child.firstName,
      zone: timeZone,
      host: new URL(this.configuration.publicUrl).hostname,
    });
  }

  /** Those of this foyer alone; the ones given up from today on, so that calendars let them go. */
  private async days(
    { collectiviteId, familyId, childId }: CalendarFeedRow,
    today: Temporal.PlainDate,
  ): Promise<CalendarDay[]> {
    const [from, to] = [today.subtract({ days: DAYS_BEHIND }), today.add({ days: DAYS_AHEAD })];
    const absences = await this.database.repository(AbsenceRow).find({
      where: { collectiviteId, childId, fromDate: LessThanOrEqual(to), toDate: MoreThanOrEqual(from) },
      order: { id: 'ASC' },
    });
    const rows = await this.database.rows<{
      session_id: number;
      prestation_id: number;
      date: string;
      booked_at: number;
      ended_at: number | null;
    }>(
      `SELECT r.session_id, s.prestation_id, s.date, r.booked_at, COALESCE(r.cancelled_at, s.called_off_at) AS ended_at
       FROM reservations r JOIN sessions s ON s.id = r.session_id
       WHERE r.collectivite_id = ? AND r.family_id = ? AND r.child_id = ? AND s.date BETWEEN ? AND ?
         AND (s.date >= ? OR (r.active = 1 AND s.called_off_at IS NULL))
       ORDER BY r.id`,
      [collectiviteId, familyId, childId, from.toString(), to.toString(), today.toString()],
    );
    const prestations = await this.findPrestations.run(collectiviteId, { archived: true });
    const prestationOf = new Map(prestations.map((one) => [one.id, one]));
    const sites = await this.findSites.run(collectiviteId);
    const siteNames = new Map(sites.map(({ id, name }) => [id, name]));
    return rows.map((row) => {
      const prestationId = Number(row.prestation_id);
      const date = Temporal.PlainDate.from(row.date);
      const { name, siteId, startsAt, endsAt } = prestationOf.get(prestationId)!;
      return {
        sessionId: Number(row.session_id),
        date,
        prestationName: name,
        siteName: siteNames.get(siteId)!,
        startsAt,
        endsAt,
        bookedAt: instantOf(row.booked_at),
        cancelledAt: row.ended_at === null ? null : instantOf(row.ended_at),
        absences: absences.filter((absence) => concerns(absence, { childId, familyId, prestationId, date })),
      };
    });
  }
}

function instantOf(milliseconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Number(milliseconds));
}
