import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { httpProblems } from '../../platform/http/problems.js';
import { ChangeSepaSettings } from '../actions/change-sepa-settings.js';
import { FindSepaSettings } from '../actions/find-sepa-settings.js';
import { mandatesProblems } from '../problems.js';
import { ChangeSepaSettingsDto, SepaSettingsDto, sepaSettingsDto } from './sepa-settings.dto.js';

@AdministrationApi('Prélèvements')
@Controller('collectivites/:collectiviteId/sepa-settings')
export class SepaSettingsController {
  constructor(
    private readonly findSettings: FindSepaSettings,
    private readonly changeSettings: ChangeSepaSettings,
  ) {}

  /** Lire les réglages du prélèvement */
  @Get()
  @Allowed('regisseur', 'administrateur')
  async read(@Param('collectiviteId', IdPipe) collectiviteId: number): Promise<SepaSettingsDto> {
    const settings = await this.findSettings.run(collectiviteId);
    if (!settings) throw httpProblems.NOT_FOUND('Le prélèvement n’a pas encore été réglé.');
    return sepaSettingsDto(settings);
  }

  /** Régler le prélèvement : créancier, délai d’annonce, compte DFT */
  @Put()
  @Allowed('administrateur')
  @ApiProblems(mandatesProblems.SEPA_SETTINGS_REFUSED, mandatesProblems.CREDITOR_IN_USE)
  async change(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() body: ChangeSepaSettingsDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<SepaSettingsDto> {
    const settings = {
      ...body,
      dftService: body.dftService ?? null,
      ddfipCodique: body.ddfipCodique ?? null,
      ddfipName: body.ddfipName ?? null,
      ddfipStreet: body.ddfipStreet ?? null,
      ddfipPostalCode: body.ddfipPostalCode ?? null,
      ddfipCity: body.ddfipCity ?? null,
      creditedIban: body.creditedIban ?? null,
      creditedBic: body.creditedBic ?? null,
      dftIban: body.dftIban ?? null,
    };
    return sepaSettingsDto(await this.changeSettings.run(collectiviteId, settings, accountId));
  }
}
