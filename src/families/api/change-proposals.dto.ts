import { IsIn, IsOptional } from 'class-validator';
import { Typed } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import type { ProposalState } from '../data/change-proposal.entity.js';

export class ChangeProposalsQuery extends PageQuery {
  /** `PENDING` (en attente) sans précision. @example "PENDING" */
  @IsOptional()
  @IsIn(['PENDING', 'ACCEPTED', 'REFUSED', 'WITHDRAWN'])
  state?: ProposalState;
}

export class RefusalOfProposalDto {
  /** Pourquoi, dans vos mots : le parent les lit. @example "Le livret de famille porte un autre prénom : apportez-le-nous." */
  @Typed({ max: 300, multiline: true })
  reason!: string;
}

export class DecidedProposalDto {
  /** @example 4 */
  proposalId!: number;
  /** `ACCEPTED` (acceptée) ou `REFUSED` (refusée). @example "ACCEPTED" */
  state!: ProposalState;
}
