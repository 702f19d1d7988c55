import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { ChangeChild } from '../actions/change-child.js';
import { ChangeCustody } from '../actions/custody/change-custody.js';
import { CreateChild } from '../actions/create-child.js';
import { LookAtHealth } from '../actions/look-at-health.js';
import { ShowFamily } from '../actions/show-family.js';
import { familiesProblems } from '../problems.js';
import { ChangeChildDto, ChildDto, childDto, ChildHealthDto, CustodyChangeDto, NewChildDto } from './children.dto.js';

@AdministrationApi('Familles')
@Controller('collectivites/:collectiviteId')
export class ChildrenController {
  constructor(
    private readonly showFamily: ShowFamily,
    private readonly createChild: CreateChild,
    private readonly changeChild: ChangeChild,
    private readonly changeCustody: ChangeCustody,
    private readonly lookAtHealth: LookAtHealth,
  ) {}

  /** Ajouter un enfant à une famille */
  @Post('families/:familyId/children')
  @Allowed('agent', 'administrateur')
  @ApiProblems(familiesProblems.CHILD_ALREADY_KNOWN)
  async create(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('familyId', IdPipe) familyId: number,
    @CurrentCaller() caller: Caller,
    @Body() body: NewChildDto,
  ): Promise<ChildDto> {
    return this.show(collectiviteId, await this.createChild.run(collectiviteId, familyId, body, caller.accountId));
  }

  /** Afficher un enfant, avec toutes ses gardes passées et à venir */
  @Get('children/:childId')
  @Allowed('agent', 'administrateur')
  async show(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('childId', IdPipe) childId: number,
  ): Promise<ChildDto> {
    return childDto(await this.showFamily.child(collectiviteId, childId));
  }

  /**
   * Afficher si un enfant a un PAI
   *
   * Chaque consultation est conservée dans le journal des accès.
   */
  @Get('children/:childId/health')
  @Allowed('agent', 'administrateur', 'animateur')
  health(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('childId', IdPipe) childId: number,
    @CurrentCaller() caller: Caller,
  ): Promise<ChildHealthDto> {
    return this.lookAtHealth.run(collectiviteId, childId, caller.accountId);
  }

  /** Modifier les nom et prénom, l’école, la classe, le menu ou le PAI d’un enfant */
  @Patch('children/:childId')
  @Allowed('agent', 'administrateur')
  @ApiProblems(familiesProblems.CHILD_ALREADY_KNOWN)
  async change(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('childId', IdPipe) childId: number,
    @CurrentCaller() caller: Caller,
    @Body() body: ChangeChildDto,
  ): Promise<ChildDto> {
    await this.changeChild.run(collectiviteId, childId, body, caller.accountId);
    return this.show(collectiviteId, childId);
  }

  /** Dire qui a la garde d’un enfant à partir d’une date */
  @Post('children/:childId/custody-changes')
  @HttpCode(200)
  @Allowed('agent', 'administrateur')
  @ApiProblems(familiesProblems.CUSTODY_CONFLICT)
  async custody(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('childId', IdPipe) childId: number,
    @CurrentCaller() caller: Caller,
    @Body() body: CustodyChangeDto,
  ): Promise<ChildDto> {
    await this.changeCustody.run(collectiviteId, childId, body, caller.accountId);
    return this.show(collectiviteId, childId);
  }
}
