import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller, STAFF_ROLES } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { AddBookingPolicy } from '../actions/policies/add-booking-policy.js';
import { ListVersions } from '../actions/list-versions.js';
import { prestationsProblems } from '../problems.js';
import {
  AddedBookingPolicyDto,
  addedBookingPolicyDto,
  BookingPolicyDto,
  bookingPolicyDto,
  NewBookingPolicyDto,
} from './booking-policies.dto.js';
import { ApiDeadlines, ApiPolicies, reglementProblems } from '../../reglement/index.js';

@AdministrationApi('Prestations')
@ApiDeadlines()
@ApiPolicies()
@Controller('collectivites/:collectiviteId/prestations/:prestationId/booking-policies')
export class BookingPoliciesController {
  constructor(
    private readonly versions: ListVersions,
    private readonly addBookingPolicy: AddBookingPolicy,
  ) {}

  /** Lister les versions du règlement d’une prestation, chacune avec ses phrases */
  @Get()
  @Allowed(...STAFF_ROLES)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('prestationId', IdPipe) prestationId: number,
  ): Promise<BookingPolicyDto[]> {
    return (await this.versions.policies(collectiviteId, prestationId)).map(bookingPolicyDto);
  }

  /**
   * Ajouter une version datée du règlement
   *
   * Les séances déjà planifiées gardent les instants annoncés aux familles.
   */
  @Post()
  @Allowed('administrateur')
  @ApiProblems(
    prestationsProblems.POLICY_OVERLAP,
    reglementProblems.DEADLINE_NOT_VALID,
    prestationsProblems.DATES_REVERSED,
    prestationsProblems.PRESTATION_ARCHIVED,
  )
  async add(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('prestationId', IdPipe) prestationId: number,
    @Body() body: NewBookingPolicyDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<AddedBookingPolicyDto> {
    return addedBookingPolicyDto(await this.addBookingPolicy.run(collectiviteId, prestationId, body, accountId));
  }
}
