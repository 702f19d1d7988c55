import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { AnswersAttachment } from '../../demandes/index.js';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { download } from '../../platform/http/download.js';
import { ApiPage, limitOf, type Page, PageQuery, pageOf } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { DecideCarePlan } from '../actions/decide-care-plan.js';
import { FindCarePlans } from '../actions/find-care-plans.js';
import { ReadCareFile } from '../actions/read-care-file.js';
import { healthProblems } from '../problems.js';
import { CarePlanAcceptanceDto, CarePlanDto, carePlanDto } from './care-plans.dto.js';

@AdministrationApi('Familles')
@Controller('collectivites/:collectiviteId')
export class CarePlansController {
  constructor(
    private readonly findCarePlans: FindCarePlans,
    private readonly readCareFile: ReadCareFile,
    private readonly decideCarePlan: DecideCarePlan,
  ) {}

  /**
   * Lister les PAI que les familles ont envoyés et qui restent à lire, les plus anciens d’abord
   *
   * La consultation est tracée.
   */
  @Get('care-plans')
  @Allowed('agent')
  @ApiPage(CarePlanDto)
  async received(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @CurrentCaller() { accountId }: Caller,
    @Query() query: PageQuery,
  ): Promise<Page<CarePlanDto>> {
    const limit = limitOf(query);
    const plans = await this.findCarePlans.received({ collectiviteId, accountId }, query.after ?? 0, limit + 1);
    return pageOf(plans, limit, carePlanDto);
  }

  /** Tenir compte d’un PAI jusqu’à un jour ; le précédent est effacé, la famille avertie par courriel */
  @Post('care-plans/:carePlanId/acceptances')
  @HttpCode(204)
  @Allowed('agent')
  @ApiProblems(healthProblems.CARE_PLAN_ALREADY_DECIDED)
  async accept(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('carePlanId', IdPipe) carePlanId: number,
    @CurrentCaller() { accountId }: Caller,
    @Body() { validUntil }: CarePlanAcceptanceDto,
  ): Promise<void> {
    await this.decideCarePlan.accept(collectiviteId, carePlanId, validUntil, accountId);
  }

  /** Refuser un PAI : ses documents sont effacés, la famille avertie par courriel */
  @Post('care-plans/:carePlanId/refusals')
  @HttpCode(204)
  @Allowed('agent')
  @ApiProblems(healthProblems.CARE_PLAN_ALREADY_DECIDED)
  async refuse(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('carePlanId', IdPipe) carePlanId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<void> {
    await this.decideCarePlan.refuse(collectiviteId, carePlanId, accountId);
  }

  /**
   * Lire quels PAI concernent un enfant
   *
   * Celui qui est en vigueur et ceux qui restent à lire ; la consultation est tracée.
   */
  @Get('children/:childId/care-plans')
  @Allowed('agent', 'animateur')
  async ofChild(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('childId', IdPipe) childId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<CarePlanDto[]> {
    return (await this.findCarePlans.ofChild({ collectiviteId, accountId }, childId)).map(carePlanDto);
  }

  /**
   * Télécharger un document d’un PAI
   *
   * La consultation est tracée.
   */
  @Get('children/:childId/care-plans/:carePlanId/files/:fileId')
  @Allowed('agent', 'animateur')
  @AnswersAttachment()
  async content(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('childId', IdPipe) childId: number,
    @Param('carePlanId', IdPipe) carePlanId: number,
    @Param('fileId', IdPipe) fileId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<StreamableFile> {
    const seen = await this.findCarePlans.ofChild({ collectiviteId, accountId }, childId);
    const { content, ...file } = await this.readCareFile.run(seen, { carePlanId, fileId, accountId });
    return download(file, content);
  }
}
