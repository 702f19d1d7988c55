import { dateIn, isBefore, Temporal, wallClock } from '../../../kernel/civil-time.js';
import { counted, longInstant, plainDate, typeset } from '../../../kernel/french.js';
import { compileDeadline, isOpen } from '../deadlines/compile-deadline.js';
import type { DeadlineContext } from '../deadlines/deadline.js';
import { orNull } from '../deadlines/sample.js';
import { COLLECTIVE_WORDS, payFromWords, PROOF_WORDS } from './absence-words.js';
import { type AbsencePolicy, COLLECTIVE_REASONS, type CollectiveReason, type ProofKind } from './booking-policy.js';

/** An absence as the mairie knows it. */
export interface Absence {
  /** The days of service on which the child was booked and did not come. */
  readonly days: readonly Temporal.PlainDate[];
  /** When the family told of it; null: it did not. */
  readonly declaredAt: Temporal.Instant | null;
  readonly proofReceivedAt: Temporal.Instant | null;
  readonly kind: ProofKind | CollectiveReason;
}

/** What becomes of one day. CARENCE is billed although the absence is justified. `reason` is one French sentence. */
export interface AbsentDay {
  readonly date: Temporal.PlainDate;
  readonly outcome: 'JUSTIFIED' | 'CARENCE' | 'UNJUSTIFIED';
  readonly reason: string;
}

/**
 * What a règlement makes of an absence, day by day. The days are one row, in the order of dates: who calls knows which
 * of them the child was booked on, and which one on which it came ends a row. Without an absence policy no absence is
 * justified.
 */
export function absenceOutcome(
  policy: AbsencePolicy | undefined,
  absence: Absence,
  context: DeadlineContext,
): AbsentDay[] {
  const all = (outcome: AbsentDay['outcome'], reason: string) =>
    absence.days.map((date) => ({ date, outcome, reason: typeset(reason) }));
  if (!policy) return all('UNJUSTIFIED', 'Le règlement ne prévoit pas d’absence justifiée.');
  const collective = COLLECTIVE_REASONS.find((reason) => reason === absence.kind);
  if (collective && policy.collective?.includes(collective))
    return all('JUSTIFIED', `Jour non facturé à toutes les familles : ${COLLECTIVE_WORDS[collective]}.`);
  const least = policy.minConsecutiveDays ?? 1;
  if (absence.days.length < least)
    return all(
      'UNJUSTIFIED',
      `L’absence dure moins de ${counted(least, 'jour', 'jours')} de service consécutifs : elle est facturée.`,
    );
  const proof = judgeProof(policy, absence, context.zone);
  if (proof.type === 'REFUSED') return all('UNJUSTIFIED', proof.reason);
  return dayByDay(policy, absence, proof, context);
}

function dayByDay(
  { declareBefore, carenceDays, payFrom }: AbsencePolicy,
  { days, declaredAt, proofReceivedAt }: Absence,
  proof: { readonly type: 'IN_TIME' | 'LATE' },
  context: DeadlineContext,
): AbsentDay[] {
  const declare = declareBefore && compileDeadline(declareBefore, context);
  const late = proof.type === 'LATE';
  const carence = (late ? carenceDays?.ifLate : undefined) ?? carenceDays?.n ?? 0;
  return days.map((date, index) => {
    // A day of the row that is ruled by another version may be unknown to this one, which does not judge it.
    const limit = declare ? orNull(() => declare.closesAt(date)) : null;
    if (declare && !(declaredAt && isOpen(declaredAt, limit)))
      return { date, outcome: 'UNJUSTIFIED', reason: typeset(notDeclared(declaredAt, limit, context.zone)) };
    if (index < carence)
      return {
        date,
        outcome: 'CARENCE',
        reason: typeset(
          `Jour de carence (${index + 1} sur ${carence}${late ? ', le justificatif étant arrivé tard' : ''}) : il est facturé.`,
        ),
      };
    if (payFrom !== undefined && !isPaidFrom(payFrom, { date, index, declaredAt, proofReceivedAt }, context.zone))
      return {
        date,
        outcome: 'CARENCE',
        reason: typeset(`L’absence n’est déduite ${payFromWords(payFrom)} : ce jour est facturé.`),
      };
    return { date, outcome: 'JUSTIFIED', reason: 'Absence justifiée, ce jour n’est pas facturé.' };
  });
}

