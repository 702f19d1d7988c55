import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { CurrentFamily, type FamilyAccess, ForFamily } from '../../families/index.js';
import { Allowed, type Caller, CurrentCaller, STAFF_ROLES } from '../../identity/index.js';
import { AdministrationApi, FamilyApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { PeriodQuery, periodOf } from '../../platform/http/period-query.js';
import { httpProblems } from '../../platform/http/problems.js';
import { ListMenus } from '../actions/menus/list-menus.js';
import { PublishMenus } from '../actions/menus/publish-menus.js';
import { WithdrawMenus } from '../actions/menus/withdraw-menus.js';
import { prestationsProblems } from '../problems.js';
import { NewPublishedMenusDto, PublishedMenuDto, publishedMenuDto } from './published-menus.dto.js';

const WEEK = {
  days: [
    {
      date: '2026-12-01',
      dishes: [
        { course: 'STARTER', name: 'Carottes râpées' },
        { course: 'MAIN', name: 'Gratin de courge', allergens: ['GLUTEN', 'MILK'] },
        { course: 'DESSERT', name: 'Pomme' },
      ],
    },
  ],
};

@AdministrationApi('Menus publiés')
@Controller('collectivites/:collectiviteId/prestations/:prestationId/published-menus')
export class PublishedMenusController {
  constructor(
    private readonly listMenus: ListMenus,
    private readonly publishMenus: PublishMenus,
    private readonly withdrawMenus: WithdrawMenus,
  ) {}

  /** Lister les menus publiés d’une prestation, par date */
  @Get()
  @Allowed(...STAFF_ROLES)
  @ApiProblems(httpProblems.NOT_FOUND)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('prestationId', IdPipe) prestationId: number,
    @Query() query: PeriodQuery,
  ): Promise<PublishedMenuDto[]> {
    return (await this.listMenus.ofPrestation(collectiviteId, prestationId, periodOf(query))).map(publishedMenuDto);
  }

  /**
   * Publier ce qui est servi, jour par jour
   *
   * Les familles des enfants inscrits le lisent aussitôt. Le menu d’un enfant (sans porc, par exemple) n’en dépend pas.
   */
  @Put()
  @HttpCode(204)
  @ApiBody({ type: NewPublishedMenusDto, examples: { week: { value: WEEK } } })
  @Allowed('agent', 'administrateur')
  @ApiProblems(httpProblems.NOT_FOUND, prestationsProblems.PRESTATION_ARCHIVED)
  publish(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('prestationId', IdPipe) prestationId: number,
    @CurrentCaller() { accountId }: Caller,
    @Body() { days }: NewPublishedMenusDto,
  ): Promise<void> {
    const menus = days.map(({ date, dishes }) => ({
      date,
      dishes: dishes.map(({ course, name, allergens = [] }) => ({ course, name, allergens })),
    }));
    return this.publishMenus.run({ collectiviteId, prestationId, accountId }, menus);
  }

  /** Retirer les menus publiés d’une période */
  @Delete()
  @HttpCode(204)
  @Allowed('agent', 'administrateur')
  @ApiProblems(httpProblems.NOT_FOUND)
  withdraw(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('prestationId', IdPipe) prestationId: number,
    @CurrentCaller() { accountId }: Caller,
    @Query() query: PeriodQuery,
  ): Promise<void> {
    return this.withdrawMenus.run({ collectiviteId, prestationId, accountId }, periodOf(query));
  }
}

@FamilyApi('Mes réservations')
@Controller('families/:familyId/published-menus')
export class FamilyMenusController {
  constructor(private readonly listMenus: ListMenus) {}

  /** Lire ce qui est servi là où les enfants sont inscrits, quand la mairie le publie */
  @Get()
  @ForFamily('agent', 'administrateur')
  async list(@CurrentFamily() family: FamilyAccess, @Query() query: PeriodQuery): Promise<PublishedMenuDto[]> {
    return (await this.listMenus.ofFamily(family, periodOf(query))).map(publishedMenuDto);
  }
}
