import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allowed } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { PeriodQuery, periodOf } from '../../platform/http/period-query.js';
import { FollowAttendance } from '../actions/follow-attendance.js';
import { SessionToPointDto } from './attendance.dto.js';

@AdministrationApi('Pointage')
@Controller('collectivites/:collectiviteId/attendance')
export class AttendanceController {
  constructor(private readonly followAttendance: FollowAttendance) {}

  /**
   * Lister les séances dont le pointage est incomplet
   *
   * Les séances, jusqu’à aujourd’hui, où un enfant attendu n’est pas encore pointé, les plus anciennes d’abord : ce
   * qu’il faut compléter avant de facturer.
   */
  @Get()
  @Allowed('animateur', 'agent', 'administrateur')
  list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: PeriodQuery,
  ): Promise<SessionToPointDto[]> {
    const { from, to } = periodOf(query);
    return this.followAttendance.run(collectiviteId, from, to);
  }
}
