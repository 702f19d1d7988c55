import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CurrentFamily, type FamilyAccess, ForFamily } from '../../families/index.js';
import { type Caller, CurrentCaller } from '../../identity/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { AcceptReglement } from '../actions/policies/accept-reglement.js';
import { prestationsProblems } from '../problems.js';
import { acceptanceDto, AcceptedReglementDto, ReglementAcceptanceDto } from './reglement-acceptances.dto.js';

@FamilyApi('Mes données')
@Controller('families/:familyId/reglement-acceptances')
export class ReglementAcceptancesController {
  constructor(private readonly acceptReglement: AcceptReglement) {}

  /** Lister les versions du règlement que j’ai acceptées, la dernière d’abord */
  @Get()
  @ForFamily()
  async list(
    @CurrentFamily() { collectiviteId }: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<ReglementAcceptanceDto[]> {
    return (await this.acceptReglement.of({ collectiviteId, accountId })).map(acceptanceDto);
  }

  /** Accepter le règlement qui s’applique aujourd’hui */
  @Post()
  @HttpCode(200)
  @ForFamily()
  @ApiProblems(prestationsProblems.REGLEMENT_CHANGED)
  async accept(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() caller: Caller,
    @Body() { version }: AcceptedReglementDto,
  ): Promise<ReglementAcceptanceDto[]> {
    const { collectiviteId } = family;
    await this.acceptReglement.run({ collectiviteId, accountId: caller.accountId }, version);
    return this.list(family, caller);
  }
}
