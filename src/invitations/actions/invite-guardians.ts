import { Injectable } from '@nestjs/common';
import { type CollectiviteRow, FindCollectivite } from '../../collectivites/index.js';
import type { GuardianRow } from '../../families/index.js';
import { chunksOf } from '../../kernel/lists.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { skipReason, type SkipReason } from '../rules/invitation-candidate.js';
import { LockGuardians } from './lock-guardians.js';
import { SendInvitation } from './send-invitation.js';

const BATCH = 200;

interface GuardiansToInvite {
  readonly collectiviteId: number;
  /** Null: every guardian of the collectivité. */
  readonly guardianIds: readonly number[] | null;
  readonly invitedBy: number | null;
}

export interface BulkInvitation {
  readonly invited: number;
  readonly skipped: { readonly guardianId: number; readonly reason: SkipReason }[];
}

/**
 * Invites many guardians, in batches that are each a unit: what was sent before a breakdown stays sent, and asking
 * again goes on where it stopped, since those already invited are skipped.
 */
@Injectable()
export class InviteGuardians {
  constructor(
    private readonly database: Database,
    private readonly findCollectivite: FindCollectivite,
    private readonly lockGuardians: LockGuardians,
    private readonly send: SendInvitation,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async run({ collectiviteId, guardianIds, invitedBy }: GuardiansToInvite): Promise<BulkInvitation> {
    const collectivite = await this.findCollectivite.run(collectiviteId);
    const ids = guardianIds ? [...new Set(guardianIds)].sort((a, b) => a - b) : await this.allIds(collectiviteId);
    let invited = 0;
    const skipped: BulkInvitation['skipped'] = [];
    for (const batch of chunksOf(ids, BATCH)) {
      const done = await this.database.unit(() => this.inviteBatch(collectivite, batch, invitedBy));
      invited += done.invited;
      skipped.push(...done.skipped);
    }
    return { invited, skipped };
  }

  private async inviteBatch(
    collectivite: CollectiviteRow,
    ids: readonly number[],
    invitedBy: number | null,
  ): Promise<BulkInvitation> {
    const guardians = new Map(
      (await this.lockGuardians.run(collectivite.id, ids)).map((guardian) => [guardian.id, guardian]),
    );
    const live = await this.idsWithLiveInvitation(collectivite.id, ids);
    const sharing = await this.idsSharingEmail(collectivite.id, ids);
    const skipped: BulkInvitation['skipped'] = [];
    let invited = 0;
    for (const guardianId of ids) {
      const guardian = guardians.get(guardianId);
      const reason = guardian ? reasonFor(guardian, live, sharing) : 'UNKNOWN';
      if (reason) {
        skipped.push({ guardianId, reason });
        continue;
      }
      await this.send.run(collectivite, { ...guardian!, email: guardian!.email! }, invitedBy);
      invited += 1;
    }
    if (invited > 0)
      await this.audit.record({
        collectiviteId: collectivite.id,
        accountId: invitedBy,
        action: 'guardians.invited',
        subject: `collectivite:${collectivite.id}`,
        detail: { invited },
      });
    return { invited, skipped };
  }

  private async allIds(collectiviteId: number): Promise<number[]> {
    const rows = await this.database.read(() =>
      this.database.rows<{ id: number }>('SELECT id FROM guardians WHERE collectivite_id = ? ORDER BY id', [
        collectiviteId,
      ]),
    );
    return rows.map(({ id }) => Number(id));
  }

  private async idsWithLiveInvitation(collectiviteId: number, ids: readonly number[]): Promise<Set<number>> {
    const rows = await this.database.rows<{ id: number }>(
      `SELECT DISTINCT i.guardian_id AS id FROM invitations i
       JOIN guardians g ON g.id = i.guardian_id AND g.email = i.email
       WHERE i.collectivite_id = ? AND i.used_at IS NULL AND i.replaced_at IS NULL AND i.expires_at > ?
         AND (i.failed_at IS NULL OR i.opened_at IS NOT NULL) AND i.guardian_id IN (${ids.map(() => '?').join(', ')})`,
      [collectiviteId, this.clock.now().epochMilliseconds, ...ids],
    );
    return new Set(rows.map(({ id }) => Number(id)));
  }

  /** Those whose address is also that of an earlier guardian of their family: that one is invited, they are not. */
  private async idsSharingEmail(collectiviteId: number, ids: readonly number[]): Promise<Set<number>> {
    const rows = await this.database.rows<{ id: number }>(
      `SELECT g.id FROM guardians g
       JOIN guardians other ON other.family_id = g.family_id AND other.email = g.email AND other.position < g.position
       WHERE g.collectivite_id = ? AND g.id IN (${ids.map(() => '?').join(', ')})`,
      [collectiviteId, ...ids],
    );
    return new Set(rows.map(({ id }) => Number(id)));
  }
}

function reasonFor(guardian: GuardianRow, live: ReadonlySet<number>, sharing: ReadonlySet<number>): SkipReason | null {
  const { id, email, accountId } = guardian;
  return skipReason({
    guardianId: id,
    email,
    accountId,
    hasLiveInvitation: live.has(id),
    sharesEmail: sharing.has(id),
  });
}
