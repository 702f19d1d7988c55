import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { Allowed } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { periodOf } from '../../platform/http/period-query.js';
import { invalidRequest } from '../../platform/http/validation.js';
import { PlanStaff } from '../actions/plan-staff.js';
import { ShowStaffing } from '../actions/show-staffing.js';
import { PlannedStaffDto, PlannedStaffOfSessionDto, SessionStaffingDto, StaffingQuery } from './staffing.dto.js';

const LONGEST_DAYS = 35;

@AdministrationApi('Encadrement')
@Controller('collectivites/:collectiviteId')
export class StaffingController {
  constructor(
    private readonly showStaffing: ShowStaffing,
    private readonly planStaff: PlanStaff,
  ) {}

  /** List the sessions of a span with their children by age, the staff that the law asks for and what is planned. */
  @Get('staffing')
  @Allowed('animateur', 'agent', 'administrateur')
  show(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: StaffingQuery,
  ): Promise<SessionStaffingDto[]> {
    const span = periodOf(query);
    if (span.from.until(span.to).days > LONGEST_DAYS)
      throw invalidRequest([{ field: 'to', message: `la période ne peut pas dépasser ${LONGEST_DAYS} jours.` }]);
    return this.showStaffing.run(collectiviteId, span);
  }

  /** Note how many people are planned for a session. */
  @Put('prestations/:prestationId/sessions/:sessionId/planned-staff')
  @Allowed('agent', 'administrateur')
  async plan(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('prestationId', IdPipe) prestationId: number,
    @Param('sessionId', IdPipe) sessionId: number,
    @Body() { plannedStaff }: PlannedStaffDto,
  ): Promise<PlannedStaffOfSessionDto> {
    const session = await this.planStaff.run(collectiviteId, { prestationId, sessionId }, plannedStaff);
    return { sessionId: session.id, plannedStaff: session.plannedStaff };
  }
}
