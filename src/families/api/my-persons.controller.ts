import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../../identity/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { FindPersons } from '../actions/persons/find-persons.js';
import { NamePerson } from '../actions/persons/name-person.js';
import { familiesProblems } from '../problems.js';
import type { FamilyAccess } from './family.guard.js';
import { CurrentFamily, ForFamily } from './for-family.js';
import { AuthorisedPersonDto, authorisedPersonDto, NamedPersonDto } from './persons.dto.js';

@FamilyApi('Mon foyer')
@Controller('families/:familyId/authorised-persons')
export class MyPersonsController {
  constructor(
    private readonly findPersons: FindPersons,
    private readonly namePerson: NamePerson,
  ) {}

  /** Lister les personnes que mon foyer autorise à venir chercher ses enfants */
  @Get()
  @ForFamily()
  async list(@CurrentFamily() { collectiviteId, familyId }: FamilyAccess): Promise<AuthorisedPersonDto[]> {
    return (await this.findPersons.ofFamily(collectiviteId, familyId)).map(authorisedPersonDto);
  }

  /**
   * Nommer une personne qui pourra venir chercher des enfants
   *
   * Un agent accepte ou refuse ; un courriel le dit. Pour une personne que vous avez déjà nommée, le lien et le
   * téléphone changent aussitôt ; ce que l’autre responsable du foyer en a dit reste.
   */
  @Post()
  @HttpCode(200)
  @ForFamily()
  @ApiProblems(
    familiesProblems.PERSON_BARRED,
    familiesProblems.TOO_MANY_PERSONS,
    familiesProblems.PERSON_NAMED_BY_OTHER_PARENT,
  )
  async name(
    @CurrentFamily() { collectiviteId, familyId, asParent }: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Body() body: NamedPersonDto,
  ): Promise<AuthorisedPersonDto[]> {
    await this.namePerson.run({ collectiviteId, familyId, accountId }, body);
    return this.list({ collectiviteId, familyId, asParent });
  }

  /**
   * Retirer une personne
   *
   * Elle ne peut plus venir chercher l’enfant, dès maintenant.
   */
  @Delete(':personId')
  @HttpCode(204)
  @ForFamily()
  async withdraw(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Param('personId', IdPipe) personId: number,
  ): Promise<void> {
    await this.namePerson.withdraw({ collectiviteId, familyId, accountId }, personId);
  }
}
