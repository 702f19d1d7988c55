import { Temporal } from '../../kernel/civil-time.js';
import {
  type AbsencePolicy,
  type AbsentDay,
  type DeadlineContext,
  type ProofLimits,
  proofLimits,
  absenceOutcome,
  tellBefore,
} from '../../reglement/rules/index.js';
import type { AbsenceKind } from './absence.js';

export type AbsenceVerdict = AbsentDay['outcome'];

/** Days of one absence from one prestation that follow each other, as they are known. */
export interface AbsenceRow {
  readonly kind: AbsenceKind;
  /** Declared by the mairie: only then does what the règlement credits to everyone hold. */
  readonly collective: boolean;
  readonly declaredAt: Temporal.Instant;
  readonly proofReceivedAt: Temporal.Instant | null;
  /** At least one, in order. */
  readonly dates: readonly Temporal.PlainDate[];
}

/** What the règlement makes of one day of absence. */
export interface JudgedAbsence {
  readonly verdict: AbsenceVerdict;
  /** Why, in French. It never tells the kind of the absence: invoices are read by others than the parents. */
  readonly reason: string;
  readonly awaited: AwaitedProof | null;
  /** First instant at which it is told too late; null where the règlement sets none. */
  readonly tellBefore: Temporal.Instant | null;
}

/** A proof that has not come and would change something: what this day costs if it comes in time, or late. */
export interface AwaitedProof {
  readonly limits: ProofLimits;
  readonly inTime: AbsenceVerdict;
  readonly late: AbsenceVerdict;
}

/** Day by day. A règlement without absence policy judges nothing: ask it only where there is one. */
export function judgeRow(row: AbsenceRow, policy: AbsencePolicy, context: DeadlineContext): JudgedAbsence[] {
  return judgedDays(row, policy, context).map((judged, index) => ({
    ...judged,
    tellBefore: tellBefore(policy, row.dates[index]!, context),
  }));
}

function judgedDays(
  row: AbsenceRow,
  policy: AbsencePolicy,
  context: DeadlineContext,
): Omit<JudgedAbsence, 'tellBefore'>[] {
  const { kind, declaredAt, proofReceivedAt, dates } = row;
  const applied = row.collective ? policy : forOneFamily(policy);
  const outcome = (received: Temporal.Instant | null) =>
    absenceOutcome(applied, { kind, declaredAt, proofReceivedAt: received, days: dates }, context);
  const asKnown = outcome(proofReceivedAt);
  const { proof } = applied;
  if (!proof || proofReceivedAt !== null || !proof.kinds.some((one) => one === kind))
    return asKnown.map(({ outcome: verdict, reason }) => ({ verdict, reason, awaited: null }));
  const limits = proofLimits(proof, dates[0]!, context.zone);
  const inTime = outcome(before(limits.lateAt));
  const late = outcome(before(limits.endsAt));
  return asKnown.map(({ outcome: verdict, reason }, index) => {
    const [ifInTime, ifLate] = [inTime[index]!.outcome, late[index]!.outcome];
    // Nothing helps a day that was declared too late, or that is part of too short an absence: that is its reason.
    if (ifInTime === 'UNJUSTIFIED') return { verdict, reason: inTime[index]!.reason, awaited: null };
    const awaited = { limits, inTime: ifInTime, late: ifLate };
    return verdict === 'UNJUSTIFIED' ? { verdict, reason: NO_PROOF, awaited } : { verdict, reason, awaited: null };
  });
}

const NO_PROOF = 'Aucun justificatif reçu : l’absence est facturée.';

/** A family that says « grève » is not the mairie that closes the canteen. */
function forOneFamily({ collective: _, ...policy }: AbsencePolicy): AbsencePolicy {
  return policy;
}

function before(instant: Temporal.Instant): Temporal.Instant {
  return instant.subtract({ milliseconds: 1 });
}
