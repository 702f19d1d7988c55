import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller, STAFF_ROLES } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { AddTariff } from '../actions/add-tariff.js';
import { ListVersions } from '../actions/list-versions.js';
import { reglementProblems } from '../../reglement/index.js';
import { prestationsProblems } from '../problems.js';
import { AddedTariffDto, NewTariffDto, TariffDto, tariffDto } from './tariffs.dto.js';

@AdministrationApi('Prestations')
@Controller('collectivites/:collectiviteId/prestations/:prestationId/tariffs')
export class TariffsController {
  constructor(
    private readonly versions: ListVersions,
    private readonly addTariff: AddTariff,
  ) {}

  /** List the versions of the prices. */
  @Get()
  @Allowed(...STAFF_ROLES)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('prestationId', IdPipe) prestationId: number,
  ): Promise<TariffDto[]> {
    return (await this.versions.tariffs(collectiviteId, prestationId)).map(tariffDto);
  }

  /** Add a dated version of the prices; reservations made before keep what they were promised. */
  @Post()
  @Allowed('administrateur')
  @ApiProblems(
    prestationsProblems.TARIFF_OVERLAP,
    reglementProblems.TARIFF_NOT_VALID,
    prestationsProblems.DATES_REVERSED,
    prestationsProblems.PRESTATION_ARCHIVED,
  )
  async add(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('prestationId', IdPipe) prestationId: number,
    @Body() body: NewTariffDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<AddedTariffDto> {
    const { tariff, closedTariffId } = await this.addTariff.run(collectiviteId, prestationId, body, accountId);
    return { ...tariffDto(tariff), closedTariffId };
  }
}
