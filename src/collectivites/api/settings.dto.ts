import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsUrl,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { WEEKDAYS, type Weekday, weekdaysIn } from '../../kernel/civil-time.js';
import {
  HOLIDAY_TERRITORIES,
  type HolidayTerritory,
  SCHOOL_ZONES,
  type SchoolZone,
} from '../../kernel/french-calendars.js';
import { HourField, MayBeAbsent, Typed, WeekdaysField } from '../../platform/http/fields.js';
import type { CollectiviteRow } from '../data/collectivite.entity.js';

export const PHONE = /^\+?\d(?:[ .\-()]{0,2}\d){3,19}$/;
export const PHONE_MESSAGE = 'un numéro de téléphone est attendu, par exemple 04 67 00 00 00.';

/** What an administrator changes of the collectivité; what is absent stays. */
export class ChangeCollectiviteDto {
  /** @example "Mairie de Valmont-sur-Orle" */
  @MayBeAbsent()
  @Typed({ max: 120 })
  name?: string;

  /** 14 chiffres, ou `null`. @example "21340172201787" */
  @IsOptional()
  @Typed({ max: 14 })
  siret?: string | null;

  /** @example "1 place de la Mairie" */
  @MayBeAbsent()
  @Typed({ max: 120 })
  addressLine1?: string;

  /** @example "BP 12" */
  @IsOptional()
  @Typed({ max: 120 })
  addressLine2?: string | null;

  /** Cinq chiffres. @example "34120" */
  @MayBeAbsent()
  @Typed({ max: 5 })
  postalCode?: string;

  /** @example "Valmont-sur-Orle" */
  @MayBeAbsent()
  @Typed({ max: 80 })
  city?: string;

  /** @example "04 67 00 00 00" */
  @MayBeAbsent()
  @Typed({ max: 30 })
  @Matches(PHONE, { message: PHONE_MESSAGE })
  phone?: string;

  /** Les familles y écrivent. @example "periscolaire@valmont.example" */
  @MayBeAbsent()
  @Typed({ max: 254 })
  @IsEmail()
  email?: string;

  /** @example "https://www.valmont.example" */
  @IsOptional()
  @Typed({ max: 200 })
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true })
  website?: string | null;

  /** Nom IANA. @example "Europe/Paris" */
  @MayBeAbsent()
  @Typed({ max: 60 })
  timeZone?: string;

  /** Zone du calendrier scolaire national : `A`, `B` ou `C`. @example "C" */
  @MayBeAbsent()
  @IsIn(SCHOOL_ZONES)
  schoolZone?: SchoolZone;

  /** Le territoire dont les jours fériés sont observés. @example "metropole" */
  @MayBeAbsent()
  @IsIn(HOLIDAY_TERRITORIES)
  holidaysOf?: HolidayTerritory;

  @MayBeAbsent()
  @WeekdaysField({ description: 'Les jours d’école de la semaine : quatre, ou le mercredi aussi.' })
  @ArrayNotEmpty({ message: 'au moins un jour de la semaine est attendu.' })
  @ArrayUnique({ message: 'chaque jour une seule fois.' })
  schoolWeekdays?: Weekday[];

  /**
   * Où partent les effectifs quand une prestation ne nomme pas sa propre cuisine.
   * @example "cuisine@valmont.example"
   */
  @IsOptional()
  @Typed({ max: 254 })
  @IsEmail()
  kitchenEmail?: string | null;

  /**
   * Heures pendant lesquelles une place de la liste d’attente est gardée pour la famille à qui elle est proposée, de 1
   * à 240.
   * @example 24
   */
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(240)
  offerHours?: number;

  /**
   * Minutes pendant lesquelles une place payée à la réservation est gardée en attendant son paiement, de 5 à 120.
   * @example 20
   */
  @MayBeAbsent()
  @IsInt()
  @Min(5)
  @Max(120)
  holdMinutes?: number;
}

