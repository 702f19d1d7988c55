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
  ApiProperty({ description: 'De `00:00` à `24:00` (la fin du jour), à l’heure locale.', example: '09:00' });
const OneWeekday = (example: Weekday) => ApiProperty({ enum: WEEKDAYS, example });

/** What any form may carry. */
class DeadlineOptionsDto {
  @ApiPropertyOptional({
    enum: ['KEEP', 'PREVIOUS_OPEN_DAY'],
    description:
      'Une limite qui tombe un week-end, un jour férié ou un jour de fermeture est gardée, ou avancée à la même heure du jour ouvert précédent. Pas avec `FIXED_DATES` ni `NONE`.',
    example: 'KEEP',
  })
  ifOnClosedDay?: string;

  @ApiPropertyOptional({
    ...DEADLINE_SHAPES,
    description: 'L’instant à partir duquel on peut demander, dans le même langage.',
    example: { type: 'DAYS_BEFORE', n: 42, unit: 'CALENDAR', at: '00:00' },
  })
  opensAt?: object;
}

@ApiSchema({
  description:
    '« n jours avant, à telle heure ». Exemple : Villes-Sœurs, trois jours ouvrés (lundi ← mercredi, jeudi ← lundi).',
})
export class DaysBeforeDto extends DeadlineOptionsDto {
  @ApiProperty({ enum: ['DAYS_BEFORE'] })
  type!: 'DAYS_BEFORE';

  @ApiProperty({ description: 'Jours qui comptent avant le jour de service ; 0 est ce jour lui-même.', example: 3 })
  n!: number;

  @ApiProperty({
    description:
      'Les jours qui comptent. `OUVRE` : du lundi au vendredi hors jours fériés ; `OUVRABLE` : le samedi aussi ; `MON_FRI` : les jours fériés comptent ; `SERVICE_DAY` : les jours où la prestation a lieu ; ou le choix propre à la mairie.',
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

  @ApiProperty({
    description:
      'De `00:00` à `24:00` (la fin du jour), à l’heure locale ; ou `SERVICE_START`, l’heure à laquelle la prestation commence : « 48 heures avant le début du service » est deux dates avant, à cette heure, même quand une nuit change d’heure.',
    example: '09:00',
  })
  at!: string;
}

@ApiSchema({
  description:
    '« le jeudi de la semaine précédente ». Exemple : Boisemont, jeudi 9 h avant la semaine. Les semaines sont les semaines ISO.',
})
export class WeekdayOfWeekDto extends DeadlineOptionsDto {
  @ApiProperty({ enum: ['WEEKDAY_OF_WEEK'] })
  type!: 'WEEKDAY_OF_WEEK';

  @ApiProperty({ description: 'Semaines ISO avant celle du service ; 0 est la même semaine.', example: 1 })
  weeksBack!: number;

  @OneWeekday('TH')
  weekday!: Weekday;

  @HourOfDay()
  at!: string;
}

@ApiSchema({
  description:
    '« le vendredi qui précède », strictement avant le jour. Exemple : Peipin, vendredi pour ce qui est urgent la semaine suivante.',
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
    'Un délai pour chaque jour de service de la semaine. Exemple : Vailhauquès, lundi et mardi ← vendredi 9 h, jeudi et vendredi ← mardi 9 h.',
})
export class BatchDto extends DeadlineOptionsDto {
  @ApiProperty({ enum: ['BATCH'] })
  type!: 'BATCH';

  @ApiProperty({
    type: 'object',
    additionalProperties: DEADLINE_SHAPES,
    description: 'De `MO` (lundi) à `SU` (dimanche) ; chaque jour de service de la semaine doit y être.',
    example: { MO: FRIDAY, TU: FRIDAY, TH: TUESDAY, FR: TUESDAY },
  })
  perWeekday!: object;
}

@ApiSchema({
  description:
    'Ni le premier ni le dernier jour ne comptent. Exemple : Éragny, 15 jours francs avant les vacances : celles du 17 octobre se ferment le 2 octobre à 0 h 00.',
})
export class DaysFrancsBeforeDto extends DeadlineOptionsDto {
  @ApiProperty({ enum: ['DAYS_FRANCS_BEFORE'] })
  type!: 'DAYS_FRANCS_BEFORE';

  @ApiProperty({ example: 15 })
  n!: number;

  @ApiProperty({
    enum: ['SERVICE_DAY', 'PERIOD_START'],
    description:
      '`PERIOD_START` : le premier jour des vacances scolaires où tombe la date ou, en temps de classe, le jour de la reprise.',
    example: 'PERIOD_START',
  })
  anchor!: string;

  @ApiPropertyOptional({
    enum: ['OFFICIAL', 'FIRST_SERVICE_DAY'],
    description:
      'Le jour du calendrier national (un samedi en règle générale ; sans précision, c’est lui), ou le premier jour de service de la période.',
    example: 'OFFICIAL',
  })
  periodStart?: string;
}

@ApiSchema({
  description:
    '« le 20 du mois précédent » ; 31 est le dernier jour d’un mois plus court. Exemple : une cantine réservée au mois.',
})
export class DayOfMonthDto extends DeadlineOptionsDto {
  @ApiProperty({ enum: ['DAY_OF_MONTH'] })
  type!: 'DAY_OF_MONTH';

  @ApiProperty({ description: 'Mois avant celui du service ; 0 est le même mois.', example: 1 })
  monthsBack!: number;

  @ApiProperty({ example: 20 })
  day!: number;

  @HourOfDay()
  at!: string;
}

@ApiSchema({
  description:
    'La liste des limites que publie la mairie. Exemple : Lons-le-Saunier, chaque mois clos un mardi du mois précédent ; un jour de la semaine qui n’est pas celui de sa date est refusé.',
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
        closesAt: { type: 'string', description: 'À l’heure locale, sans fuseau.' },
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

@ApiSchema({ description: 'Aucune limite jusqu’à la fin du jour de service. Exemple : Médoc Estuaire, matin et soir.' })
export class NoLimitDto {
  @ApiProperty({ enum: ['NONE'] })
  type!: 'NONE';

  @ApiPropertyOptional({ ...DEADLINE_SHAPES, example: { type: 'DAYS_BEFORE', n: 42, unit: 'CALENDAR', at: '00:00' } })
  opensAt?: object;
}

@ApiSchema({
  description:
    'La plus précoce (`MIN_OF`) ou la plus tardive (`MAX_OF`) de plusieurs limites ; `NONE` compte comme infiniment tardive. Exemple : la veille, et au plus tard le vendredi de la semaine précédente.',
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
