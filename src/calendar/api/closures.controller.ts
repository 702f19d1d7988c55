import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { collectivitesProblems } from '../../collectivites/index.js';
import { Allowed, type Caller, CurrentCaller, rolesIn } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { type ClosureAuthor, DeclareClosure } from '../actions/declare-closure.js';
import { FindClosures } from '../actions/find-closures.js';
import { RemoveClosure } from '../actions/remove-closure.js';
import { calendarProblems } from '../problems.js';
import { ClosureDto, closureDto, ClosuresQuery, NewClosureDto } from './closures.dto.js';

@AdministrationApi('Calendrier')
@Controller('collectivites/:collectiviteId/closures')
export class ClosuresController {
  constructor(
    private readonly findClosures: FindClosures,
    private readonly declareClosure: DeclareClosure,
    private readonly removeClosure: RemoveClosure,
  ) {}

  /** Lister les fermetures d’une période, tous sites confondus */
  @Get()
  @Allowed('animateur', 'agent', 'regisseur', 'administrateur')
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() { from, to }: ClosuresQuery,
  ): Promise<ClosureDto[]> {
    return (await this.findClosures.run(collectiviteId, from, to)).map(closureDto);
  }

  /**
   * Déclarer une fermeture
   *
   * Ce qui était prévu ces jours-là est annulé.
   */
  @Post()
  @Allowed('agent', 'administrateur')
  @ApiProblems(
    calendarProblems.DATES_NOT_IN_ORDER,
    calendarProblems.CLOSURE_IN_THE_PAST,
    collectivitesProblems.SITE_ARCHIVED,
  )
  async declare(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() { siteId, from, to, reason }: NewClosureDto,
    @CurrentCaller() caller: Caller,
  ): Promise<ClosureDto> {
    const closure = { siteId: siteId ?? null, from, to, reason };
    return closureDto(await this.declareClosure.run(collectiviteId, closure, author(caller, collectiviteId)));
  }

  /** Supprimer une fermeture */
  @Delete(':closureId')
  @HttpCode(204)
  @Allowed('agent', 'administrateur')
  @ApiProblems(calendarProblems.CLOSURE_IN_THE_PAST)
  async remove(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('closureId', IdPipe) closureId: number,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    await this.removeClosure.run(collectiviteId, closureId, author(caller, collectiviteId));
  }
}

function author(caller: Caller, collectiviteId: number): ClosureAuthor {
  return {
    accountId: caller.accountId,
    isAdministrator: rolesIn(caller, collectiviteId).includes('administrateur'),
  };
}