/** First instant at which an absence is told too late for a day; null where the règlement sets none. */
export function tellBefore(
  { declareBefore }: AbsencePolicy,
  date: Temporal.PlainDate,
  context: DeadlineContext,
): Temporal.Instant | null {
  return declareBefore ? orNull(() => compileDeadline(declareBefore, context).closesAt(date)) : null;
}

/** Whether a day of a row, at the place `index`, is from the day on which the mairie pays instead of the family. */
function isPaidFrom(
  payFrom: NonNullable<AbsencePolicy['payFrom']>,
  {
    date,
    index,
    ...known
  }: Pick<Absence, 'declaredAt' | 'proofReceivedAt'> & { readonly date: Temporal.PlainDate; readonly index: number },
  zone: string,
): boolean {
  if (typeof payFrom === 'number') return index + 1 >= payFrom;
  const since = payFrom === 'DECLARATION' ? known.declaredAt : known.proofReceivedAt;
  return since !== null && !isBefore(date, dateIn(zone, since));
}

function notDeclared(declaredAt: Temporal.Instant | null, limit: Temporal.Instant | null, zone: string): string {
  const until = limit ? `, à signaler avant le ${longInstant(limit, zone)}` : '';
  return declaredAt
    ? `Absence signalée le ${longInstant(declaredAt, zone)}${until} : ce jour est facturé.`
    : `Absence non signalée${until} : ce jour est facturé.`;
}

type Proof = { readonly type: 'IN_TIME' | 'LATE' } | { readonly type: 'REFUSED'; readonly reason: string };

/** First instants at which the proof of an absence is late, and at which it is no longer looked at. */
export interface ProofLimits {
  readonly lateAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

export function proofLimits(
  { anchor, withinDays, hardLimitDays = withinDays }: NonNullable<AbsencePolicy['proof']>,
  firstDay: Temporal.PlainDate,
  zone: string,
): ProofLimits {
  const start = anchor === 'FIRST_DAY_START' ? firstDay : firstDay.add({ days: 1 });
  const midnight = (days: number) => wallClock(start.add({ days }), '00:00', zone);
  return { lateAt: midnight(withinDays), endsAt: midnight(hardLimitDays) };
}

/** Days of proof are civil days from the anchor, not multiples of 24 hours: a change of clocks moves nothing. */
function judgeProof({ proof }: AbsencePolicy, { days, kind, proofReceivedAt }: Absence, zone: string): Proof {
  if (!proof) return { type: 'IN_TIME' };
  const known = proof.kinds.find((one) => one === kind);
  if (!known) return { type: 'REFUSED', reason: 'Le règlement ne retient pas ce motif : l’absence est facturée.' };
  if (!proofReceivedAt)
    return { type: 'REFUSED', reason: `Aucun justificatif reçu (${PROOF_WORDS[known]}) : l’absence est facturée.` };
  const { lateAt, endsAt } = proofLimits(proof, days[0]!, zone);
  if (isOpen(proofReceivedAt, lateAt)) return { type: 'IN_TIME' };
  if (isOpen(proofReceivedAt, endsAt)) return { type: 'LATE' };
  const last = dateIn(zone, endsAt).subtract({ days: 1 });
  return {
    type: 'REFUSED',
    reason: `Justificatif reçu le ${longInstant(proofReceivedAt, zone)}, trop tard (il était attendu au plus tard le ${plainDate(last)}) : l’absence est facturée.`,
  };
}
