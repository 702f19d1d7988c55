import { Temporal } from '../../kernel/civil-time.js';
import { SESSION_INSTANTS, type SessionInstants } from './session-rules.js';

/** What a session keeps of the règlement that planned it. */
export interface KeptRules {
  readonly policyId: number;
  readonly exceptionId: number | null;
  readonly instants: SessionInstants;
}

/** As a row keeps it. */
export interface KeptRulesJson {
  readonly policyId: number;
  readonly exceptionId: number | null;
  /** ISO 8601, in UTC. */
  readonly instants: Readonly<Record<string, string | null>>;
}

export function keptRulesJson({ policyId, exceptionId, instants }: KeptRules): KeptRulesJson {
  const texts = SESSION_INSTANTS.map((name) => [name, instants[name]?.toString() ?? null]);
  return { policyId, exceptionId, instants: Object.fromEntries(texts) as KeptRulesJson['instants'] };
}

export function keptRulesOf({ policyId, exceptionId, instants }: KeptRulesJson): KeptRules {
  const read = SESSION_INSTANTS.map((name) => [name, instants[name] ? Temporal.Instant.from(instants[name]) : null]);
  return { policyId, exceptionId, instants: Object.fromEntries(read) as SessionInstants };
}
