import { dateIn, Temporal } from '../../kernel/civil-time.js';
import { longInstant, plainDate, typeset } from '../../kernel/french.js';
import type { AbsenceVerdict, JudgedAbsence } from './absence-judgement.js';

/** What is known of a day of absence besides its judgement. */
export interface AbsenceStanding {
  readonly now: Temporal.Instant;
  readonly zone: string;
  readonly proofReceivedAt: Temporal.Instant | null;
  /** First instant at which the booking can no longer be given up. */
  readonly cancelClosesAt: Temporal.Instant;
}

const COSTS: Record<AbsenceVerdict, string> = {
  JUSTIFIED: 'rien à payer',
  CARENCE: 'jour de carence dû',
  UNJUSTIFIED: 'jour dû',
};

/**
 * What a day of absence will cost, in one sentence. « Rien à payer si le justificatif nous parvient avant le jeudi
 * 3 décembre 2026 à 0 h 00 ; jour de carence dû s’il arrive avant le jeudi 10 décembre 2026 à 0 h 00 ; sinon, jour dû. »
 * `judged` null: the règlement says nothing of absences.
 */
export function prospectInFrench(judged: JudgedAbsence | null, standing: AbsenceStanding): string {
  const { now, zone, cancelClosesAt } = standing;
  const mayCancel = judged?.verdict !== 'JUSTIFIED' && Temporal.Instant.compare(now, cancelClosesAt) < 0;
  const cancel = mayCancel ? ` Vous pouvez encore annuler ce jour avant le ${longInstant(cancelClosesAt, zone)}.` : '';
  return typeset(`${costInFrench(judged, standing)}${cancel}`);
}

function costInFrench(judged: JudgedAbsence | null, { now, zone, proofReceivedAt }: AbsenceStanding): string {
  if (judged === null) return 'Le règlement ne prévoit pas d’absence justifiée, ce jour reste dû.';
  const chances = chancesOf(judged, now);
  const [first, second] = chances;
  if (first) {
    const begun = `${COSTS[first.verdict]} si le justificatif nous parvient avant le ${longInstant(first.until, zone)}`;
    const then = second ? ` ; ${COSTS[second.verdict]} s’il arrive avant le ${longInstant(second.until, zone)}` : '';
    return capitalised(`${begun}${then} ; sinon, ${COSTS.UNJUSTIFIED}.`);
  }
  if (judged.verdict !== 'JUSTIFIED') return judged.reason;
  const proved = proofReceivedAt ? `, justificatif reçu le ${plainDate(dateIn(zone, proofReceivedAt))}` : '';
  return `Absence justifiée${proved} : rien à payer.`;
}

/** Whether a proof that has not come may still change what a day of absence costs. */
export function isProofAwaited(judged: JudgedAbsence, now: Temporal.Instant): boolean {
  return chancesOf(judged, now).length > 0;
}

interface Chance {
  readonly until: Temporal.Instant;
  readonly verdict: AbsenceVerdict;
}

/** What a proof still changes, soonest first: none once it comes too late, one where being late costs no more. */
function chancesOf({ awaited }: JudgedAbsence, now: Temporal.Instant): Chance[] {
  if (awaited === null) return [];
  const { limits, inTime, late } = awaited;
  const chances = [
    { until: limits.lateAt, verdict: inTime },
    { until: limits.endsAt, verdict: late },
  ].filter(({ until, verdict }) => verdict !== 'UNJUSTIFIED' && Temporal.Instant.compare(now, until) < 0);
  return inTime === late ? chances.slice(-1) : chances;
}

function capitalised(text: string): string {
  return text.replace(/^./, (letter) => letter.toUpperCase());
}
