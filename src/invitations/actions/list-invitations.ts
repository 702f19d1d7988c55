import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { FindFamilies, GuardianRow } from '../../families/index.js';
import type { Temporal } from '../../kernel/civil-time.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { limitOf, type Page, pageOf, type PageQuery } from '../../platform/http/pagination.js';
import { InvitationRow } from '../data/invitation.entity.js';
import { stateCondition } from '../data/invitation-states.js';
import { invitationState, type InvitationState } from '../rules/invitation-state.js';

export interface InvitationListed {
  readonly invitationId: number;
  readonly state: InvitationState;
  readonly guardianId: number;
  readonly guardianName: string;
  readonly familyId: number;
  readonly familyName: string;
  readonly email: string;
  readonly createdAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly sentAt: Temporal.Instant | null;
  readonly failedAt: Temporal.Instant | null;
  readonly failure: string | null;
  readonly openedAt: Temporal.Instant | null;
  readonly usedAt: Temporal.Instant | null;
}

/** The invitations of a collectivité, the latest first. */
@Injectable()
export class ListInvitations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findFamilies: FindFamilies,
  ) {}

  run(collectiviteId: number, query: PageQuery, state: InvitationState | null): Promise<Page<InvitationListed>> {
    const now = this.clock.now();
    return this.database.read(async () => {
      const limit = limitOf(query);
      const condition = state ? stateCondition(state, now.epochMilliseconds) : { sql: '1 = 1', parameters: [] };
      const ids = await this.database.rows<{ id: number }>(
        `SELECT i.id FROM invitations i WHERE i.collectivite_id = ? AND i.id < ? AND ${condition.sql}
         ORDER BY i.id DESC LIMIT ${limit + 1}`,
        [collectiviteId, query.after ?? 2_147_483_647, ...condition.parameters],
      );
      const rows = await this.database
        .repository(InvitationRow)
        .find({ where: { collectiviteId, id: In(ids.map(({ id }) => Number(id))) }, order: { id: 'DESC' } });
      const guardians = await this.guardiansOf(collectiviteId, rows);
      const families = await this.findFamilies.run(
        collectiviteId,
        [...guardians.values()].map(({ familyId }) => familyId),
      );
      return pageOf(rows, limit, (row) => {
        const guardian = guardians.get(row.guardianId)!;
        const { id, email, createdAt, expiresAt, sentAt, failedAt, failure, openedAt, usedAt } = row;
        return {
          invitationId: id,
          state: invitationState(row, now),
          guardianId: guardian.id,
          guardianName: `${guardian.firstName} ${guardian.lastName}`,
          familyId: guardian.familyId,
          familyName: families.get(guardian.familyId)?.name ?? '',
          ...{ email, createdAt, expiresAt, sentAt, failedAt, failure, openedAt, usedAt },
        };
      });
    });
  }

  private async guardiansOf(collectiviteId: number, rows: readonly InvitationRow[]): Promise<Map<number, GuardianRow>> {
    const ids = [...new Set(rows.map(({ guardianId }) => guardianId))];
    const guardians = await this.database.repository(GuardianRow).findBy({ collectiviteId, id: In(ids) });
    return new Map(guardians.map((guardian) => [guardian.id, guardian]));
  }
}
