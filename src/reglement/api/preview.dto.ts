import { ApiProperty } from '@nestjs/swagger';
import {
  Allow,
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  Min,
} from 'class-validator';
import { Temporal, type Weekday } from '../../kernel/civil-time.js';
import {
  HOLIDAY_TERRITORIES,
  type HolidayTerritory,
  SCHOOL_ZONES,
  type SchoolZone,
} from '../../kernel/french-calendars.js';
import { DayField, HourField, WeekdaysField } from '../../platform/http/fields.js';
import type { Preview } from '../actions/preview-booking-policy.js';
import { DEADLINE_OPERATIONS, type DeadlineOperation } from '../rules/deadlines/deadline.js';
import type { PolicyInstants } from '../rules/policy/policy-instants.js';
import { RUNS_ON, type RunsOn } from '../rules/service-days.js';
import { DEADLINE_SHAPES, DeadlineField } from './deadline.dto.js';
import { POLICY_EXAMPLE, PolicyField } from './policy.dto.js';

export class PolicyToPreviewDto {
  @DeadlineField('La règle à essayer.', { optional: true })
  deadline?: unknown;

  @PolicyField(
    'Un règlement entier, à la place de `deadline` : la réponse donne toutes ses phrases et tous ses instants.',
    {
      optional: true,
    },
  )
  policy?: unknown;

  /** Ce qu’elle limite ; `ADD` (réserver) sans précision. @example "ADD" */
  @IsOptional()
  @IsIn(DEADLINE_OPERATIONS)
  operation?: DeadlineOperation;

  @ApiProperty({
    ...DEADLINE_SHAPES,
    required: false,
    description: 'Quand la commande part à la cuisine : une limite postérieure est refusée.',
    example: { type: 'DAYS_BEFORE', n: 1, unit: 'OUVRE', at: '10:00' },
  })
  @Allow()
  order?: unknown;

  @WeekdaysField({
    optional: true,
    description:
      'Les jours de la semaine où la prestation a lieu ; sans précision, les jours d’école de la collectivité.',
  })
  @ArrayNotEmpty({ message: 'au moins un jour de la semaine est attendu.' })
  @ArrayUnique()
  serviceWeekdays?: Weekday[];

  /** Les jours d’école (sans précision), pendant les vacances scolaires, ou les deux. @example "SCHOOL_DAYS" */
  @IsOptional()
  @IsIn(RUNS_ON)
  runsOn?: RunsOn;

  @HourField({
    optional: true,
    description: 'Quand le service commence, pour signaler les limites postérieures.',
    example: '11:45',
  })
  startsAt?: string;

  /** Celui de la collectivité sans précision. @example "A" */
  @IsOptional()
  @IsIn(SCHOOL_ZONES)
  schoolZone?: SchoolZone;

  /** Le territoire dont les jours fériés comptent ; celui de la collectivité sans précision. @example "metropole" */
  @IsOptional()
  @IsIn(HOLIDAY_TERRITORIES)
  holidaysOf?: HolidayTerritory;

  /** Avec un site, ses propres fermetures comptent aussi. @example null */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  siteId?: number;

  /**
   * Jours de service à essayer, 400 au plus. Absents : ceux des quatre prochaines semaines, de la prochaine semaine
   * avec un jour férié, de la prochaine rentrée et du prochain changement d’heure.
   * @example ["2026-11-30", "2026-12-01"]
   */
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(400)
  @IsString({ each: true })
  dates?: string[];
}

const DATES = ['2026-11-30', '2026-12-01'];

/** A deadline with its order, and a whole règlement. */
export const PREVIEW_EXAMPLES = {
  deadline: {
    summary: 'Villes-Sœurs',
    value: {
      deadline: { type: 'DAYS_BEFORE', n: 3, unit: 'OUVRE', at: '24:00' },
      operation: 'ADD',
      order: { type: 'DAYS_BEFORE', n: 1, unit: 'OUVRE', at: '10:00' },
      serviceWeekdays: ['MO', 'TU', 'TH', 'FR'],
      dates: DATES,
    },
  },
  policy: { summary: 'Vailhauquès', value: { policy: POLICY_EXAMPLE, startsAt: '11:45', dates: DATES } },
};

