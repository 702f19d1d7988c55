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
import { RUNS_ON, type RunsOn } from '../rules/service-days.js';
import { DEADLINE_SHAPES, DeadlineField } from './deadline.dto.js';

export class PolicyToPreviewDto {
  @DeadlineField('The rule to try.', { optional: true })
  deadline?: unknown;

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

  /** With a site, its own closures count too. @example null */
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

export class PreviewedDayDto {
  @DayField({ example: '2026-11-30' })
  date!: Temporal.PlainDate;
  /** First refused instant, on the clock of the collectivité; null without limit. @example "2026-11-25T00:00:00+01:00" */
  closesAt!: string | null;
  /** First accepted instant; absent where one may ask from the start. @example "2026-10-19T00:00:00+02:00" */
  opensAt?: string;
}

export class PreviewDto {
  /** What families will read. @example "Réservation possible jusqu’au 3e jour ouvré qui précède, ce jour inclus." */
  sentence!: string;
  closings!: PreviewedDayDto[];
  /** What is accepted but deserves a look, in French. @example [] */
  warnings!: string[];
}

export function previewDto({ zone, sentence, days, warnings }: Preview): PreviewDto {
  return {
    sentence,
    closings: days.map(({ date, closesAt, opensAt }) => ({
      date,
      closesAt: closesAt && onTheClock(closesAt, zone),
      ...(opensAt && { opensAt: onTheClock(opensAt, zone) }),
    })),
    warnings: [...warnings],
  };
}

/** `2026-11-27T09:00:00+01:00`. */
function onTheClock(instant: Temporal.Instant, zone: string): string {
  return instant.toZonedDateTimeISO(zone).toString({ timeZoneName: 'never', smallestUnit: 'second' });
}
