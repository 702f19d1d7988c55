import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { Database } from '../../platform/database/database.js';
import { ClosureRow } from '../data/closure.entity.js';
import { publicHolidays, schoolHolidays } from '../load-calendars.js';
import { civilCalendar, type CivilCalendar } from '../rules/civil-calendar.js';
import type { HolidayTerritory, SchoolZone } from '../rules/holidays.js';

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
      const closures = await this.database.repository(ClosureRow).find({
        where: { collectiviteId },
        order: { fromDate: 'ASC', id: 'ASC' },
      });
      return civilCalendar({
        schoolHolidays: schoolHolidays(schoolZone),
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
