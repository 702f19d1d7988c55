import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { ApiPage, limitOf, type Page, pageOf } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { invalidRequest } from '../../platform/http/validation.js';
import { AnswerLateRequest } from '../actions/late-requests/answer-late-request.js';
import { ListLateRequests } from '../actions/late-requests/list-late-requests.js';
import { reservationsProblems as problems } from '../problems.js';
import { LateRequestAnswerDto, LateRequestDto, LateRequestsQuery } from './late-requests.dto.js';

@AdministrationApi('Réservations')
@Controller('collectivites/:collectiviteId/late-requests')
export class LateRequestsController {
  constructor(
    private readonly listLateRequests: ListLateRequests,
    private readonly answerLateRequest: AnswerLateRequest,
  ) {}

  /**
   * Lister ce que les familles demandent hors délai, le plus ancien d’abord
   *
   * Celles qui attendent une réponse, avec `state=PENDING`.
   */
  @Get()
  @Allowed('agent', 'administrateur')
  @ApiPage(LateRequestDto)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: LateRequestsQuery,
  ): Promise<Page<LateRequestDto>> {
    const limit = limitOf(query);
    const { state, after = 0 } = query;
    const rows = await this.listLateRequests.ofCollectivite(collectiviteId, { state, after, limit });
    return pageOf(rows, limit, (row) => row);
  }

  /**
   * Répondre à une demande hors délai
   *
   * Accepter fait aussitôt ce qui est demandé, et la famille en est avertie par courriel.
   */
  @Post(':requestId/answers')
  @HttpCode(200)
  @Allowed('agent', 'administrateur')
  @ApiProblems(
    problems.LATE_REQUEST_UNKNOWN,
    problems.LATE_REQUEST_ANSWERED,
    problems.SESSION_FULL,
    problems.SESSION_CALLED_OFF,
    problems.SESSION_ALREADY_BILLED,
    problems.ALREADY_RESERVED,
    problems.ALREADY_CANCELLED,
    problems.NOT_YOUR_DAY,
    problems.NOT_ENROLLED,
    problems.PRICE_UNKNOWN,
    problems.SESSION_UNKNOWN,
    problems.MENU_CHANGE_CLOSED,
  )
  async answer(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('requestId', IdPipe) requestId: number,
    @Body() body: LateRequestAnswerDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<LateRequestDto> {
    const { accepted } = body;
    const answer = body.answer ?? null;
    if (!accepted && answer === null)
      throw invalidRequest([{ field: 'answer', message: 'dites à la famille pourquoi sa demande est refusée.' }]);
    await this.answerLateRequest.run(collectiviteId, requestId, { accepted, answer }, accountId);
    return this.listLateRequests.one(collectiviteId, requestId);
  }
}
