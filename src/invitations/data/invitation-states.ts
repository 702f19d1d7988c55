import type { InvitationState } from '../rules/invitation-state.js';

/** The rule of rules/invitation-state.ts as a condition on rows `i`; the parameter, where there is one, is the instant. */
export function stateCondition(
  state: InvitationState,
  now: number,
): { readonly sql: string; readonly parameters: number[] } {
  const open = 'i.used_at IS NULL AND i.replaced_at IS NULL';
  const live = `${open} AND i.expires_at > ?`;
  const unopened = `${live} AND i.opened_at IS NULL`;
  const conditions: Record<InvitationState, string> = {
    USED: 'i.used_at IS NOT NULL',
    REPLACED: 'i.used_at IS NULL AND i.replaced_at IS NOT NULL',
    EXPIRED: `${open} AND i.expires_at <= ?`,
    OPENED: `${live} AND i.opened_at IS NOT NULL`,
    FAILED: `${unopened} AND i.failed_at IS NOT NULL`,
    SENT: `${unopened} AND i.failed_at IS NULL AND i.sent_at IS NOT NULL`,
    WAITING: `${unopened} AND i.failed_at IS NULL AND i.sent_at IS NULL`,
  };
  const sql = conditions[state];
  return { sql, parameters: sql.includes('?') ? [now] : [] };
}
