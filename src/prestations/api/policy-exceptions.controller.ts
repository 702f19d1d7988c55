import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller, STAFF_ROLES } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { ApiDeadlines, ApiPolicies } from '../../reglement/index.js';
import { AddPolicyException } from '../actions/policies/add-policy-exception.js';
import { FindPolicyExceptions } from '../actions/policies/find-policy-exceptions.js';
import { RemovePolicyException } from '../actions/policies/remove-policy-exception.js';
import { prestationsProblems } from '../problems.js';
import {
  AddedPolicyExceptionDto,
  addedPolicyExceptionDto,
  NewPolicyExceptionDto,
  PolicyExceptionDto,
  policyExceptionDto,
  RemovedPolicyExceptionDto,
  sessionsToRecomputeDto,
} from './policy-exceptions.dto.js';

@AdministrationApi('Prestations')
@ApiDeadlines()
@ApiPolicies()
@Controller('collectivites/:collectiviteId/policy-exceptions')
export class PolicyExceptionsController {
  constructor(
    private readonly findExceptions: FindPolicyExceptions,
    private readonly addException: AddPolicyException,
    private readonly removeException: RemovePolicyException,
  ) {}

  /** Lister les exceptions aux règlements, par date */
  @Get()
  @Allowed(...STAFF_ROLES)
  async list(@Param('collectiviteId', IdPipe) collectiviteId: number): Promise<PolicyExceptionDto[]> {
    return (await this.findExceptions.run(collectiviteId)).map(policyExceptionDto);
  }

  /**
   * Faire une exception à certaines dates
   *
   * Les séances ouvertes gardent leurs instants jusqu’à leur recalcul.
   */
  @Post()
  @Allowed('administrateur')
  @ApiProblems(prestationsProblems.POLICY_EXCEPTION_NOT_VALID, prestationsProblems.POLICY_EXCEPTION_OVERLAP)
  async add(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() body: NewPolicyExceptionDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<AddedPolicyExceptionDto> {
    return addedPolicyExceptionDto(await this.addException.run(collectiviteId, body, accountId));
  }

  /**
   * Retirer une exception
   *
   * Les séances ouvertes qu’elle régissait gardent leurs instants jusqu’à leur recalcul.
   */
  @Delete(':exceptionId')
  @Allowed('administrateur')
  async remove(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('exceptionId', IdPipe) exceptionId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<RemovedPolicyExceptionDto> {
    const toRecompute = await this.removeException.run(collectiviteId, exceptionId, accountId);
    return { toRecompute: toRecompute.map(sessionsToRecomputeDto) };
  }
}
