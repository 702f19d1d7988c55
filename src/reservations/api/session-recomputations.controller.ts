import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { ForeseeRecomputation } from '../actions/recomputation/foresee-recomputation.js';
import { RecomputeSessions } from '../actions/recomputation/recompute-sessions.js';
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

  /**
   * Prévisualiser ce que change le recalcul des séances ouvertes
   *
   * Quelles séances, les paniers et les réservations de qui, quels courriels.
   */
  @Post('preview')
  @HttpCode(200)
  @Allowed('administrateur')
  async preview(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('prestationId', IdPipe) prestationId: number,
  ): Promise<RecomputationPreviewDto> {
    return recomputationPreviewDto(await this.foresee.run(collectiviteId, prestationId));
  }

  /**
   * Recalculer les séances ouvertes comme prévisualisé, et en avertir les familles
   *
   * Les réservations et les prix promis demeurent.
   */
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
