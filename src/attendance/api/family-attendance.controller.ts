import { Controller, Get, Query } from '@nestjs/common';
import { CurrentFamily, type FamilyAccess, ForFamily } from '../../families/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { PeriodQuery, periodOf } from '../../platform/http/period-query.js';
import { ShowFamilyAttendance } from '../actions/show-family-attendance.js';
import { FamilyAttendanceDto } from './attendance.dto.js';

@FamilyApi('Mes présences')
@Controller('families/:familyId/attendance')
export class FamilyAttendanceController {
  constructor(private readonly showFamilyAttendance: ShowFamilyAttendance) {}

  /**
   * Lire le pointage des enfants de la famille
   *
   * Par date ; les jours où un autre foyer avait l’enfant ne sont pas montrés.
   */
  @Get()
  @ForFamily('agent', 'administrateur')
  async list(@CurrentFamily() family: FamilyAccess, @Query() query: PeriodQuery): Promise<FamilyAttendanceDto[]> {
    const { from, to } = periodOf(query);
    const found = await this.showFamilyAttendance.run(family.collectiviteId, family.familyId, from, to);
    return found.map(({ attendance, firstName, prestationId, prestation }) => {
      const { date, childId, sessionId, state, arrivedAt, leftAt } = attendance;
      return { date, childId, firstName, sessionId, prestationId, prestation, state, arrivedAt, leftAt };
    });
  }
}
