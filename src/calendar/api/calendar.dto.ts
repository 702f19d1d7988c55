import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField } from '../../platform/http/fields.js';

/** Which days are asked for. */
export class CalendarQuery {
  /** Première date. */
  @DayField({ example: '2026-11-01' })
  from!: Temporal.PlainDate;

  /** Dernière date, comprise ; 400 jours au plus. */
  @DayField({ example: '2026-11-30' })
  to!: Temporal.PlainDate;

  /** Avec un site, ses propres fermetures comptent aussi. @example 3 */
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
  /** Faux quand les congés de cette date ne sont pas encore connus. @example true */
  covered!: boolean;
  /** Nom du jour férié. @example "Armistice de 1918" */
  publicHoliday!: string | null;
  /** Nom des vacances scolaires de la zone. @example "Vacances de la Toussaint" */
  schoolHoliday!: string | null;
  /** Pourquoi la mairie ferme. @example "Grève" */
  closure!: string | null;
}
