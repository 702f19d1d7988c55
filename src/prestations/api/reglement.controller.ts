import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allowed, ROLES } from '../../identity/index.js';
import { SharedApi } from '../../platform/http/api-audience.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { reglementVersion } from '../actions/policies/accept-reglement.js';
import { ShowReglement } from '../actions/policies/show-reglement.js';
import { ReglementDto, reglementLineDto, ReglementQuery } from './reglement.dto.js';

@SharedApi('Règlement')
@Controller('collectivites/:collectiviteId/reglement')
export class ReglementController {
  constructor(private readonly showReglement: ShowReglement) {}

  /**
   * Lire le tableau du règlement
   *
   * Pour chaque prestation : ses délais, ses prix, son paiement, ses places et ses jours.
   */
  @Get()
  @Allowed(...ROLES)
  async read(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: ReglementQuery,
  ): Promise<ReglementDto> {
    const { date, lines } = await this.showReglement.run(collectiviteId, query.date ?? null);
    return { date, version: reglementVersion(lines), prestations: lines.map(reglementLineDto) };
  }
}
