import { Body, Controller, Get, Param, Patch, Put } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { ChangeCollectivite } from '../actions/change-collectivite.js';
import { FindCollectivite } from '../actions/find-collectivite.js';
import { FindOpeningHours } from '../actions/find-opening-hours.js';
import { SetOpeningHours } from '../actions/set-opening-hours.js';
import { collectivitesProblems } from '../problems.js';
import { ContactsDto, contactsDto, OpeningHourDto, openingHourDtos } from './contacts.dto.js';
import {
  ChangeBillingSettingsDto,
  ChangeCollectiviteDto,
  ServiceSettingsDto,
  serviceSettingsDto,
  SetOpeningHoursDto,
} from './settings.dto.js';

@AdministrationApi('Collectivité')
@Controller('collectivites/:collectiviteId')
export class SettingsController {
  constructor(
    private readonly findCollectivite: FindCollectivite,
    private readonly changeCollectivite: ChangeCollectivite,
    private readonly findOpeningHours: FindOpeningHours,
    private readonly setOpeningHours: SetOpeningHours,
  ) {}

  /** Modifier l’identité, les contacts ou le calendrier de la collectivité */
  @Patch()
  @Allowed('administrateur')
  @ApiProblems(collectivitesProblems.SETTING_NOT_VALID)
  async change(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() body: ChangeCollectiviteDto,
    @CurrentCaller() caller: Caller,
  ): Promise<ContactsDto> {
    await this.changeCollectivite.run(collectiviteId, { ...body }, caller.accountId);
    const row = await this.findCollectivite.run(collectiviteId);
    return contactsDto(row, await this.findOpeningHours.run(collectiviteId));
  }

  /** Remplacer tous les horaires d’ouverture */
  @Put('opening-hours')
  @Allowed('administrateur')
  @ApiProblems(collectivitesProblems.OPENING_HOURS_NOT_VALID)
  async replaceHours(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() body: SetOpeningHoursDto,
    @CurrentCaller() caller: Caller,
  ): Promise<OpeningHourDto[]> {
    await this.setOpeningHours.run(collectiviteId, body.openingHours, caller.accountId);
    return openingHourDtos(await this.findOpeningHours.run(collectiviteId));
  }

  /** Lire les réglages de la semaine d’école, de la cuisine et de la facturation */
  @Get('settings')
  @Allowed('agent', 'regisseur', 'administrateur')
  async settings(@Param('collectiviteId', IdPipe) collectiviteId: number): Promise<ServiceSettingsDto> {
    return serviceSettingsDto(await this.findCollectivite.run(collectiviteId));
  }

  /** Modifier les dates d’émission et d’échéance des factures, et leurs mentions de la régie */
  @Patch('billing-settings')
  @Allowed('regisseur', 'administrateur')
  async changeBilling(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() body: ChangeBillingSettingsDto,
    @CurrentCaller() caller: Caller,
  ): Promise<ServiceSettingsDto> {
    await this.changeCollectivite.run(collectiviteId, { ...body }, caller.accountId);
    return serviceSettingsDto(await this.findCollectivite.run(collectiviteId));
  }
}
