import { Injectable } from '@nestjs/common';
import { ChangeProposalRow } from '../../families/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Correction } from '../rules/corrections.js';

export interface ChangesToPropose {
  readonly collectiviteId: number;
  readonly familyId: number;
  readonly accountId: number;
  readonly changes: readonly Correction[];
}

/** Keeps the corrections of a parent for an agent to accept or refuse. Call inside a unit. */
@Injectable()
export class ProposeChanges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run({ collectiviteId, familyId, accountId, changes }: ChangesToPropose): Promise<void> {
    const proposedAt = this.clock.now();
    for (const { subject, field, oldValue, newValue } of changes) {
      await this.database.insert(ChangeProposalRow, {
        ...{ collectiviteId, familyId, subject, field, oldValue, newValue, proposedAt },
        state: 'PENDING',
        proposedBy: accountId,
        decidedBy: null,
        decidedAt: null,
      });
    }
  }
}
