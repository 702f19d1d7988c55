import { IsOptional } from 'class-validator';
import type { Temporal, Weekday } from '../../kernel/civil-time.js';
import { DayField } from '../../platform/http/fields.js';
import type { ReglementLine } from '../actions/policies/show-reglement.js';
import type { TariffVersionRow } from '../data/tariff-version.entity.js';
import {
  deadlineSentence,
  exceptionSentences,
  policySentences,
  storedTariff,
  type TariffLine,
  tariffTable,
} from '../../reglement/index.js';
import type { PaymentMode, PrestationKind } from '../rules/prestation-kind.js';
import { daysInFrench, paymentInFrench } from '../rules/reglement-words.js';
import { weekdaysOf } from '../rules/weekdays.js';

export class ReglementQuery {
  @IsOptional()
  @DayField({ optional: true, description: 'Jour de service ; aujourd’hui sans précision.', example: '2026-11-26' })
  date?: Temporal.PlainDate;
}

/** The deadlines in force, as dated by the mairie. */
export class ReglementDeadlinesDto {
  @DayField()
  from!: Temporal.PlainDate;
  @DayField({ optional: true })
  to!: Temporal.PlainDate | null;
  /** Délai de réservation. @example "Réservation possible jusqu’au jeudi de la semaine précédente inclus." */
  booking!: string;
  /** Délai de dé-réservation. @example "Annulation possible jusqu’à la veille, avant 9 h 00." */
  cancellation!: string;
  /**
   * Tout ce que dit le règlement, dans son ordre : ces deux délais, le sort d’une demande tardive, les changements, les
   * menus, la commande à la cuisine, les absences, les dérogations.
   * @example ["Réservation possible jusqu’au jeudi de la semaine précédente inclus.", "Annulation possible jusqu’à la veille, avant 9 h 00."]
   */
  sentences!: string[];
}

/** Other rules for some dates; what it does not say stays as usual. */
export class ReglementExceptionDto {
  @DayField({ example: '2026-12-14' })
  from!: Temporal.PlainDate;
  @DayField({ example: '2026-12-18' })
  to!: Temporal.PlainDate;
  /** @example "Semaine du repas de Noël" */
  reason!: string;
  /** @example ["Réservation possible jusqu’au jeudi de la semaine précédente inclus."] */
  sentences!: string[];
}

export class ReglementPricesDto {
  /** @example "T2" */
  label!: string;
  /** À qui s’adresse la ligne ; vide : à tout le monde. @example "habitants de la commune" */
  audience!: string;
  /** @example "QF de 400 à moins de 640" */
  quotients!: string;
  /** Prix à l’unité ; `null` quand il se calcule d’après le quotient. @example 350 */
  unitCents!: number | null;
  /** @example "3,50 €" */
  unit!: string;
  /** Prix si non prévu. @example 500 */
  unplannedCents!: number | null;
  /** @example "5,00 €" */
  unplanned!: string;
  /** Prix si absence injustifiée. @example 350 */
  unjustifiedAbsenceCents!: number | null;
  /** @example "3,50 €" */
  unjustifiedAbsence!: string;
}

/** The prices in force, as dated by the mairie. */
export class ReglementTariffDto {
  @DayField()
  from!: Temporal.PlainDate;
  @DayField({ optional: true })
  to!: Temporal.PlainDate | null;
  rows!: ReglementPricesDto[];
  /** Ce qui vaut en plus des lignes, une phrase chacun. @example ["2ᵉ enfant et suivants : −20 %"] */
  notes!: string[];
  /** La ligne des familles dont le quotient n’est pas connu ; `null` quand aucun prix n’en dépend. @example "T5" */
  withoutQuotient!: string | null;
}

export class ReglementLineDto {
  /** @example 7 */
  prestationId!: number;
  /** @example "Cantine" */
  name!: string;
  /** @example "CANTEEN" */
  kind!: PrestationKind;
  /** @example 3 */
  siteId!: number;
  /** @example "École Jean-Jaurès" */
  siteName!: string;
  /** Les enfants de toutes les écoles peuvent être inscrits. @example false */
  openToAllSites!: boolean;
  /** @example ["MO", "TU", "TH", "FR"] */
  weekdays!: Weekday[];
  /** @example "lundi, mardi, jeudi et vendredi, en période scolaire" */
  days!: string;
  /** @example "11:45" */
  startsAt!: string | null;
  /** @example "13:30" */
  endsAt!: string | null;
  /** `null` tant que la mairie n’a pas fixé de délai pour cette date : rien ne peut être réservé. */
  deadlines!: ReglementDeadlinesDto | null;
  /**
   * Celles qui valent à cette date ou plus tard, par date ; quand deux se rencontrent, celle qui vise le moins de
   * prestations l’emporte.
   */
  exceptions!: ReglementExceptionDto[];
  /** `null` tant que la mairie n’a pas fixé de prix pour cette date : rien ne peut être réservé. */
  tariff!: ReglementTariffDto | null;
  /** R : payé à la réservation ; C : à la consommation. @example "C" */
  payment!: PaymentMode;
  /** @example "C : à la consommation" */
  paymentText!: string;
  /** Nombre maximum de places. @example 80 */
  places!: number;
}

export class ReglementDto {
  @DayField()
  date!: Temporal.PlainDate;
  /** Douze signes qui changent avec un délai, un prix ou une règle. @example "q3Jx0bT1s-9K" */
  version!: string;
  prestations!: ReglementLineDto[];
}

export function reglementLineDto({
  prestation,
  siteName,
  policy,
  exceptions,
  tariff,
}: ReglementLine): ReglementLineDto {
  const weekdays = weekdaysOf(prestation);
  return {
    prestationId: prestation.id,
    name: prestation.name,
    kind: prestation.kind,
    siteId: prestation.siteId,
    siteName,
    openToAllSites: prestation.openToAllSites,
    weekdays,
    days: daysInFrench(weekdays, prestation.runsOn),
    startsAt: prestation.startsAt,
    endsAt: prestation.endsAt,
    deadlines: policy && {
      from: policy.fromDate,
      to: policy.toDate,
      booking: deadlineSentence(policy.policy.add.deadline, 'ADD'),
      cancellation: deadlineSentence(policy.policy.cancel.deadline, 'CANCEL'),
      sentences: policySentences(policy.policy),
    },
    exceptions: exceptions.map(({ fromDate, toDate, reason, rules }) => ({
      from: fromDate,
      to: toDate,
      reason,
      // An effect without an end of its own lasts until the order, which the policy may be the one to tell.
      sentences: exceptionSentences({ ...(policy?.policy.order && { order: policy.policy.order }), ...rules }),
    })),
    tariff: tariff && reglementTariffDto(tariff),
    payment: prestation.paymentMode,
    paymentText: paymentInFrench(prestation.paymentMode),
    places: prestation.places,
  };
}

function reglementTariffDto({ fromDate, toDate, grid }: TariffVersionRow): ReglementTariffDto {
  const { lines, notes, withoutQuotient } = tariffTable(storedTariff(grid));
  return { from: fromDate, to: toDate, rows: lines.map(pricesDto), notes: [...notes], withoutQuotient };
}

function pricesDto({ label, audience, quotients, cents, words }: TariffLine): ReglementPricesDto {
  return {
    label,
    audience,
    quotients,
    unitCents: cents.unitCents,
    unit: words.unitCents,
    unplannedCents: cents.unplannedCents,
    unplanned: words.unplannedCents,
    unjustifiedAbsenceCents: cents.unjustifiedAbsenceCents,
    unjustifiedAbsence: words.unjustifiedAbsenceCents,
  };
}
