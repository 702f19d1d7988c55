import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '../../platform/http/pagination.js';
import type { ProposalState } from '../data/change-proposal.entity.js';

export class ChangeProposalsQuery extends PageQuery {
  /** `PENDING` (en attente) sans précision. @example "PENDING" */
  @IsOptional()
  @IsIn(['PENDING', 'ACCEPTED', 'REFUSED'])
  state?: ProposalState;
}

export class DecidedProposalDto {
  /** @example 4 */
  proposalId!: number;
  /** `ACCEPTED` (acceptée) ou `REFUSED` (refusée). @example "ACCEPTED" */
  state!: ProposalState;
}
