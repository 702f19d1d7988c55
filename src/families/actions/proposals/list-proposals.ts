import { Injectable } from '@nestjs/common';
import { LessThan, MoreThan } from 'typeorm';
import { Database } from '../../../platform/database/database.js';
import { ChangeProposalRow, type ProposalState } from '../../data/change-proposal.entity.js';
import { ProposalSubjects, subjectName } from '../../data/proposal-subjects.js';

export interface ListedProposal extends ChangeProposalRow {
  /** « Foyer DUFOUR », « Nolan DUFOUR ». */
  readonly subjectName: string;
}

@Injectable()
export class ListProposals {
  constructor(
    private readonly database: Database,
    private readonly subjects: ProposalSubjects,
  ) {}

  /** Of a collectivité, oldest first; one more than the limit when there are others. */
  ofCollectivite(
    collectiviteId: number,
    { state, after, limit }: { readonly state: ProposalState; readonly after: number; readonly limit: number },
  ): Promise<ListedProposal[]> {
    return this.database.read(async () =>
      this.named(
        collectiviteId,
        await this.database.repository(ChangeProposalRow).find({
          where: { collectiviteId, state, id: MoreThan(after) },
          order: { id: 'ASC' },
          take: limit + 1,
        }),
      ),
    );
  }

  /** Of a family, the latest first, older than the proposal `after` (0: from the latest); one more than the limit. */
  ofFamily(
    { collectiviteId, familyId }: { readonly collectiviteId: number; readonly familyId: number },
    { after, limit }: { readonly after: number; readonly limit: number },
  ): Promise<ListedProposal[]> {
    return this.database.read(async () =>
      this.named(
        collectiviteId,
        await this.database.repository(ChangeProposalRow).find({
          where: { collectiviteId, familyId, ...(after > 0 && { id: LessThan(after) }) },
          order: { id: 'DESC' },
          take: limit + 1,
        }),
      ),
    );
  }

  private async named(collectiviteId: number, rows: readonly ChangeProposalRow[]): Promise<ListedProposal[]> {
    const known = await this.subjects.load(
      collectiviteId,
      rows.map(({ subject }) => subject),
    );
    return rows.map((row) => ({ ...row, subjectName: subjectName(known.get(row.subject)) }));
  }
}
