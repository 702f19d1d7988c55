import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type Caller, CurrentCaller, SignedIn } from '../../identity/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { ApiPage, limitOf, type Page, pageOf, PageQuery } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { ListMyFamilies } from '../actions/list-my-families.js';
import { ListProposals } from '../actions/proposals/list-proposals.js';
import { ProposeChanges } from '../actions/proposals/propose-changes.js';
import { WithdrawProposal } from '../actions/proposals/withdraw-proposal.js';
import { ShowFamily } from '../actions/show-family.js';
import { TodayIn } from '../actions/today-in.js';
import { familiesProblems } from '../problems.js';
import type { FamilyAccess } from './family.guard.js';
import { CurrentFamily, ForFamily } from './for-family.js';
import {
  ChangeProposalsDto,
  MyChangeProposalDto,
  myChangeProposalDto,
  MyFamilyDto,
  myFamilyDto,
  MyFamilyListDto,
} from './my-family.dto.js';

@FamilyApi('Mon foyer')
@Controller()
export class MyFamiliesController {
  constructor(
    private readonly listMyFamilies: ListMyFamilies,
    private readonly showFamily: ShowFamily,
    private readonly todayIn: TodayIn,
    private readonly proposeChanges: ProposeChanges,
    private readonly listProposals: ListProposals,
    private readonly withdrawProposal: WithdrawProposal,
  ) {}

  /** Lister mes foyers, dans toutes les collectivités, avec leurs enfants */
  @Get('me/families')
  @SignedIn()
  async mine(@CurrentCaller() caller: Caller): Promise<MyFamilyListDto[]> {
    const families = await this.listMyFamilies.run(caller.accountId);
    return families.map((family) => ({ ...family, children: [...family.children] }));
  }

  /** Afficher ce que la mairie sait de mon foyer */
  @Get('families/:familyId')
  @ForFamily()
  async show(@CurrentFamily() { collectiviteId, familyId }: FamilyAccess): Promise<MyFamilyDto> {
    const today = await this.todayIn.run(collectiviteId);
    return myFamilyDto(await this.showFamily.run(collectiviteId, familyId), today);
  }

  /**
   * Proposer des corrections à ce que la mairie sait de mon foyer
   *
   * Un agent accepte ou refuse chacune ; un courriel dit laquelle. La réponse donne les dernières proposées.
   */
  @Post('families/:familyId/change-proposals')
  @ForFamily()
  @ApiProblems(familiesProblems.CORRECTION_NOT_VALID)
  async propose(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Body() { changes }: ChangeProposalsDto,
  ): Promise<MyChangeProposalDto[]> {
    await this.proposeChanges.run({ collectiviteId, familyId, accountId, changes });
    return (await this.page({ collectiviteId, familyId }, accountId, {})).items;
  }

  /** Lister les corrections que mon foyer a proposées, la dernière d’abord */
  @Get('families/:familyId/change-proposals')
  @ForFamily()
  @ApiPage(MyChangeProposalDto)
  proposals(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Query() query: PageQuery,
  ): Promise<Page<MyChangeProposalDto>> {
    return this.page(family, accountId, query);
  }

  /**
   * Retirer une correction que j’ai demandée, tant que la mairie n’a pas répondu
   *
   * Celle qu’a demandée l’autre responsable du foyer lui reste.
   */
  @Delete('families/:familyId/change-proposals/:proposalId')
  @HttpCode(204)
  @ForFamily()
  @ApiProblems(familiesProblems.PROPOSAL_ALREADY_DECIDED)
  withdraw(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Param('proposalId', IdPipe) proposalId: number,
  ): Promise<void> {
    return this.withdrawProposal.run(family, proposalId, accountId);
  }

  private async page(
    family: Pick<FamilyAccess, 'collectiviteId' | 'familyId'>,
    accountId: number,
    query: PageQuery,
  ): Promise<Page<MyChangeProposalDto>> {
    const limit = limitOf(query);
    const rows = await this.listProposals.ofFamily(family, { after: query.after ?? 0, limit });
    return pageOf(rows, limit, (row) => myChangeProposalDto(row, accountId));
  }
}
