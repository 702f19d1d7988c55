import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller, OpenToAll } from '../../identity/index.js';
import { AdministrationApi, FamilyApi } from '../../platform/http/api-audience.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { LegalNotices } from '../actions/legal-notices.js';
import { NOTHING_TOLD } from '../rules/legal-notice.js';
import {
  OwnLegalNoticeDto,
  ownLegalNoticeDto,
  PublisherDto,
  publisherDto,
  SetLegalNoticeDto,
} from './legal-notices.dto.js';

@FamilyApi('Contacts')
@Controller('legal-notices')
export class LegalNoticesController {
  constructor(private readonly notices: LegalNotices) {}

  /** Lire qui édite et qui héberge l’espace famille, et qui y protège les données */
  @Get()
  @OpenToAll()
  async all(): Promise<PublisherDto[]> {
    return (await this.notices.all()).map(publisherDto);
  }
}

@AdministrationApi('Collectivité')
@Controller('collectivites/:collectiviteId/legal-notice')
export class OwnLegalNoticeController {
  constructor(private readonly notices: LegalNotices) {}

  /** Lire les mentions légales de la collectivité, et ce qui y manque encore */
  @Get()
  @Allowed('agent', 'regisseur', 'administrateur')
  async read(@Param('collectiviteId', IdPipe) collectiviteId: number): Promise<OwnLegalNoticeDto> {
    return ownLegalNoticeDto(await this.notices.of(collectiviteId));
  }

  /**
   * Remplacer les mentions légales de la collectivité
   *
   * Tout le monde les lit, même sans compte : la loi le demande.
   */
  @Put()
  @Allowed('administrateur')
  async replace(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() body: SetLegalNoticeDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<OwnLegalNoticeDto> {
    await this.notices.replace(collectiviteId, { ...NOTHING_TOLD, ...body }, accountId);
    return ownLegalNoticeDto(await this.notices.of(collectiviteId));
  }
}
