import { IsOptional } from 'class-validator';
import type { Temporal, Weekday } from '../../kernel/civil-time.js';
import { euros } from '../../kernel/french.js';
import { DayField } from '../../platform/http/fields.js';
import type { ReglementLine } from '../actions/show-reglement.js';
import { deadlineSentence } from '../../reglement/index.js';
import type { PaymentMode, PrestationKind } from '../rules/prestation-kind.js';
import { daysInFrench, paymentInFrench, quotientsInFrench } from '../rules/reglement-words.js';
import { weekdaysOf } from '../rules/weekdays.js';

export class ReglementQuery {
  @IsOptional()
  @DayField({ optional: true, description: 'Day of service; today unless told.', example: '2026-11-26' })
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
}

export class ReglementPricesDto {
  /** @example "T2" */
  label!: string;
  /** @example "QF de 400 à moins de 640" */
  quotients!: string;
  /** Prix à l'unité. @example 350 */
  unitCents!: number;
  /** @example "3,50 €" */
  unit!: string;
  /** Prix si non prévu. @example 500 */
  unplannedCents!: number;
  /** @example "5,00 €" */
  unplanned!: string;
  /** Prix si absence injustifiée. @example 350 */
  unjustifiedAbsenceCents!: number;
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
  /** The row of families whose quotient is not known. @example "T5" */
  withoutQuotient!: string;
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
  /** Children of any school may be enrolled. @example false */
  openToAllSites!: boolean;
  /** @example ["MO", "TU", "TH", "FR"] */
  weekdays!: Weekday[];
  /** @example "lundi, mardi, jeudi et vendredi, en période scolaire" */
  days!: string;
  /** @example "11:45" */
  startsAt!: string | null;
  /** @example "13:30" */
  endsAt!: string | null;
  /** Null while the mairie has set no deadline for that date: nothing can be booked. */
  deadlines!: ReglementDeadlinesDto | null;
  /** Null while the mairie has set no price for that date: nothing can be booked. */
  tariff!: ReglementTariffDto | null;
  /** R: paid at booking; C: at consumption. @example "C" */
  payment!: PaymentMode;
  /** @example "C : à la consommation" */
  paymentText!: string;
  /** Nombre maximum de places. @example 80 */
  places!: number;
}

export class ReglementDto {
  @DayField()
  date!: Temporal.PlainDate;
  prestations!: ReglementLineDto[];
}

export function reglementLineDto({ prestation, siteName, policy, tariff }: ReglementLine): ReglementLineDto {
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
    },
    tariff: tariff && {
      from: tariff.fromDate,
      to: tariff.toDate,
      rows: tariff.grid.rows.map((row) => ({
        label: row.label,
        quotients: quotientsInFrench(row),
        unitCents: row.unitCents,
        unit: euros(row.unitCents),
        unplannedCents: row.unplannedCents,
        unplanned: euros(row.unplannedCents),
        unjustifiedAbsenceCents: row.unjustifiedAbsenceCents,
        unjustifiedAbsence: euros(row.unjustifiedAbsenceCents),
      })),
      withoutQuotient: tariff.grid.rows[tariff.grid.missingQuotientRow]!.label,
    },
    payment: prestation.paymentMode,
    paymentText: paymentInFrench(prestation.paymentMode),
    places: prestation.places,
  };
}
