import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { Allowed, STAFF_ROLES } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { ApiPage, limitOf, type Page, pageOf, PageQuery } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { ChangeEnrolment } from '../actions/enrolments/change-enrolment.js';
import { EnrolBatch } from '../actions/enrolments/enrol-batch.js';
import { EnrolChild } from '../actions/enrolments/enrol-child.js';
import { EnrolFromWishes } from '../actions/enrolments/enrol-from-wishes.js';
import { ListEnrolments } from '../actions/enrolments/list-enrolments.js';
import { prestationsProblems } from '../problems.js';
import {
  batchResultDto,
  EnrolmentBatchDto,
  EnrolmentBatchResultDto,
  EnrolmentChangesDto,
  EnrolmentDto,
  enrolmentDto,
  ListedEnrolmentDto,
  listedEnrolmentDto,
  NewEnrolmentDto,
} from './enrolments.dto.js';

@AdministrationApi('Inscriptions')
@Controller('collectivites/:collectiviteId/prestations/:prestationId/enrolments')
export class EnrolmentsController {
  constructor(
    private readonly listEnrolments: ListEnrolments,
    private readonly enrolChild: EnrolChild,
    private readonly enrolBatch: EnrolBatch,
    private readonly enrolFromWishes: EnrolFromWishes,
    private readonly changeEnrolment: ChangeEnrolment,
  ) {}

  /** Lister les inscriptions à une prestation, avec leurs enfants */
  @Get()
  @Allowed(...STAFF_ROLES)
  @ApiPage(ListedEnrolmentDto)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('prestationId', IdPipe) prestationId: number,
    @Query() query: PageQuery,
  ): Promise<Page<ListedEnrolmentDto>> {
    const limit = limitOf(query);
    const after = query.after ?? 0;
    const rows = await this.listEnrolments.run(collectiviteId, prestationId, { after, limit: limit + 1 });
    return pageOf(rows, limit, listedEnrolmentDto);
  }

  /** Inscrire un enfant entre deux dates */
  @Post()
  @Allowed('agent', 'administrateur')
  @ApiProblems(
    prestationsProblems.ENROLMENT_OVERLAP,
    prestationsProblems.CHILD_OF_ANOTHER_SCHOOL,
    prestationsProblems.DATES_REVERSED,
    prestationsProblems.PRESTATION_ARCHIVED,
    prestationsProblems.SUPPLEMENT_UNKNOWN,
  )
  async enrol(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('prestationId', IdPipe) prestationId: number,
    @Body() body: NewEnrolmentDto,
  ): Promise<EnrolmentDto> {
    return enrolmentDto(await this.enrolChild.run(collectiviteId, prestationId, body));
  }

  /**
   * Inscrire plusieurs enfants à la fois, une classe ou une école entière
   *
   * Ceux qui ne peuvent pas l’être sont signalés, sans empêcher les autres.
   */
  @Post('batches')
  @Allowed('agent', 'administrateur')
  @ApiProblems(prestationsProblems.DATES_REVERSED, prestationsProblems.PRESTATION_ARCHIVED)
  async enrolSeveral(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('prestationId', IdPipe) prestationId: number,
    @Body() body: EnrolmentBatchDto,
  ): Promise<EnrolmentBatchResultDto> {
    return batchResultDto(await this.enrolBatch.run(collectiviteId, prestationId, body));
  }

  /**
   * Inscrire les enfants pour qui l’import des familles souhaitait la prestation
   *
   * Depuis le début de l’année scolaire.
   */
  @Post('from-wishes')
  @HttpCode(200)
  @Allowed('agent', 'administrateur')
  @ApiProblems(prestationsProblems.PRESTATION_ARCHIVED)
  async enrolWished(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('prestationId', IdPipe) prestationId: number,
  ): Promise<EnrolmentBatchResultDto> {
    return batchResultDto(await this.enrolFromWishes.run(collectiviteId, prestationId));
  }

  /**
   * Déplacer les dates d’une inscription, ou préciser ses jours par semaine ou ses suppléments
   *
   * Les réservations déjà faites demeurent, à leur prix.
   */
  @Patch(':enrolmentId')
  @Allowed('agent', 'administrateur')
  @ApiProblems(
    prestationsProblems.ENROLMENT_OVERLAP,
    prestationsProblems.DATES_REVERSED,
    prestationsProblems.SUPPLEMENT_UNKNOWN,
  )
  async change(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('prestationId', IdPipe) prestationId: number,
    @Param('enrolmentId', IdPipe) enrolmentId: number,
    @Body() body: EnrolmentChangesDto,
  ): Promise<EnrolmentDto> {
    return enrolmentDto(await this.changeEnrolment.run(collectiviteId, { prestationId, enrolmentId }, body));
  }
}
