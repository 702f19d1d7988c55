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

  /** Change the identity, the contacts or the calendar of the collectivité. */
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

  /** Replace all the opening hours. */
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

  /** Read the settings of the kitchen and of billing. */
  @Get('settings')
  @Allowed('agent', 'regisseur', 'administrateur')
  async settings(@Param('collectiviteId', IdPipe) collectiviteId: number): Promise<ServiceSettingsDto> {
    return serviceSettingsDto(await this.findCollectivite.run(collectiviteId));
  }

  /** Change when invoices are issued and due, and what they say of the régie. */
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
