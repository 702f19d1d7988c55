import { Controller, Get, Param } from '@nestjs/common';
import { Allowed, ROLES } from '../../identity/index.js';
import { SharedApi } from '../../platform/http/api-audience.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { FindCollectivite } from '../actions/find-collectivite.js';
import { FindOpeningHours } from '../actions/find-opening-hours.js';
import { ContactsDto, contactsDto } from './contacts.dto.js';

@SharedApi('Contacts')
@Controller('collectivites/:collectiviteId')
export class ContactsController {
  constructor(
    private readonly findCollectivite: FindCollectivite,
    private readonly findOpeningHours: FindOpeningHours,
  ) {}

  /** Lire l’identité, les contacts et les horaires d’ouverture d’une collectivité */
  @Get()
  @Allowed(...ROLES)
  async read(@Param('collectiviteId', IdPipe) collectiviteId: number): Promise<ContactsDto> {
    const row = await this.findCollectivite.run(collectiviteId);
    return contactsDto(row, await this.findOpeningHours.run(collectiviteId));
  }
}
