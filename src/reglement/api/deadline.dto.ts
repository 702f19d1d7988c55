import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, ApiPropertyOptional, ApiSchema, getSchemaPath } from '@nestjs/swagger';
import { Allow } from 'class-validator';
import { WEEKDAYS, type Weekday } from '../../kernel/civil-time.js';

/** Shapes for the documentation; the rules read and check what is sent. Each example is the rule of a commune. */

const FORMS = [
  'DaysBeforeDto',
  'WeekdayOfWeekDto',
  'PreviousWeekdayDto',
  'BatchDto',
  'DaysFrancsBeforeDto',
  'DayOfMonthDto',
  'FixedDatesDto',
  'NoLimitDto',
  'CombinedDto',
];
export const DEADLINE_SHAPES = { oneOf: FORMS.map((name) => ({ $ref: getSchemaPath(name) })) };

const VILLES_SOEURS = { type: 'DAYS_BEFORE', n: 3, unit: 'OUVRE', at: '24:00' };
const FRIDAY = { type: 'WEEKDAY_OF_WEEK', weeksBack: 1, weekday: 'FR', at: '09:00' };
const TUESDAY = { type: 'WEEKDAY_OF_WEEK', weeksBack: 0, weekday: 'TU', at: '09:00' };

const HourOfDay = () =>
  ApiProperty({ description: '`00:00` to `24:00` (the end of the day), on the local clock.', example: '09:00' });
const OneWeekday = (example: Weekday) => ApiProperty({ enum: WEEKDAYS, example });

/** What any form may carry. */
class DeadlineOptionsDto {
  @ApiPropertyOptional({
    enum: ['KEEP', 'PREVIOUS_OPEN_DAY'],
    description:
      'A limit that falls on a week-end, a public holiday or a closure is kept, or moved to the same hour of the open day before. Not with FIXED_DATES and NONE.',
    example: 'KEEP',
  })
  ifOnClosedDay?: string;

  @ApiPropertyOptional({
    ...DEADLINE_SHAPES,
    description: 'The instant from which one may ask, in the same language.',
    example: { type: 'DAYS_BEFORE', n: 42, unit: 'CALENDAR', at: '00:00' },
  })
  opensAt?: object;
}

@ApiSchema({
  description:
    '« n jours avant, à telle heure ». Example: Villes-Sœurs, three jours ouvrés (Monday ← Wednesday, Thursday ← Monday).',
})
export class DaysBeforeDto extends DeadlineOptionsDto {
  @ApiProperty({ enum: ['DAYS_BEFORE'] })
  type!: 'DAYS_BEFORE';

  @ApiProperty({ description: 'Days that count before the day of service; 0 is that day itself.', example: 3 })
  n!: number;

  @ApiProperty({
    description:
      'Which days count. OUVRE: Monday to Friday without public holidays; OUVRABLE: Saturdays too; MON_FRI: public holidays count; SERVICE_DAY: days on which the prestation runs; or the mairie’s own choice.',
    oneOf: [
      { type: 'string', enum: ['CALENDAR', 'MON_FRI', 'OUVRE', 'OUVRABLE', 'SERVICE_DAY'] },
      {
        type: 'object',
        required: ['type', 'weekdays'],
        properties: {
          type: { type: 'string', enum: ['CUSTOM'] },
          weekdays: { type: 'array', items: { type: 'string', enum: [...WEEKDAYS] } },
          skipFeries: { type: 'boolean' },
          skipVacances: { type: 'boolean' },
          skipClosures: { type: 'boolean' },
        },
      },
    ],
    example: 'OUVRE',
  })
  unit!: string | object;

  @HourOfDay()
  at!: string;
}

@ApiSchema({
  description:
    '« le jeudi de la semaine précédente ». Example: Boisemont, Thursday 9 h before the week. Weeks are ISO weeks.',
})
export class WeekdayOfWeekDto extends DeadlineOptionsDto {
  @ApiProperty({ enum: ['WEEKDAY_OF_WEEK'] })
  type!: 'WEEKDAY_OF_WEEK';

  @ApiProperty({ description: 'ISO weeks before that of the service; 0 is the same week.', example: 1 })
  weeksBack!: number;

  @OneWeekday('TH')
  weekday!: Weekday;

  @HourOfDay()
  at!: string;
}

@ApiSchema({
  description:
    '« le vendredi qui précède », strictly before the day. Example: Peipin, Friday for what is urgent next week.',
})
export class PreviousWeekdayDto extends DeadlineOptionsDto {
  @ApiProperty({ enum: ['PREV_WEEKDAY'] })
  type!: 'PREV_WEEKDAY';

  @OneWeekday('FR')
  weekday!: Weekday;

  @HourOfDay()
  at!: string;
}

@ApiSchema({
  description:
    'A deadline for each weekday of service. Example: Vailhauquès, Monday and Tuesday ← Friday 9 h, Thursday and Friday ← Tuesday 9 h.',
})
export class BatchDto extends DeadlineOptionsDto {
  @ApiProperty({ enum: ['BATCH'] })
  type!: 'BATCH';

