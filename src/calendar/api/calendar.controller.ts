import { Controller, Get, Param, Query } from '@nestjs/common';
import { FindSites } from '../../collectivites/index.js';
import { Allowed, ROLES } from '../../identity/index.js';
import { eachDate } from '../../kernel/civil-time.js';
import { SharedApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { FindCalendar } from '../actions/find-calendar.js';
import { calendarProblems } from '../problems.js';
import { calendarDay } from '../rules/calendar-day.js';
import { isSpanOf } from '../rules/closure-span.js';
import { CalendarDayDto, CalendarQuery } from './calendar.dto.js';

const LONGEST = 400;

@SharedApi('Calendrier')
@Controller('collectivites/:collectiviteId/calendar')
export class CalendarController {
  constructor(
    private readonly findCalendar: FindCalendar,
    private readonly findSites: FindSites,
  ) {}

  /** Lire jour par jour les jours fériés, les vacances scolaires et les fermetures */
  @Get()
  @Allowed(...ROLES)
  @ApiProblems(calendarProblems.DATES_NOT_IN_ORDER)
  async days(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: CalendarQuery,
  ): Promise<CalendarDayDto[]> {
    if (!isSpanOf(query, LONGEST))
      throw calendarProblems.DATES_NOT_IN_ORDER(`Demandez de 1 à ${LONGEST} jours, du premier au dernier.`);
    const siteId = query.siteId ?? null;
    if (siteId !== null) await this.findSites.one(collectiviteId, siteId);
    const calendar = await this.findCalendar.run(collectiviteId, siteId);
    return [...eachDate(query.from, query.to)].map((date) => calendarDay(calendar, date));
  }
}
