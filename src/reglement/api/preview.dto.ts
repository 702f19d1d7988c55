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
  @DeadlineField('The rule to try.', { optional: true })
  deadline?: unknown;

  @PolicyField('A whole règlement, instead of `deadline`: all its sentences and instants are answered.', {
    optional: true,
  })
  policy?: unknown;

  /** What it limits; ADD unless told. @example "ADD" */
  @IsOptional()
  @IsIn(DEADLINE_OPERATIONS)
  operation?: DeadlineOperation;

  @ApiProperty({
    ...DEADLINE_SHAPES,
    required: false,
    description: 'When the order leaves for the kitchen: a limit after it is refused.',
    example: { type: 'DAYS_BEFORE', n: 1, unit: 'OUVRE', at: '10:00' },
  })
  @Allow()
  order?: unknown;

  @WeekdaysField({ optional: true, description: 'The days of the week of the prestation; MO, TU, TH, FR unless told.' })
  @ArrayNotEmpty({ message: 'au moins un jour de la semaine est attendu.' })
  @ArrayUnique()
  serviceWeekdays?: Weekday[];

  /** On school days (unless told), in the school holidays, or both. @example "SCHOOL_DAYS" */
  @IsOptional()
  @IsIn(RUNS_ON)
  runsOn?: RunsOn;

  @HourField({ optional: true, description: 'When the service begins, to warn of later limits.', example: '11:45' })
  startsAt?: string;

  /** The collectivité’s unless told. @example "A" */
  @IsOptional()
  @IsIn(SCHOOL_ZONES)
  schoolZone?: SchoolZone;

  /** Whose public holidays; the collectivité’s unless told. @example "metropole" */
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
   * Days of service to try, 400 at most. Absent: those of the next four weeks, of the next week with a public holiday,
   * of the next rentrée and of the next change of clocks.
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
  /** First accepted instant; null: from the start. @example "2026-10-19T00:00:00+02:00" */
  addOpensAt!: string | null;
  /** First late instant. @example "2026-11-27T09:00:00+01:00" */
  addClosesAt!: string;
  /** First instant at which nothing more is accepted. @example "2026-11-30T09:30:00+01:00" */
  addEndsAt!: string;
  /** @example "2026-11-27T09:00:00+01:00" */
  cancelClosesAt!: string;
  /** @example "2026-11-30T09:30:00+01:00" */
  cancelEndsAt!: string;
  /** @example "2026-11-27T09:00:00+01:00" */
  modifyClosesAt!: string;
  /** @example "2026-11-27T09:00:00+01:00" */
  dietClosesAt!: string;
  /** When the kitchen’s list leaves. @example "2026-11-30T09:30:00+01:00" */
  ordersAt!: string;
}

export class PreviewedDayDto {
  @DayField({ example: '2026-11-30' })
  date!: Temporal.PlainDate;
  /** First refused instant, on the clock of the collectivité; null without limit. @example "2026-11-25T00:00:00+01:00" */
  closesAt!: string | null;
  /** First accepted instant; absent where one may ask from the start. @example "2026-10-19T00:00:00+02:00" */
  opensAt?: string;
  /** With `policy`: all its instants; `closesAt` is that of booking. */
  instants?: PolicyInstantsDto;
}

export class PreviewDto {
  /** What families will read. @example "Réservation possible jusqu’au 3e jour ouvré qui précède, ce jour inclus." */
  sentence!: string;
  /** With `policy`: each of its sentences. @example ["Réservation possible jusqu’au 3e jour ouvré qui précède, ce jour inclus."] */
  sentences?: string[];
  closings!: PreviewedDayDto[];
  /** What is accepted but deserves a look, in French. @example [] */
  warnings!: string[];
}

export function previewDto({ zone, sentence, sentences, days, warnings }: Preview): PreviewDto {
  return {
    sentence,
    ...(sentences && { sentences: [...sentences] }),
    closings: days.map(({ date, closesAt, opensAt, instants }) => ({
      date,
      closesAt: closesAt && onTheClock(closesAt, zone),
      ...(opensAt && { opensAt: onTheClock(opensAt, zone) }),
      ...(instants && { instants: instantsDto(instants, zone) }),
    })),
    warnings: [...warnings],
  };
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
