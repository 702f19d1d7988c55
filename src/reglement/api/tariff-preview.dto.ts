import { ApiProperty } from '@nestjs/swagger';
import { Allow } from 'class-validator';
import { CHARGE_EVENTS } from '../rules/pricing/prices.js';
import { SCHOOL_LEVELS } from '../rules/pricing/tariff.js';
import { TariffField, TariffMarkupDto } from './tariff.dto.js';

/** A child that one imagines; what is absent is unknown, or usual. */
export class TariffCaseDto {
  /** Quotient familial, deux décimales au plus ; `null` ou absent : pas connu. @example 642.5 */
  quotient?: number | null;
  /** Dernier jour de validité du quotient. @example "2026-08-31" */
  quotientExpiredOn?: string;
  /** Vrai sans précision. @example true */
  resident?: boolean;
  /** Rang parmi les enfants du foyer, l’aîné d’abord ; 1 sans précision. @example 2 */
  childRank?: number;
  /** Rang parmi ceux du foyer qui sont inscrits ; `childRank` sans précision. @example 2 */
  enrolledRank?: number;
  /** Enfants du foyer. @example 3 */
  children?: number;
  @ApiProperty({ enum: SCHOOL_LEVELS, required: false, example: 'ELEMENTAIRE' })
  schoolLevel?: string;
  /** En années révolues. @example 7 */
  age?: number;
  /** @example 3 */
  daysPerWeek?: number;
  /** La famille apporte le repas. @example false */
  pai?: boolean;
  @ApiProperty({
    enum: CHARGE_EVENTS,
    required: false,
    description: '`UNIT` (à l’unité) sans précision.',
    example: 'UNIT',
  })
  event?: string;
  /** Heures notées, à l’heure locale. @example "16:15" */
  arrival?: string;
  /** @example "16:46" */
  departure?: string;
  /** Heures du service, pour ce que personne n’a noté. @example "16:15" */
  opensAt?: string;
  /** @example "18:30" */
  closesAt?: string;
  /** Rang de cet événement, parmi ceux de sa sorte, dans le mois ; 1 sans précision. @example 7 */
  countThisMonth?: number;
  /** @example 12 */
  countThisSchoolYear?: number;
  /** @example 7 */
  countThisInvoice?: number;
  /** Rang de cette venue dans la période d’un forfait, 1 sans précision. @example 1 */
  rankInPeriod?: number;
  /** Libellés des suppléments choisis. @example ["Goûter"] */
  supplements?: string[];
  /** Ce que le règlement ajoute à une réservation tardive. @example {"pct":50} */
  lateBooking?: TariffMarkupDto;
  /** Jour de service. @example "2026-11-26" */
  date?: string;
}

export class TariffPreviewRequestDto {
  @TariffField()
  tariff!: object;

  @ApiProperty({ type: [TariffCaseDto], description: '1000 au plus.' })
  @Allow()
  cases!: unknown;
}

export class TariffCasePreviewDto {
  /** @example 288 */
  amountCents!: number;
  /** @example ["quotient familial de 642,5 : tranche B (de 600 à moins de 800), 3,60 €","2ᵉ enfant : −20 % = −0,72 €","total 2,88 €"] */
  explanation!: string[];
  /**
   * Quand le tarif distingue le repas de la garde : ce qui n’est pas de la garde (le repas, les suppléments, les
   * majorations) ; la somme des deux est le montant.
   * @example 200
   */
  mealCents?: number;
  /** La garde, seule comptée pour le crédit d’impôt ; rien pour un jour d’absence. @example 88 */
  careCents?: number;
}

export class TariffPreviewDto {
  /** Dans l’ordre des cas. */
  cases!: TariffCasePreviewDto[];
  /** Ce que le tarif a d’étrange, et ce qui a été supposé dans les cas. @example [] */
  warnings!: string[];
}
