import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { Allowed, type Caller, CurrentCaller, STAFF_ROLES } from '../../identity/index.js';
import { Temporal } from '../../kernel/civil-time.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { ApiPage, limitOf, type Page } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { invalidRequest } from '../../platform/http/validation.js';
import { CallOffSessions } from '../actions/sessions/call-off-sessions.js';
import { ChangePlaces } from '../actions/places/change-places.js';
import { ListSessions } from '../actions/sessions/list-sessions.js';
import { PlanSessions } from '../actions/sessions/plan-sessions.js';
import { ReinstateSessions } from '../actions/sessions/reinstate-sessions.js';
import type { SessionRow } from '../data/session.entity.js';
import { prestationsProblems } from '../problems.js';
import {
  CallingOffDto,
  NewSessionPlanningDto,
  PlannedSessionDto,
  plannedSessionDto,
  SessionPlacesDto,
  SessionPlanningDto,
  SessionsQuery,
} from './sessions.dto.js';

@AdministrationApi('Séances')
@Controller('collectivites/:collectiviteId/prestations/:prestationId')
export class SessionsController {
  constructor(
    private readonly findCollectivite: FindCollectivite,
    private readonly planSessions: PlanSessions,
    private readonly listSessions: ListSessions,
    private readonly changePlaces: ChangePlaces,
    private readonly callOffSessions: CallOffSessions,
    private readonly reinstateSessions: ReinstateSessions,
  ) {}

  /**
   * Planifier les séances d’une période d’après le calendrier
   *
   * Celles qui étaient déjà planifiées restent telles quelles.
   */
  @Post('session-plannings')
  @Allowed('agent', 'administrateur')
  @Idempotent()
  @ApiProblems(
    prestationsProblems.CALENDAR_NOT_KNOWN,
    prestationsProblems.POLICY_MISSING,
    prestationsProblems.DATES_REVERSED,
    prestationsProblems.PRESTATION_ARCHIVED,
  )
  plan(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('prestationId', IdPipe) prestationId: number,
    @Body() body: NewSessionPlanningDto,
  ): Promise<SessionPlanningDto> {
    return this.planSessions.run(collectiviteId, prestationId, body);
  }

  /** Lister les séances d’une période par date, avec leurs places et leurs instants exacts de clôture */
  @Get('sessions')
  @Allowed(...STAFF_ROLES)
  @ApiPage(PlannedSessionDto)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('prestationId', IdPipe) prestationId: number,
    @Query() query: SessionsQuery,
  ): Promise<Page<PlannedSessionDto>> {
    const limit = limitOf(query);
    const rows = await this.listSessions.run(collectiviteId, prestationId, {
      from: query.from,
      to: query.to,
      after: query.after === undefined ? null : dateOfCursor(query.after),
      limit: limit + 1,
    });
    const shown = rows.slice(0, limit);
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    return {
      items: shown.map((row) => plannedSessionDto(row, timeZone)),
      next: rows.length > limit ? cursorOf(shown.at(-1)!.date) : null,
    };
  }

  /** Modifier les places d’une séance, jamais en dessous des places prises */
  @Patch('sessions/:sessionId')
  @Allowed('agent', 'administrateur')
  @ApiProblems(prestationsProblems.PLACES_ALREADY_TAKEN)
  async change(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('prestationId', IdPipe) prestationId: number,
    @Param('sessionId', IdPipe) sessionId: number,
    @Body() { places }: SessionPlacesDto,
  ): Promise<PlannedSessionDto> {
    return this.shown(await this.changePlaces.run(collectiviteId, { prestationId, sessionId }, places));
  }

  /**
   * Annuler une séance
   *
   * Ses réservations sont annulées, rien n’est facturé, et les familles en sont averties.
   */
  @Post('sessions/:sessionId/calling-off')
  @HttpCode(200)
  @Allowed('agent', 'administrateur')
  @ApiProblems(prestationsProblems.SESSION_ALREADY_CALLED_OFF, prestationsProblems.SESSION_ALREADY_BILLED)
  async callOff(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('prestationId', IdPipe) prestationId: number,
    @Param('sessionId', IdPipe) sessionId: number,
    @Body() { reason }: CallingOffDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<PlannedSessionDto> {
    return this.shown(await this.callOffSessions.one(collectiviteId, { prestationId, sessionId }, reason, accountId));
  }

  /**
   * Rétablir une séance annulée par erreur
   *
   * Les familles peuvent de nouveau la réserver.
   */
  @Post('sessions/:sessionId/reinstatements')
  @HttpCode(200)
  @Allowed('agent', 'administrateur')
  @ApiProblems(prestationsProblems.SESSION_NOT_REINSTATED)
  async reinstate(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('prestationId', IdPipe) prestationId: number,
    @Param('sessionId', IdPipe) sessionId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<PlannedSessionDto> {
    return this.shown(await this.reinstateSessions.one(collectiviteId, { prestationId, sessionId }, accountId));
  }

  private async shown(session: SessionRow): Promise<PlannedSessionDto> {
    const { timeZone } = await this.findCollectivite.run(session.collectiviteId);
    return plannedSessionDto(session, timeZone);
  }
}

/** Pages are in the order of dates, one session on each: the cursor is the last date, 20261126. */
function cursorOf({ year, month, day }: Temporal.PlainDate): number {
  return year * 10_000 + month * 100 + day;
}

function dateOfCursor(cursor: number): Temporal.PlainDate {
  try {
    const parts = { year: Math.trunc(cursor / 10_000), month: Math.trunc(cursor / 100) % 100, day: cursor % 100 };
    return Temporal.PlainDate.from(parts, { overflow: 'reject' });
  } catch {
    throw invalidRequest([{ field: 'after', message: 'le « next » de la page précédente est attendu.' }]);
  }
}
