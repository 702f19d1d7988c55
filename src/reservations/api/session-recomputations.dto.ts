import { Matches } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField } from '../../platform/http/fields.js';
import { closedAtOnce, type SessionChange, SESSION_INSTANTS } from '../../prestations/index.js';
import type { RecomputationDone } from '../actions/carry-out-recomputation.js';
import type { Foreseen } from '../actions/foresee-recomputation.js';
import { movedLimits } from '../rules/moved-limits.js';
import { recomputationSubject } from '../rules/recomputation-mail.js';

/** Sessions and families shown one by one; all are counted, and all are in the digest. */
const SHOWN = 100;

export class MovedInstantDto {
  /** @example "addClosesAt" */
  name!: (typeof SESSION_INSTANTS)[number];
  /** @example "Réserver avant" */
  what!: string;
  @MomentField({ optional: true, description: 'Null: one could book from the start.' })
  before!: Temporal.Instant | null;
  @MomentField({ optional: true, example: '2026-11-24T11:00:00Z' })
  after!: Temporal.Instant | null;
  /** @example "jeudi 26 novembre 2026 à 12 h 00" */
  beforeText!: string;
  /** @example "mardi 24 novembre 2026 à 12 h 00" */
  afterText!: string;
}

export class ChangingSessionDto {
  /** @example 1204 */
  sessionId!: number;
  @DayField({ example: '2026-11-30' })
  date!: Temporal.PlainDate;
  /** None when only what happens after the limits is said differently. */
  moved!: MovedInstantDto[];
  /** What one could still do in time, and can no longer: ADD (book), CANCEL. @example [] */
  closedAtOnce!: string[];
}

export class ConcernedFamilyDto {
  /** @example 41 */
  familyId!: number;
  /** @example "DURAND" */
  name!: string;
  /** Of the sessions that change. @example 12 */
  sessions!: number;
  /** @example 10 */
  reservations!: number;
  /** @example 2 */
  basketLines!: number;
  /** Adults who would be written to. @example 1 */
  mails!: number;
}

export class RulingDto {
  /** @example 5 */
  bookingPolicyId!: number;
  /** @example 12 */
  policyExceptionId!: number | null;
  /** Why the mairie makes an exception; null without one. @example "Semaine du repas de Noël" */
  reason!: string | null;
  /** @example ["Réservation possible jusqu’au mardi de la semaine précédente, avant 12 h 00."] */
  sentences!: string[];
}

export class RecomputationPreviewDto {
  /** Of all that is foreseen; give it back to apply exactly that. @example "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg" */
  digest!: string;
  /** Open sessions that would change. @example 24 */
  sessions!: number;
  /** The first of them, by date. */
  firstSessions!: ChangingSessionDto[];
  /** Sessions in which one can no longer book, or cancel, in time as soon as it is applied. @example 1 */
  closingAtOnce!: number;
  /** Open sessions for whose day the règlement of now says nothing: they stay as they are. @example [] */
  unruledDates!: string[];
  /** Living reservations in these sessions: they stay, at the promised prices. @example 230 */
  reservations!: number;
  /** @example 12 */
  basketLines!: number;
  /** Families that have either. @example 81 */
  families!: number;
  /** The first of them, by name. */
  firstFamilies!: ConcernedFamilyDto[];
  /** Mails that would leave. @example 120 */
  mails!: number;
  /** @example "Cantine : les délais changent" */
  mailSubject!: string;
  /** What would rule the sessions, as families would read it. */
  rulings!: RulingDto[];
}

export class NewRecomputationDto {
  /** The `digest` of the preview that was shown. @example "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg" */
  @Matches(/^[\w-]{43}$/, { message: 'le « digest » de la prévisualisation est attendu.' })
  digest!: string;
}

export class RecomputationDto {
  /** @example 3 */
  id!: number;
  /** @example 24 */
  changed!: number;
  /** No longer open, or no longer as they were shown, when their turn came. @example 0 */
  kept!: number;
  /** Families that have something in a changed session: each gets one mail. @example 81 */
  families!: number;
}

export function recomputationPreviewDto(foreseen: Foreseen): RecomputationPreviewDto {
  const { changes, families, now } = foreseen;
  const sum = (of: (family: Foreseen['families'][number]) => number) =>
    families.reduce((total, family) => total + of(family), 0);
  return {
    digest: foreseen.digest,
    sessions: changes.length,
    firstSessions: changes.slice(0, SHOWN).map((change) => changingSessionDto(change, foreseen)),
    closingAtOnce: changes.filter((change) => closedAtOnce(change, now).length > 0).length,
    unruledDates: foreseen.unruled.map(String),
    reservations: sum(({ reservations }) => reservations),
    basketLines: sum(({ basketLines }) => basketLines),
    families: families.length,
    firstFamilies: families.slice(0, SHOWN).map(({ addresses, ...family }) => ({ ...family, mails: addresses.length })),
    mails: sum(({ addresses }) => addresses.length),
    mailSubject: recomputationSubject(foreseen.prestation.name),
    rulings: foreseen.rulings.map(({ policyId, exceptionId, reason, sentences }) => ({
      bookingPolicyId: policyId,
      policyExceptionId: exceptionId,
      reason,
      sentences: [...sentences],
    })),
  };
}

function changingSessionDto(change: SessionChange, { zone, now }: Foreseen): ChangingSessionDto {
  const { sessionId, date, before, after } = change;
  return {
    sessionId,
    date,
    moved: movedLimits(before.instants, after.instants, zone).map((limit) => ({
      name: limit.name,
      what: limit.what,
      before: before.instants[limit.name],
      after: after.instants[limit.name],
      beforeText: limit.before,
      afterText: limit.after,
    })),
    closedAtOnce: closedAtOnce(change, now),
  };
}

export function recomputationDto({ recomputationId, ...done }: RecomputationDone): RecomputationDto {
  return { id: recomputationId, ...done };
}
