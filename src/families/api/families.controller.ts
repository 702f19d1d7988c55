import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { ApiPage, limitOf, type Page, pageOf } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { AddGuardian } from '../actions/add-guardian.js';
import { ChangeFamily } from '../actions/change-family.js';
import { ChangeGuardian } from '../actions/change-guardian.js';
import { CreateFamily } from '../actions/create-family.js';
import { SearchFamilies } from '../actions/search-families.js';
import { ShowFamily } from '../actions/show-family.js';
import { WriteQuotient } from '../actions/quotients/write-quotient.js';
import { familiesProblems } from '../problems.js';
import {
  ChangeFamilyDto,
  ChangeGuardianDto,
  FamilyDto,
  familyDto,
  FamilyListDto,
  familyListDto,
  FamilySearchQuery,
  NewFamilyDto,
  NewGuardianDto,
  TypedQuotientDto,
} from './families.dto.js';

@AdministrationApi('Familles')
@Controller('collectivites/:collectiviteId/families')
export class FamiliesController {
  constructor(
    private readonly searchFamilies: SearchFamilies,
    private readonly showFamily: ShowFamily,
    private readonly createFamily: CreateFamily,
    private readonly changeFamily: ChangeFamily,
    private readonly addGuardian: AddGuardian,
    private readonly changeGuardian: ChangeGuardian,
    private readonly writeQuotient: WriteQuotient,
  ) {}

  /** Lister les familles, ou les chercher par nom, numéro, enfant ou adresse électronique */
  @Get()
  @Allowed('agent', 'administrateur', 'regisseur')
  @ApiPage(FamilyListDto)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: FamilySearchQuery,
  ): Promise<Page<FamilyListDto>> {
    const limit = limitOf(query);
    const found = await this.searchFamilies.run(collectiviteId, {
      text: query.q ?? '',
      after: query.after ?? 0,
      limit,
    });
    return pageOf(found, limit, familyListDto);
  }

  /** Afficher une famille */
  @Get(':familyId')
  @Allowed('agent', 'administrateur', 'regisseur')
  async show(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('familyId', IdPipe) familyId: number,
  ): Promise<FamilyDto> {
    return familyDto(await this.showFamily.run(collectiviteId, familyId));
  }

  /** Créer une famille avec ses adultes */
  @Post()
  @Allowed('agent', 'administrateur')
  @ApiProblems(familiesProblems.FAMILY_REF_TAKEN)
  async create(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @CurrentCaller() caller: Caller,
    @Body() body: NewFamilyDto,
  ): Promise<FamilyDto> {
    return this.show(collectiviteId, await this.createFamily.run(collectiviteId, body, caller.accountId));
  }

  /** Modifier le nom, le numéro ou l’adresse d’une famille */
  @Patch(':familyId')
  @Allowed('agent', 'administrateur')
  @ApiProblems(familiesProblems.FAMILY_REF_TAKEN)
  async change(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('familyId', IdPipe) familyId: number,
    @CurrentCaller() caller: Caller,
    @Body() body: ChangeFamilyDto,
  ): Promise<FamilyDto> {
    await this.changeFamily.run(collectiviteId, familyId, body, caller.accountId);
    return this.show(collectiviteId, familyId);
  }

  /** Ajouter un adulte à une famille qui n’en a qu’un */
  @Post(':familyId/guardians')
  @Allowed('agent', 'administrateur')
  @ApiProblems(familiesProblems.TOO_MANY_GUARDIANS)
  async addAdult(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('familyId', IdPipe) familyId: number,
    @CurrentCaller() caller: Caller,
    @Body() body: NewGuardianDto,
  ): Promise<FamilyDto> {
    await this.addGuardian.run(collectiviteId, familyId, body, caller.accountId);
    return this.show(collectiviteId, familyId);
  }

  /** Modifier un adulte d’une famille */
  @Patch(':familyId/guardians/:guardianId')
  @Allowed('agent', 'administrateur')
  async changeAdult(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('familyId', IdPipe) familyId: number,
    @Param('guardianId', IdPipe) guardianId: number,
    @CurrentCaller() caller: Caller,
    @Body() body: ChangeGuardianDto,
  ): Promise<FamilyDto> {
    await this.changeGuardian.run({ collectiviteId, familyId, guardianId }, body, caller.accountId);
    return this.show(collectiviteId, familyId);
  }

  /**
   * Retirer à un adulte l’accès à une famille
   *
   * Le compte lui-même demeure.
   */
  @Post(':familyId/guardians/:guardianId/access-removals')
  @HttpCode(200)
  @Allowed('agent', 'administrateur')
  async removeAccess(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('familyId', IdPipe) familyId: number,
    @Param('guardianId', IdPipe) guardianId: number,
    @CurrentCaller() caller: Caller,
  ): Promise<FamilyDto> {
    await this.changeGuardian.removeAccess({ collectiviteId, familyId, guardianId }, caller.accountId);
    return this.show(collectiviteId, familyId);
  }

  /** Ajouter un quotient familial daté */
  @Post(':familyId/quotients')
  @Allowed('agent', 'administrateur')
  @ApiProblems(familiesProblems.QUOTIENT_OVERLAP)
  async addQuotient(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('familyId', IdPipe) familyId: number,
    @CurrentCaller() caller: Caller,
    @Body() body: TypedQuotientDto,
  ): Promise<FamilyDto> {
    await this.writeQuotient.run({ collectiviteId, familyId, quotientId: null }, body, caller.accountId);
    return this.show(collectiviteId, familyId);
  }

  /** Corriger un quotient familial, ou lui donner une fin */
  @Put(':familyId/quotients/:quotientId')
  @Allowed('agent', 'administrateur')
  @ApiProblems(familiesProblems.QUOTIENT_OVERLAP)
  async changeQuotient(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('familyId', IdPipe) familyId: number,
    @Param('quotientId', IdPipe) quotientId: number,
    @CurrentCaller() caller: Caller,
    @Body() body: TypedQuotientDto,
  ): Promise<FamilyDto> {
    await this.writeQuotient.run({ collectiviteId, familyId, quotientId }, body, caller.accountId);
    return this.show(collectiviteId, familyId);
  }
}