export class OpeningSpanDto {
  /** De `MO` (lundi) à `SU` (dimanche). @example "MO" */
  @IsIn(WEEKDAYS, { message: 'un jour s’écrit MO, TU, WE, TH, FR, SA ou SU.' })
  weekday!: Weekday;

  @HourField()
  opensAt!: string;

  @HourField({ example: '12:00' })
  closesAt!: string;
}

export class SetOpeningHoursDto {
  /** Toutes les plages de la semaine, dans n’importe quel ordre ; un jour absent est un jour fermé. */
  @IsArray()
  @ArrayMaxSize(42)
  @ValidateNested({ each: true })
  @Type(() => OpeningSpanDto)
  openingHours!: OpeningSpanDto[];
}

/** What the mairie alone needs to know of itself. */
export class ServiceSettingsDto {
  /** Les jours d’école de la semaine. @example ["MO", "TU", "TH", "FR"] */
  schoolWeekdays!: Weekday[];
  /**
   * Où partent les effectifs quand une prestation ne nomme pas sa propre cuisine.
   * @example "cuisine@valmont.example"
   */
  kitchenEmail!: string | null;
  /**
   * Heures pendant lesquelles une place de la liste d’attente est gardée pour la famille à qui elle est proposée.
   * @example 24
   */
  offerHours!: number;
  /**
   * Minutes pendant lesquelles une place payée à la réservation est gardée en attendant son paiement.
   * @example 20
   */
  holdMinutes!: number;
  /** Jour du mois où le mois précédent est facturé de lui-même ; `null` : les agents émettent à la main. @example 5 */
  billingDay!: number | null;
  /** Centimes sous lesquels une facture n’est pas émise mais reportée sur la suivante ; 0 : tout est émis. @example 0 */
  issueThresholdCents!: number;
  /** Jours entre l’émission et l’échéance. @example 30 */
  paymentDays!: number;
  /** @example "Régie de recettes périscolaire" */
  regieLabel!: string | null;
  /** @example "Sylvie Arnaud" */
  regisseurName!: string | null;
  /**
   * Imprimé sur les factures.
   * @example "Par chèque à l’ordre de la régie périscolaire, ou à l’accueil de la mairie."
   */
  paymentInstructions!: string | null;
}

/** What the régisseur or an administrator changes; what is absent stays. */
export class ChangeBillingSettingsDto {
  /** De 1 à 28, ou `null` : les agents émettent à la main. @example 5 */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(28)
  billingDay?: number | null;

  /** De 0 (tout est émis) à 10 000 centimes : en dessous, une facture est reportée sur la suivante. @example 1500 */
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(10_000)
  issueThresholdCents?: number;

  /** De 0 à 90 jours. @example 30 */
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(90)
  paymentDays?: number;

  /** @example "Régie de recettes périscolaire" */
  @IsOptional()
  @Typed({ max: 120 })
  regieLabel?: string | null;

  /** @example "Sylvie Arnaud" */
  @IsOptional()
  @Typed({ max: 120 })
  regisseurName?: string | null;

  /**
   * Imprimé sur les factures.
   * @example "Par chèque à l’ordre de la régie périscolaire, ou à l’accueil de la mairie."
   */
  @IsOptional()
  @Typed({ max: 500, multiline: true })
  paymentInstructions?: string | null;
}

export function serviceSettingsDto(row: CollectiviteRow): ServiceSettingsDto {
  const {
    kitchenEmail,
    offerHours,
    holdMinutes,
    billingDay,
    issueThresholdCents,
    paymentDays,
    regieLabel,
    regisseurName,
    paymentInstructions,
  } = row;
  const schoolWeekdays = weekdaysIn(row.schoolWeekdays);
  return {
    schoolWeekdays,
    kitchenEmail,
    offerHours,
    holdMinutes,
    billingDay,
    issueThresholdCents,
    paymentDays,
    regieLabel,
    regisseurName,
    paymentInstructions,
  };
}
