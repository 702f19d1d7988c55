import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { ForeseeRecomputation } from '../actions/foresee-recomputation.js';
import { RecomputeSessions } from '../actions/recompute-sessions.js';
import { reservationsProblems } from '../problems.js';
import {
  NewRecomputationDto,
  RecomputationDto,
  recomputationDto,
  RecomputationPreviewDto,
  recomputationPreviewDto,
} from './session-recomputations.dto.js';

@AdministrationApi('Séances')
@Controller('collectivites/:collectiviteId/prestations/:prestationId/session-recomputations')
export class SessionRecomputationsController {
  constructor(
    private readonly foresee: ForeseeRecomputation,
    private readonly recompute: RecomputeSessions,
  ) {}

  /** Preview what recomputing the open sessions changes: which, whose baskets and reservations, which mails. */
  @Post('preview')
  @HttpCode(200)
  @Allowed('administrateur')
  async preview(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('prestationId', IdPipe) prestationId: number,
  ): Promise<RecomputationPreviewDto> {
    return recomputationPreviewDto(await this.foresee.run(collectiviteId, prestationId));
  }

  /** Recompute the open sessions as previewed, and tell the families; reservations and promised prices stay. */
  @Post()
  @Allowed('administrateur')
  @ApiProblems(reservationsProblems.RECOMPUTATION_OUTDATED)
  async apply(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('prestationId', IdPipe) prestationId: number,
    @Body() { digest }: NewRecomputationDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<RecomputationDto> {
    return recomputationDto(await this.recompute.run(collectiviteId, prestationId, digest, accountId));
  }
}
