import { Matches } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField } from '../../platform/http/fields.js';
import { closedAtOnce, type SessionChange, SESSION_INSTANTS } from '../../prestations/index.js';
import type { RecomputationDone } from '../actions/recomputation/carry-out-recomputation.js';
import type { Foreseen } from '../actions/recomputation/foresee-recomputation.js';
import { movedLimits } from '../rules/moved-limits.js';
import { recomputationSubject } from '../rules/recomputation-mail.js';

/** Sessions and families shown one by one; all are counted, and all are in the digest. */
const SHOWN = 100;

export class MovedInstantDto {
  /** @example "addClosesAt" */
  name!: (typeof SESSION_INSTANTS)[number];
  /** @example "Réserver avant" */
  what!: string;
  @MomentField({ optional: true, description: '`null` : on pouvait réserver depuis toujours.' })
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
  /** Aucun quand seul ce qui se passe après les limites est dit autrement. */
  moved!: MovedInstantDto[];
  /**
   * Ce qu’on pouvait encore faire à temps, et qu’on ne peut plus : `ADD` (réserver), `CANCEL` (annuler).
   * @example []
   */
  closedAtOnce!: string[];
}

export class ConcernedFamilyDto {
  /** @example 41 */
  familyId!: number;
  /** @example "DURAND" */
  name!: string;
  /** Parmi les séances qui changent. @example 12 */
  sessions!: number;
  /** @example 10 */
  reservations!: number;
  /** @example 2 */
  basketLines!: number;
  /** Adultes à qui un courriel serait envoyé. @example 1 */
  mails!: number;
}

export class RulingDto {
  /** @example 5 */
  bookingPolicyId!: number;
  /** @example 12 */
  policyExceptionId!: number | null;
  /** Pourquoi la mairie fait une exception ; `null` s’il n’y en a pas. @example "Semaine du repas de Noël" */
  reason!: string | null;
  /** @example ["Réservation possible jusqu’au mardi de la semaine précédente, avant 12 h 00."] */
  sentences!: string[];
}

export class RecomputationPreviewDto {
  /**
   * De tout ce qui est prévu ; redonnez-le pour appliquer exactement cela.
   * @example "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg"
   */
  digest!: string;
  /** Séances ouvertes qui changeraient. @example 24 */
  sessions!: number;
  /** Les premières d’entre elles, par date. */
  firstSessions!: ChangingSessionDto[];
  /** Séances où l’on ne peut plus réserver, ou annuler, à temps dès l’application. @example 1 */
  closingAtOnce!: number;
  /** Séances ouvertes dont le règlement actuel ne dit rien pour ce jour : elles restent telles quelles. @example [] */
  unruledDates!: string[];
  /** Réservations en cours dans ces séances : elles demeurent, aux prix promis. @example 230 */
  reservations!: number;
  /** @example 12 */
  basketLines!: number;
  /** Familles qui ont les unes ou les autres. @example 81 */
  families!: number;
  /** Les premières d’entre elles, par nom. */
  firstFamilies!: ConcernedFamilyDto[];
  /** Courriels qui partiraient. @example 120 */
  mails!: number;
  /** @example "Cantine : les délais changent" */
  mailSubject!: string;
  /** Ce qui régirait les séances, comme le liraient les familles. */
  rulings!: RulingDto[];
}

export class NewRecomputationDto {
  /** Le `digest` de la prévisualisation qui a été montrée. @example "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg" */
  @Matches(/^[\w-]{43}$/, { message: 'le « digest » de la prévisualisation est attendu.' })
  digest!: string;
}

export class RecomputationDto {
  /** @example 3 */
  id!: number;
  /** @example 24 */
  changed!: number;
  /** Qui n’étaient plus ouvertes, ou plus telles que montrées, quand leur tour est venu. @example 0 */
  kept!: number;
  /** Familles concernées par une séance modifiée : chacune reçoit un courriel. @example 81 */
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
