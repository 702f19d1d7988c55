import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField } from '../../platform/http/fields.js';

/** Which days are asked for. */
export class CalendarQuery {
  /** First date. */
  @DayField({ example: '2026-11-01' })
  from!: Temporal.PlainDate;

  /** Last date, included; 400 days at most. */
  @DayField({ example: '2026-11-30' })
  to!: Temporal.PlainDate;

  /** With a site, its own closures count too. @example 3 */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  siteId?: number;
}

export class CalendarDayDto {
  @DayField()
  date!: Temporal.PlainDate;
  /** False when the holidays of that date are not known yet. @example true */
  covered!: boolean;
  /** Name of the public holiday. @example "Armistice de 1918" */
  publicHoliday!: string | null;
  /** Name of the school holidays of the zone. @example "Vacances de la Toussaint" */
  schoolHoliday!: string | null;
  /** Why the mairie closes. @example "Grève" */
  closure!: string | null;
}
