import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { Allowed, ROLES } from '../../identity/index.js';
import { AdministrationApi, SharedApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { AddMenuType } from '../actions/add-menu-type.js';
import { ChangeSite } from '../actions/change-site.js';
import { CreateSite } from '../actions/create-site.js';
import { FindMenuTypes } from '../actions/find-menu-types.js';
import { FindSites } from '../actions/find-sites.js';
import { collectivitesProblems } from '../problems.js';
import { ChangeSiteDto, MenuTypeDto, menuTypeDto, NewMenuTypeDto, NewSiteDto, SiteDto, siteDto } from './sites.dto.js';

/** What every member may look up. */
@SharedApi('Sites et menus')
@Controller('collectivites/:collectiviteId')
export class SitesController {
  constructor(
    private readonly findSites: FindSites,
    private readonly findMenuTypes: FindMenuTypes,
  ) {}

  /** Lister les écoles et les centres, y compris archivés */
  @Get('sites')
  @Allowed(...ROLES)
  async sites(@Param('collectiviteId', IdPipe) collectiviteId: number): Promise<SiteDto[]> {
    return (await this.findSites.run(collectiviteId)).map(siteDto);
  }

  /** Lister les types de menu */
  @Get('menu-types')
  @Allowed(...ROLES)
  async menuTypes(@Param('collectiviteId', IdPipe) collectiviteId: number): Promise<MenuTypeDto[]> {
    return (await this.findMenuTypes.run(collectiviteId)).map(menuTypeDto);
  }
}

@AdministrationApi('Sites et menus')
@Controller('collectivites/:collectiviteId')
export class SitesAdministrationController {
  constructor(
    private readonly findSites: FindSites,
    private readonly createSite: CreateSite,
    private readonly changeSite: ChangeSite,
    private readonly addMenuType: AddMenuType,
  ) {}

  /** Ajouter une école ou un centre */
  @Post('sites')
  @Allowed('agent', 'administrateur')
  @ApiProblems(collectivitesProblems.SITE_NAME_TAKEN, collectivitesProblems.SETTING_NOT_VALID)
  async create(@Param('collectiviteId', IdPipe) collectiviteId: number, @Body() body: NewSiteDto): Promise<SiteDto> {
    const id = await this.createSite.run(collectiviteId, body);
    return siteDto(await this.findSites.one(collectiviteId, id));
  }

  /** Modifier un site, l’archiver ou le sortir des archives */
  @Patch('sites/:siteId')
  @Allowed('agent', 'administrateur')
  @ApiProblems(collectivitesProblems.SITE_NAME_TAKEN, collectivitesProblems.SETTING_NOT_VALID)
  async change(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('siteId', IdPipe) siteId: number,
    @Body() body: ChangeSiteDto,
  ): Promise<SiteDto> {
    return siteDto(await this.changeSite.run(collectiviteId, siteId, { ...body }));
  }

  /** Ajouter un type de menu, nommé par ce qu’il y a dans l’assiette */
  @Post('menu-types')
  @Allowed('agent', 'administrateur')
  @ApiProblems(collectivitesProblems.MENU_LABEL_NOT_NEUTRAL, collectivitesProblems.MENU_TYPE_EXISTS)
  async add(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() body: NewMenuTypeDto,
  ): Promise<MenuTypeDto> {
    return menuTypeDto(await this.addMenuType.run(collectiviteId, body.label, body.broughtByFamily));
  }
}
