import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { Allowed } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { periodOf } from '../../platform/http/period-query.js';
import { invalidRequest } from '../../platform/http/validation.js';
import { PlanStaff } from '../actions/staff/plan-staff.js';
import { ShowStaffing } from '../actions/staff/show-staffing.js';
import { PlannedStaffDto, PlannedStaffOfSessionDto, SessionStaffingDto, StaffingQuery } from './staffing.dto.js';

const LONGEST_DAYS = 35;

@AdministrationApi('Encadrement')
@Controller('collectivites/:collectiviteId')
export class StaffingController {
  constructor(
    private readonly showStaffing: ShowStaffing,
    private readonly planStaff: PlanStaff,
  ) {}

  /**
   * Lister les séances d’une période avec l’encadrement
   *
   * Les enfants par âge, le personnel que demande la réglementation et celui qui est prévu.
   */
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

  /** Noter combien de personnes sont prévues pour une séance */
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
