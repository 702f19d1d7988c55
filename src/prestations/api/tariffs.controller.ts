import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { Allowed, type Caller, CurrentCaller, STAFF_ROLES } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { AddTariff } from '../actions/tariffs/add-tariff.js';
import { ListVersions } from '../actions/list-versions.js';
import { ApiTariffs, reglementProblems, tariffExamples } from '../../reglement/index.js';
import { prestationsProblems } from '../problems.js';
import { AddedTariffDto, NewTariffDto, ROWS_EXAMPLE, TariffDto, tariffDto } from './tariffs.dto.js';

const DATES = { from: '2026-09-01', to: '2027-08-31' };
const EXAMPLES = {
  ...tariffExamples((tariff) => ({ ...DATES, tariff })),
  'Tranches seules': {
    summary: 'Des tranches de quotient, chacune avec ses trois prix',
    value: { ...DATES, rows: ROWS_EXAMPLE },
  },
};

@AdministrationApi('Prestations')
@ApiTariffs()
@Controller('collectivites/:collectiviteId/prestations/:prestationId/tariffs')
export class TariffsController {
  constructor(
    private readonly versions: ListVersions,
    private readonly addTariff: AddTariff,
  ) {}

  /** Lister les versions des tarifs */
  @Get()
  @Allowed(...STAFF_ROLES)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('prestationId', IdPipe) prestationId: number,
  ): Promise<TariffDto[]> {
    return (await this.versions.tariffs(collectiviteId, prestationId)).map(tariffDto);
  }

  /**
   * Ajouter une version datée des tarifs
   *
   * Les réservations déjà faites gardent le prix promis.
   */
  @Post()
  @Allowed('administrateur')
  @ApiBody({ type: NewTariffDto, examples: EXAMPLES })
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
