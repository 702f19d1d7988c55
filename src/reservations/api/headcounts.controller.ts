import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allowed } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { ShowHeadcounts } from '../actions/headcounts/show-headcounts.js';
import { HeadcountDto, HeadcountsQuery } from './headcounts.dto.js';

@AdministrationApi('Effectifs')
@Controller('collectivites/:collectiviteId/headcounts')
export class HeadcountsController {
  constructor(private readonly showHeadcounts: ShowHeadcounts) {}

  /**
   * Afficher combien d’enfants attend chaque séance d’un jour, par type de menu
   *
   * Effectif figé, ou à cet instant.
   */
  @Get()
  @Allowed('animateur', 'agent', 'administrateur')
  show(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() { date }: HeadcountsQuery,
  ): Promise<HeadcountDto[]> {
    return this.showHeadcounts.run(collectiviteId, date);
  }
}
