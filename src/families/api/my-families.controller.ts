import { Body, Controller, Get, Post } from '@nestjs/common';
import { type Caller, CurrentCaller, SignedIn } from '../../identity/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { ListMyFamilies } from '../actions/list-my-families.js';
import { ListProposals } from '../actions/list-proposals.js';
import { ProposeChanges } from '../actions/propose-changes.js';
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

  /** List my foyers, in every collectivité, with their children. */
  @Get('me/families')
  @SignedIn()
  async mine(@CurrentCaller() caller: Caller): Promise<MyFamilyListDto[]> {
    const families = await this.listMyFamilies.run(caller.accountId);
    return families.map((family) => ({ ...family, children: [...family.children] }));
  }

  /** Show what the mairie holds of my foyer. */
  @Get('families/:familyId')
  @ForFamily()
  async show(@CurrentFamily() { collectiviteId, familyId }: FamilyAccess): Promise<MyFamilyDto> {
    const today = await this.todayIn.run(collectiviteId);
    return myFamilyDto(await this.showFamily.run(collectiviteId, familyId), today);
  }

  /** Propose corrections of what the mairie holds. An agent accepts or refuses each; a mail tells which. */
  @Post('families/:familyId/change-proposals')
  @ForFamily()
  @ApiProblems(familiesProblems.CORRECTION_NOT_VALID)
  async propose(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Body() { changes }: ChangeProposalsDto,
  ): Promise<ChangeProposalDto[]> {
    await this.proposeChanges.run({ collectiviteId, familyId, accountId, changes });
    return this.proposals({ collectiviteId, familyId, asParent: true });
  }

  /** List the corrections that my foyer has proposed, the latest first. */
  @Get('families/:familyId/change-proposals')
  @ForFamily()
  async proposals(@CurrentFamily() { collectiviteId, familyId }: FamilyAccess): Promise<ChangeProposalDto[]> {
    return (await this.listProposals.ofFamily(collectiviteId, familyId)).map(changeProposalDto);
  }
}
