import { Injectable } from '@nestjs/common';
import { IsNull, MoreThanOrEqual } from 'typeorm';
import { FindCollectivite } from '../../collectivites/index.js';
import { Database } from '../../platform/database/database.js';
import { ClosureRow } from '../data/closure.entity.js';
import { publicHolidays, schoolHolidays } from '../load-calendars.js';
import { civilCalendar, type CivilCalendar } from '../rules/civil-calendar.js';
import type { HolidayTerritory, SchoolZone } from '../rules/holidays.js';
import { schoolYearSpan } from '../rules/school-year.js';

@Injectable()
export class FindCalendar {
  constructor(
    private readonly database: Database,
    private readonly findCollectivite: FindCollectivite,
  ) {}

  /**
   * The days of a site; with `siteId` null, of the whole commune, where only common closures count. `elsewhere` looks
   * at them with the holidays of another school zone or territory. Throws NOT_FOUND.
   */
  async run(
    collectiviteId: number,
    siteId: number | null,
    elsewhere: {
      readonly schoolZone?: SchoolZone | undefined;
      readonly holidaysOf?: HolidayTerritory | undefined;
    } = {},
  ): Promise<CivilCalendar> {
    return this.database.read(async () => {
      const own = await this.findCollectivite.run(collectiviteId);
      const { schoolZone = own.schoolZone, holidaysOf = own.holidaysOf } = elsewhere;
      // Of years that the calendars know: nothing is planned, booked or counted on the days of others.
      const known = schoolHolidays(schoolZone);
      const lasting = { collectiviteId, toDate: MoreThanOrEqual(schoolYearSpan(known.coveredSchoolYears[0]!).from) };
      const closures = await this.database.repository(ClosureRow).find({
        where: [{ ...lasting, siteId: IsNull() }, ...(siteId === null ? [] : [{ ...lasting, siteId }])],
        order: { fromDate: 'ASC', id: 'ASC' },
      });
      return civilCalendar({
        schoolHolidays: known,
        publicHolidays: publicHolidays(holidaysOf),
        closures: closures.map((row) => ({
          from: row.fromDate,
          to: row.toDate,
          reason: row.reason,
          siteId: row.siteId,
        })),
        siteId,
      });
    });
  }
}
