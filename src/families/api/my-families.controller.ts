import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { type Caller, CurrentCaller, SignedIn } from '../../identity/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { ApiPage, limitOf, type Page, pageOf, PageQuery } from '../../platform/http/pagination.js';
import { ListMyFamilies } from '../actions/list-my-families.js';
import { ListProposals } from '../actions/proposals/list-proposals.js';
import { ProposeChanges } from '../actions/proposals/propose-changes.js';
import { ShowFamily } from '../actions/show-family.js';
import { TodayIn } from '../actions/today-in.js';
import { familiesProblems } from '../problems.js';
import type { FamilyAccess } from './family.guard.js';
import { CurrentFamily, ForFamily } from './for-family.js';
import {
  ChangeProposalDto,
  changeProposalDto,
  ChangeProposalsDto,
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
  ): Promise<ChangeProposalDto[]> {
    await this.proposeChanges.run({ collectiviteId, familyId, accountId, changes });
    return (await this.proposals({ collectiviteId, familyId, asParent: true }, {})).items;
  }

  /** Lister les corrections que mon foyer a proposées, la dernière d’abord */
  @Get('families/:familyId/change-proposals')
  @ForFamily()
  @ApiPage(ChangeProposalDto)
  async proposals(@CurrentFamily() family: FamilyAccess, @Query() query: PageQuery): Promise<Page<ChangeProposalDto>> {
    const limit = limitOf(query);
    const rows = await this.listProposals.ofFamily(family, { after: query.after ?? 0, limit });
    return pageOf(rows, limit, changeProposalDto);
  }
}
