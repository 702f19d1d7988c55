import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { ApiPage, limitOf, type Page, pageOf } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { BarPerson } from '../actions/persons/bar-person.js';
import { DecidePerson } from '../actions/persons/decide-person.js';
import { FindPersons } from '../actions/persons/find-persons.js';
import { ShowFamily } from '../actions/show-family.js';
import { familiesProblems } from '../problems.js';
import { authorisedPersonDto, BarDto, GateDto, gateDto, PersonsQuery, ProposedPersonDto } from './persons.dto.js';

@AdministrationApi('Familles')
@Controller('collectivites/:collectiviteId')
export class PersonsController {
  constructor(
    private readonly findPersons: FindPersons,
    private readonly decidePerson: DecidePerson,
    private readonly barPerson: BarPerson,
    private readonly showFamily: ShowFamily,
  ) {}

  /** Lister les personnes que les familles nomment pour venir chercher leurs enfants, les plus anciennes d’abord */
  @Get('authorised-persons')
  @Allowed('agent', 'administrateur')
  @ApiPage(ProposedPersonDto)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: PersonsQuery,
  ): Promise<Page<ProposedPersonDto>> {
    const limit = limitOf(query);
    const { state = 'PENDING', after = 0 } = query;
    const rows = await this.findPersons.ofCollectivite(collectiviteId, { state, after, limit: limit + 1 });
    return pageOf(rows, limit, (row) => ({ ...authorisedPersonDto(row), familyId: row.familyId }));
  }

  /** Autoriser une personne ; le parent en est averti par courriel */
  @Post('authorised-persons/:personId/acceptances')
  @HttpCode(204)
  @Allowed('agent', 'administrateur')
  @ApiProblems(familiesProblems.PERSON_ALREADY_DECIDED, familiesProblems.PERSON_BARRED)
  async accept(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('personId', IdPipe) personId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<void> {
    await this.decidePerson.accept(collectiviteId, personId, accountId);
  }

  /** Refuser une personne, même déjà autorisée ; le parent en est averti par courriel */
  @Post('authorised-persons/:personId/refusals')
  @HttpCode(204)
  @Allowed('agent', 'administrateur')
  @ApiProblems(familiesProblems.PERSON_ALREADY_DECIDED)
  async refuse(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('personId', IdPipe) personId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<void> {
    await this.decidePerson.refuse(collectiviteId, personId, accountId);
  }

  /** Lire à qui un enfant peut être remis, et à qui il ne doit pas l’être */
  @Get('children/:childId/authorised-persons')
  @Allowed('agent', 'administrateur', 'animateur')
  async ofChild(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('childId', IdPipe) childId: number,
  ): Promise<GateDto> {
    await this.showFamily.child(collectiviteId, childId);
    return gateDto(childId, (await this.findPersons.ofChildren(collectiviteId, [childId])).get(childId)!);
  }

  /**
   * Interdire de remettre un enfant à une personne
   *
   * Sur une décision de justice que la mairie a vue. Aucun foyer ne peut plus la nommer ; là où elle l’était, elle est
   * refusée.
   */
  @Post('children/:childId/barred-persons')
  @HttpCode(200)
  @Allowed('agent', 'administrateur')
  async bar(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('childId', IdPipe) childId: number,
    @CurrentCaller() { accountId }: Caller,
    @Body() { until, ...person }: BarDto,
  ): Promise<GateDto> {
    await this.barPerson.run(collectiviteId, childId, { ...person, until: until ?? null }, accountId);
    return this.ofChild(collectiviteId, childId);
  }

  /** Lever une interdiction */
  @Post('children/:childId/barred-persons/:barredPersonId/liftings')
  @HttpCode(200)
  @Allowed('agent', 'administrateur')
  async lift(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('childId', IdPipe) childId: number,
    @Param('barredPersonId', IdPipe) barredPersonId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<GateDto> {
    await this.barPerson.lift(collectiviteId, childId, barredPersonId, accountId);
    return this.ofChild(collectiviteId, childId);
  }
}
