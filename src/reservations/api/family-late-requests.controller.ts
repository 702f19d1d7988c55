import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { CurrentFamily, type FamilyAccess, ForFamily } from '../../families/index.js';
import { type Caller, CurrentCaller } from '../../identity/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { AskMairie } from '../actions/late-requests/ask-mairie.js';
import { ListLateRequests } from '../actions/late-requests/list-late-requests.js';
import { WithdrawLateRequest } from '../actions/late-requests/withdraw-late-request.js';
import { reservationsProblems as problems } from '../problems.js';
import { LateRequestDto, NewLateRequestDto } from './late-requests.dto.js';

@FamilyApi('Mes réservations')
@Controller('families/:familyId/late-requests')
export class FamilyLateRequestsController {
  constructor(
    private readonly listLateRequests: ListLateRequests,
    private readonly askMairie: AskMairie,
    private readonly withdrawLateRequest: WithdrawLateRequest,
  ) {}

  /** Lister ce que la famille a demandé à la mairie hors délai, avec ses réponses */
  @Get()
  @ForFamily('agent', 'administrateur')
  list(@CurrentFamily() { collectiviteId, familyId }: FamilyAccess): Promise<LateRequestDto[]> {
    return this.listLateRequests.ofFamily(collectiviteId, familyId);
  }

  /**
   * Demander à la mairie de réserver, d’annuler ou d’échanger un jour, ou d’en changer le menu, hors délai
   *
   * Là où le règlement en laisse le choix à la mairie.
   */
  @Post()
  @ApiBody({
    type: NewLateRequestDto,
    examples: {
      book: { value: { operation: 'ADD', sessionId: 812, childId: 31 } },
      cancel: { value: { operation: 'CANCEL', sessionId: 812, childId: 31 } },
      exchange: { value: { operation: 'MODIFY', sessionId: 812, childId: 31, toSessionId: 813 } },
      menu: { value: { operation: 'DIET', sessionId: 812, childId: 31, menuTypeId: 2 } },
    },
  })
  @Idempotent()
  @ForFamily()
  @ApiProblems(
    problems.CHILD_UNKNOWN,
    problems.SESSION_UNKNOWN,
    problems.RESERVATION_UNKNOWN,
    problems.STILL_IN_TIME,
    problems.LATE_REQUEST_PENDING,
    problems.NOT_YOUR_DAY,
    problems.NOT_ENROLLED,
    problems.NOT_YET_OPEN,
    problems.SESSION_CLOSED,
    problems.PHONE_ONLY,
    problems.SESSION_CALLED_OFF,
    problems.SESSION_ALREADY_BILLED,
    problems.PRICE_UNKNOWN,
    problems.ALREADY_RESERVED,
    problems.CANCELLATION_CLOSED,
    problems.MODIFICATION_CLOSED,
    problems.MENU_CHANGE_CLOSED,
  )
  async ask(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Body() body: NewLateRequestDto,
  ): Promise<LateRequestDto> {
    const id = await this.askMairie.run({ ...family, accountId }, body);
    return this.listLateRequests.one(family.collectiviteId, id);
  }

  /** Retirer une demande hors délai, avant la réponse de la mairie */
  @Delete(':requestId')
  @HttpCode(204)
  @ForFamily()
  @ApiProblems(problems.LATE_REQUEST_UNKNOWN, problems.LATE_REQUEST_ANSWERED)
  withdraw(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Param('requestId', IdPipe) requestId: number,
  ): Promise<void> {
    return this.withdrawLateRequest.run(family, requestId, accountId);
  }
}