/** On the clock of the collectivité. */
export class PolicyInstantsDto {
  /** Premier instant accepté ; `null` : depuis toujours. @example "2026-10-19T00:00:00+02:00" */
  addOpensAt!: string | null;
  /** Premier instant tardif. @example "2026-11-27T09:00:00+01:00" */
  addClosesAt!: string;
  /** Premier instant où plus rien n’est accepté. @example "2026-11-30T09:30:00+01:00" */
  addEndsAt!: string;
  /** @example "2026-11-27T09:00:00+01:00" */
  cancelClosesAt!: string;
  /** @example "2026-11-30T09:30:00+01:00" */
  cancelEndsAt!: string;
  /** @example "2026-11-27T09:00:00+01:00" */
  modifyClosesAt!: string;
  /** @example "2026-11-27T09:00:00+01:00" */
  dietClosesAt!: string;
  /** Quand part la liste de la cuisine. @example "2026-11-30T09:30:00+01:00" */
  ordersAt!: string;
}

export class PreviewedDayDto {
  @DayField({ example: '2026-11-30' })
  date!: Temporal.PlainDate;
  /**
   * Premier instant refusé, à l’heure de la collectivité ; `null` quand il n’y a pas de limite.
   * @example "2026-11-25T00:00:00+01:00"
   */
  closesAt!: string | null;
  /** Premier instant accepté ; absent quand on peut demander depuis toujours. @example "2026-10-19T00:00:00+02:00" */
  opensAt?: string;
  /** Avec `policy` : tous ses instants ; `closesAt` est celui de la réservation. */
  instants?: PolicyInstantsDto;
}

export class PreviewedPublicDto {
  /** @example "maternelle" */
  who!: string;
  closings!: PreviewedDayDto[];
}

export class PreviewDto {
  /** Ce que liront les familles. @example "Réservation possible jusqu’au 3e jour ouvré qui précède, ce jour inclus." */
  sentence!: string;
  /**
   * Avec `policy` : chacune de ses phrases.
   * @example ["Réservation possible jusqu’au 3e jour ouvré qui précède, ce jour inclus."]
   */
  sentences?: string[];
  closings!: PreviewedDayDto[];
  /** Avec `policy` : les mêmes jours, pour chaque public qui a ses propres limites. */
  publics?: PreviewedPublicDto[];
  /** Ce qui est accepté mais mérite un coup d’œil, en français. @example [] */
  warnings!: string[];
}

export function previewDto({ zone, sentence, sentences, days, publics, warnings }: Preview): PreviewDto {
  return {
    sentence,
    ...(sentences && { sentences: [...sentences] }),
    closings: closingsDto(days, zone),
    ...(publics && { publics: publics.map((one) => ({ who: one.who, closings: closingsDto(one.days, zone) })) }),
    warnings: [...warnings],
  };
}

function closingsDto(days: Preview['days'], zone: string): PreviewedDayDto[] {
  return days.map(({ date, closesAt, opensAt, instants }) => ({
    date,
    closesAt: closesAt && onTheClock(closesAt, zone),
    ...(opensAt && { opensAt: onTheClock(opensAt, zone) }),
    ...(instants && { instants: instantsDto(instants, zone) }),
  }));
}

function instantsDto(instants: PolicyInstants, zone: string): PolicyInstantsDto {
  return {
    addOpensAt: instants.addOpensAt && onTheClock(instants.addOpensAt, zone),
    addClosesAt: onTheClock(instants.addClosesAt, zone),
    addEndsAt: onTheClock(instants.addEndsAt, zone),
    cancelClosesAt: onTheClock(instants.cancelClosesAt, zone),
    cancelEndsAt: onTheClock(instants.cancelEndsAt, zone),
    modifyClosesAt: onTheClock(instants.modifyClosesAt, zone),
    dietClosesAt: onTheClock(instants.dietClosesAt, zone),
    ordersAt: onTheClock(instants.ordersAt, zone),
  };
}

/** `2026-11-27T09:00:00+01:00`. */
function onTheClock(instant: Temporal.Instant, zone: string): string {
  return instant.toZonedDateTimeISO(zone).toString({ timeZoneName: 'never', smallestUnit: 'second' });
}