  @ApiProperty({
    type: 'object',
    additionalProperties: DEADLINE_SHAPES,
    description: 'By `MO` to `SU`; every weekday of service must be there.',
    example: { MO: FRIDAY, TU: FRIDAY, TH: TUESDAY, FR: TUESDAY },
  })
  perWeekday!: object;
}

@ApiSchema({
  description:
    'Neither the first nor the last day counts. Example: Éragny, 15 jours francs before the holidays: those of 17 October close on 2 October at 00:00.',
})
export class DaysFrancsBeforeDto extends DeadlineOptionsDto {
  @ApiProperty({ enum: ['DAYS_FRANCS_BEFORE'] })
  type!: 'DAYS_FRANCS_BEFORE';

  @ApiProperty({ example: 15 })
  n!: number;

  @ApiProperty({
    enum: ['SERVICE_DAY', 'PERIOD_START'],
    description:
      'PERIOD_START: the first day of the school holidays that hold the date or, in class time, the day class resumed.',
    example: 'PERIOD_START',
  })
  anchor!: string;

  @ApiPropertyOptional({
    enum: ['OFFICIAL', 'FIRST_SERVICE_DAY'],
    description:
      'The day of the national calendar (a Saturday as a rule, the default), or the first day of service in the period.',
    example: 'OFFICIAL',
  })
  periodStart?: string;
}

@ApiSchema({
  description:
    '« le 20 du mois précédent »; 31 is the last day of a shorter month. Example: a canteen booked by the month.',
})
export class DayOfMonthDto extends DeadlineOptionsDto {
  @ApiProperty({ enum: ['DAY_OF_MONTH'] })
  type!: 'DAY_OF_MONTH';

  @ApiProperty({ description: 'Months before that of the service; 0 is the same month.', example: 1 })
  monthsBack!: number;

  @ApiProperty({ example: 20 })
  day!: number;

  @HourOfDay()
  at!: string;
}

@ApiSchema({
  description:
    'The list of limits that the mairie publishes. Example: Lons-le-Saunier, each month closed on a Tuesday of the month before; a weekday that is not that of its date is refused.',
})
export class FixedDatesDto {
  @ApiProperty({ enum: ['FIXED_DATES'] })
  type!: 'FIXED_DATES';

  @ApiProperty({
    type: 'array',
    items: {
      type: 'object',
      required: ['period', 'closesAt'],
      properties: {
        period: {
          oneOf: [
            { type: 'string', pattern: '^\\d{4}-\\d{2}$' },
            {
              type: 'object',
              required: ['from', 'to'],
              properties: { from: { type: 'string', format: 'date' }, to: { type: 'string', format: 'date' } },
            },
          ],
        },
        closesAt: { type: 'string', description: 'On the local clock, without zone.' },
        weekday: { type: 'string', enum: [...WEEKDAYS] },
      },
    },
    example: [
      { period: '2026-11', closesAt: '2026-10-27T09:00', weekday: 'TU' },
      { period: { from: '2026-12-01', to: '2026-12-18' }, closesAt: '2026-11-24T09:00', weekday: 'TU' },
    ],
  })
  dates!: object[];

  @ApiPropertyOptional({ ...DEADLINE_SHAPES, example: { type: 'DAYS_BEFORE', n: 60, unit: 'CALENDAR', at: '00:00' } })
  opensAt?: object;
}

@ApiSchema({ description: 'No limit until the day of service ends. Example: Médoc Estuaire, morning and evening.' })
export class NoLimitDto {
  @ApiProperty({ enum: ['NONE'] })
  type!: 'NONE';

  @ApiPropertyOptional({ ...DEADLINE_SHAPES, example: { type: 'DAYS_BEFORE', n: 42, unit: 'CALENDAR', at: '00:00' } })
  opensAt?: object;
}

@ApiSchema({
  description:
    'The earliest (MIN_OF) or the latest (MAX_OF) of several limits; NONE counts as infinitely late. Example: the eve, and Friday of the week before at the latest.',
})
export class CombinedDto extends DeadlineOptionsDto {
  @ApiProperty({ enum: ['MIN_OF', 'MAX_OF'] })
  type!: 'MIN_OF' | 'MAX_OF';

  @ApiProperty({
    type: 'array',
    items: DEADLINE_SHAPES,
    minItems: 2,
    maxItems: 10,
    example: [{ type: 'DAYS_BEFORE', n: 1, unit: 'SERVICE_DAY', at: '09:00' }, FRIDAY],
  })
  of!: object[];
}

/** A deadline of the règlement, in a request (then read by the rules, whatever it is) or in an answer. */
export function DeadlineField(description: string, { optional = false } = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ description, ...DEADLINE_SHAPES, required: !optional, example: VILLES_SOEURS }),
    Allow(),
  );
}

/** Puts the shapes of deadlines in the document of a controller. */
export const ApiDeadlines = (): ClassDecorator =>
  ApiExtraModels(
    DaysBeforeDto,
    WeekdayOfWeekDto,
    PreviousWeekdayDto,
    BatchDto,
    DaysFrancsBeforeDto,
    DayOfMonthDto,
    FixedDatesDto,
    NoLimitDto,
    CombinedDto,
  );
