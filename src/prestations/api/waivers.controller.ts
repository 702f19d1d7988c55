import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { EndWaiver } from '../actions/waivers/end-waiver.js';
import { GrantWaiver } from '../actions/waivers/grant-waiver.js';
import { ListWaivers } from '../actions/waivers/list-waivers.js';
import { prestationsProblems } from '../problems.js';
import { NewWaiverDto, WaiverDto, waiverDto } from './waivers.dto.js';

@AdministrationApi('Familles')
@Controller('collectivites/:collectiviteId/families/:familyId/waivers')
export class WaiversController {
  constructor(
    private readonly listWaivers: ListWaivers,
    private readonly grantWaiver: GrantWaiver,
    private readonly endWaiver: EndWaiver,
  ) {}

  /** Lister les dérogations d’une famille : d’autres délais qui valent pour elle, sur justificatif */
  @Get()
  @Allowed('agent', 'administrateur')
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('familyId', IdPipe) familyId: number,
  ): Promise<WaiverDto[]> {
    return (await this.listWaivers.run(collectiviteId, familyId)).map(waiverDto);
  }

  /**
   * Accorder une dérogation
   *
   * Les délais que les règlements réservent à ce cas valent pour la famille.
   */
  @Post()
  @Allowed('agent', 'administrateur')
  @ApiProblems(prestationsProblems.DATES_REVERSED)
  async grant(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('familyId', IdPipe) familyId: number,
    @Body() body: NewWaiverDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<WaiverDto> {
    return waiverDto(await this.grantWaiver.run(collectiviteId, familyId, body, accountId));
  }

  /**
   * Retirer une dérogation
   *
   * Ce que la famille a fait entre-temps demeure.
   */
  @Delete(':waiverId')
  @HttpCode(204)
  @Allowed('agent', 'administrateur')
  end(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('familyId', IdPipe) familyId: number,
    @Param('waiverId', IdPipe) waiverId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<void> {
    return this.endWaiver.run(collectiviteId, familyId, waiverId, accountId);
  }
}
