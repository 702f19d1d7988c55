import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { ApiPage, limitOf, type Page, pageOf } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { DecideProposal } from '../actions/proposals/decide-proposal.js';
import { ListProposals } from '../actions/proposals/list-proposals.js';
import { familiesProblems } from '../problems.js';
import { ChangeProposalsQuery, DecidedProposalDto, RefusalOfProposalDto } from './change-proposals.dto.js';
import { ChangeProposalDto, changeProposalDto } from './my-family.dto.js';

@AdministrationApi('Familles')
@Controller('collectivites/:collectiviteId/change-proposals')
export class ChangeProposalsController {
  constructor(
    private readonly listProposals: ListProposals,
    private readonly decideProposal: DecideProposal,
  ) {}

  /** Lister les corrections que proposent les familles, les plus anciennes d’abord */
  @Get()
  @Allowed('agent', 'administrateur')
  @ApiPage(ChangeProposalDto)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: ChangeProposalsQuery,
  ): Promise<Page<ChangeProposalDto>> {
    const limit = limitOf(query);
    const { state = 'PENDING', after = 0 } = query;
    return pageOf(
      await this.listProposals.ofCollectivite(collectiviteId, { state, after, limit }),
      limit,
      changeProposalDto,
    );
  }

  /**
   * Accepter une correction
   *
   * Elle modifie le fichier des familles, et le parent en est averti par courriel.
   */
  @Post(':proposalId/acceptances')
  @HttpCode(200)
  @Allowed('agent', 'administrateur')
  @ApiProblems(
    familiesProblems.PROPOSAL_ALREADY_DECIDED,
    familiesProblems.CORRECTION_NOT_VALID,
    familiesProblems.CHILD_ALREADY_KNOWN,
  )
  async accept(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('proposalId', IdPipe) proposalId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<DecidedProposalDto> {
    await this.decideProposal.run(collectiviteId, { proposalId, accepted: true, refusalReason: null, accountId });
    return { proposalId, state: 'ACCEPTED' };
  }

  /**
   * Refuser une correction
   *
   * Ce que la mairie détient ne change pas ; le parent en est averti par courriel, et lit pourquoi.
   */
  @Post(':proposalId/refusals')
  @HttpCode(200)
  @Allowed('agent', 'administrateur')
  @ApiProblems(familiesProblems.PROPOSAL_ALREADY_DECIDED)
  async refuse(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('proposalId', IdPipe) proposalId: number,
    @CurrentCaller() { accountId }: Caller,
    @Body() { reason }: RefusalOfProposalDto,
  ): Promise<DecidedProposalDto> {
    await this.decideProposal.run(collectiviteId, { proposalId, accepted: false, refusalReason: reason, accountId });
    return { proposalId, state: 'REFUSED' };
  }
}
