import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { KeptRules } from '../../rules/kept-rules.js';

/** What a session is to keep instead of what it kept when it was looked at. */
export interface RulesToKeep {
  readonly sessionId: number;
  readonly before: KeptRules;
  readonly after: KeptRules;
}

/** Gives planned sessions the instants of other rules. Whoever books, cancels or freezes them waits, or is waited for. */
@Injectable()
export class ChangeSessions {
  constructor(private readonly database: Database) {}

  /**
   * Inside the caller's unit: holds the sessions by id, then changes those that are still open and as they were seen.
   * Answers their ids; the others stay as they are.
   */
  async run(collectiviteId: number, changes: readonly RulesToKeep[]): Promise<Set<number>> {
    const sorted = [...changes].sort((a, b) => a.sessionId - b.sessionId);
    const changed = new Set<number>();
    if (sorted.length === 0) return changed;
    await this.database.rows(
      `SELECT id FROM sessions WHERE collectivite_id = ? AND id IN (${sorted.map(() => '?').join(', ')}) ORDER BY id${this.database.dialect.forUpdate}`,
      [collectiviteId, ...sorted.map(({ sessionId }) => sessionId)],
    );
    for (const change of sorted) if (await this.change(collectiviteId, change)) changed.add(change.sessionId);
    return changed;
  }

  private async change(collectiviteId: number, { sessionId, before, after }: RulesToKeep): Promise<boolean> {
    const changed = await this.database.change(
      `UPDATE sessions SET booking_policy_id = ?, policy_exception_id = ?, add_opens_at = ?, add_closes_at = ?,
         add_ends_at = ?, cancel_closes_at = ?, cancel_ends_at = ?, modify_closes_at = ?, diet_closes_at = ?, orders_at = ?
       WHERE collectivite_id = ? AND id = ? AND frozen_at IS NULL AND called_off_at IS NULL AND billed_at IS NULL
         AND booking_policy_id = ? AND COALESCE(policy_exception_id, 0) = ? AND COALESCE(add_opens_at, 0) = ?
         AND add_closes_at = ? AND add_ends_at = ? AND cancel_closes_at = ? AND cancel_ends_at = ?
         AND modify_closes_at = ? AND diet_closes_at = ? AND orders_at = ?`,
      [...columnsOf(after), collectiviteId, sessionId, ...columnsOf(before).map((value) => value ?? 0)],
    );
    return changed === 1;
  }
}

function columnsOf({ policyId, exceptionId, instants }: KeptRules): (number | null)[] {
  return [
    policyId,
    exceptionId,
    instants.addOpensAt?.epochMilliseconds ?? null,
    instants.addClosesAt.epochMilliseconds,
    instants.addEndsAt.epochMilliseconds,
    instants.cancelClosesAt.epochMilliseconds,
    instants.cancelEndsAt.epochMilliseconds,
    instants.modifyClosesAt.epochMilliseconds,
    instants.dietClosesAt.epochMilliseconds,
    instants.ordersAt.epochMilliseconds,
  ];
}
