import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller, STAFF_ROLES } from '../../identity/index.js';
import type { Temporal } from '../../kernel/civil-time.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { DayPipe, IdPipe } from '../../platform/http/parameters.js';
import { periodOf } from '../../platform/http/period-query.js';
import { ChangePoolDay } from '../actions/places/change-pool-day.js';
import { DefinePool } from '../actions/places/define-pool.js';
import { FindPools } from '../actions/places/find-pools.js';
import { prestationsProblems } from '../problems.js';
import {
  NewPlacePoolDto,
  PlacePoolChangesDto,
  PlacePoolDto,
  placePoolDto,
  PoolDayDto,
  poolDayDto,
  PoolDayPlacesDto,
  PoolDaysQuery,
} from './place-pools.dto.js';

@AdministrationApi('Places partagées')
@Controller('collectivites/:collectiviteId/place-pools')
export class PlacePoolsController {
  constructor(
    private readonly findPools: FindPools,
    private readonly definePool: DefinePool,
    private readonly changePoolDay: ChangePoolDay,
  ) {}

  /**
   * Lister les groupes de places
   *
   * Des places par jour que des prestations se partagent, ou qu’une tranche d’âge a pour elle.
   */
  @Get()
  @Allowed(...STAFF_ROLES)
  async list(@Param('collectiviteId', IdPipe) collectiviteId: number): Promise<PlacePoolDto[]> {
    return (await this.findPools.run(collectiviteId)).map(placePoolDto);
  }

  /** Lire un groupe de places */
  @Get(':poolId')
  @Allowed(...STAFF_ROLES)
  async read(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('poolId', IdPipe) poolId: number,
  ): Promise<PlacePoolDto> {
    return placePoolDto(await this.findPools.one(collectiviteId, poolId));
  }

  /**
   * Définir un groupe de places
   *
   * Les enfants qui ont déjà une place, à partir d’aujourd’hui, y sont comptés.
   */
  @Post()
  @Allowed('administrateur')
  @ApiProblems(
    prestationsProblems.POOL_NOT_VALID,
    prestationsProblems.POOL_NAME_TAKEN,
    prestationsProblems.POOL_TOO_SMALL,
  )
  async create(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() body: NewPlacePoolDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<PlacePoolDto> {
    return placePoolDto(await this.definePool.create(collectiviteId, body, accountId));
  }

  /**
   * Modifier un groupe de places : son nom, ses prestations, ses âges ou ses places
   *
   * Il est recompté à partir d’aujourd’hui.
   */
  @Patch(':poolId')
  @Allowed('administrateur')
  @ApiProblems(
    prestationsProblems.POOL_NOT_VALID,
    prestationsProblems.POOL_NAME_TAKEN,
    prestationsProblems.POOL_TOO_SMALL,
  )
  async change(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('poolId', IdPipe) poolId: number,
    @Body() body: PlacePoolChangesDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<PlacePoolDto> {
    return placePoolDto(await this.definePool.change(collectiviteId, poolId, body, accountId));
  }

  /**
   * Supprimer un groupe de places
   *
   * Les séances gardent leurs propres places.
   */
  @Delete(':poolId')
  @HttpCode(204)
  @Allowed('administrateur')
  remove(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('poolId', IdPipe) poolId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<void> {
    return this.definePool.remove(collectiviteId, poolId, accountId);
  }

  /** Lister les jours d’un groupe où l’une de ses prestations a lieu, avec les places prises */
  @Get(':poolId/days')
  @Allowed(...STAFF_ROLES)
  async days(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('poolId', IdPipe) poolId: number,
    @Query() query: PoolDaysQuery,
  ): Promise<PoolDayDto[]> {
    return (await this.findPools.days(collectiviteId, poolId, periodOf(query))).map(poolDayDto);
  }

  /** Donner à un jour d’un groupe son propre nombre de places, jamais inférieur aux places prises */
  @Put(':poolId/days/:date')
  @Allowed('agent', 'administrateur')
  @ApiProblems(prestationsProblems.PLACES_ALREADY_TAKEN)
  async changeDay(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('poolId', IdPipe) poolId: number,
    @Param('date', DayPipe) date: Temporal.PlainDate,
    @Body() { places }: PoolDayPlacesDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<PoolDayDto> {
    return poolDayDto(await this.changePoolDay.run(collectiviteId, { poolId, date }, places, accountId));
  }
}
