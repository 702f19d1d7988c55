import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { IsObject } from 'class-validator';
import { WEEKDAYS, type Weekday } from '../../kernel/civil-time.js';

/** Shapes for the documentation; the rules read and check what is sent. */

/** « n jours avant, à telle heure ». */
export class DaysBeforeDto {
  @ApiProperty({ enum: ['DAYS_BEFORE'] })
  type!: 'DAYS_BEFORE';

  @ApiProperty({ description: 'Days that count before the day of service; 0 is that day itself.', example: 2 })
  n!: number;

  @ApiProperty({
    description: 'Which days count: a name, or days of the mairie’s own choice.',
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

  @ApiProperty({ description: '`00:00` to `24:00` (the end of the day), on the local clock.', example: '09:00' })
  at!: string;
}

/** « le jeudi de la semaine précédente, à telle heure ». */
export class WeekdayOfWeekDto {
  @ApiProperty({ enum: ['WEEKDAY_OF_WEEK'] })
  type!: 'WEEKDAY_OF_WEEK';

  @ApiProperty({ description: 'ISO weeks before that of the service; 0 is the same week.', example: 1 })
  weeksBack!: number;

  @ApiProperty({ enum: WEEKDAYS, example: 'TH' })
  weekday!: Weekday;

  @ApiProperty({ description: '`00:00` to `24:00` (the end of the day), on the local clock.', example: '24:00' })
  at!: string;
}

const SHAPES = { oneOf: [{ $ref: getSchemaPath(DaysBeforeDto) }, { $ref: getSchemaPath(WeekdayOfWeekDto) }] };

/** A deadline of the règlement, in a request (an object, then read by the rules) or in an answer. */
export function DeadlineField(description: string): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ description, ...SHAPES, example: { type: 'DAYS_BEFORE', n: 2, unit: 'OUVRE', at: '09:00' } }),
    IsObject(),
  );
}

/** Puts the shapes of deadlines in the document of a controller. */
export const ApiDeadlines = (): ClassDecorator => ApiExtraModels(DaysBeforeDto, WeekdayOfWeekDto);
