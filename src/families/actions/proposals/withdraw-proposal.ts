import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { ChangeProposalRow } from '../../data/change-proposal.entity.js';
import { HoldFamily } from '../../data/hold-family.js';
import { familiesProblems } from '../../problems.js';

/** Who asked for a correction takes it back, unless the mairie was there first. */
@Injectable()
export class WithdrawProposal {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly holdFamily: HoldFamily,
  ) {}

  /** Throws NOT_FOUND, for what the other adult of the foyer asked too; PROPOSAL_ALREADY_DECIDED. */
  run(
    { collectiviteId, familyId }: { readonly collectiviteId: number; readonly familyId: number },
    proposalId: number,
    accountId: number,
  ): Promise<void> {
    return this.database.unit(async () => {
      await this.holdFamily.run(collectiviteId, familyId);
      const own = { collectiviteId, familyId, id: proposalId, proposedBy: accountId };
      const proposals = this.database.repository(ChangeProposalRow);
      const { affected } = await proposals.update(
        { ...own, state: 'PENDING' },
        { state: 'WITHDRAWN', decidedBy: accountId, decidedAt: this.clock.now() },
      );
      if (affected === 1) return;
      const known = await proposals.findOneBy(own);
      if (!known) throw httpProblems.NOT_FOUND('Cette correction n’existe pas, ou n’est pas demandée par vous.');
      throw familiesProblems.PROPOSAL_ALREADY_DECIDED(
        known.state === 'WITHDRAWN'
          ? 'Vous avez déjà retiré cette correction.'
          : 'La mairie a déjà répondu à cette correction : il n’y a plus rien à retirer.',
      );
    });
  }
}
