import { IsInt, Max, Min, ValidateIf } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField } from '../../platform/http/fields.js';

export class StaffingQuery {
  @DayField({ description: 'Première date.', example: '2026-11-23' })
  from!: Temporal.PlainDate;

  @DayField({ description: 'Last date, included; 35 days after the first at most.', example: '2026-11-27' })
  to!: Temporal.PlainDate;
}

export class PlannedStaffDto {
  /** Null: as many as the prestation says. @example 3 */
  @ValidateIf((_, value) => value !== null)
  @IsInt()
  @Min(0)
  @Max(1000)
  plannedStaff!: number | null;
}

export class PlannedStaffOfSessionDto extends PlannedStaffDto {
  /** @example 1204 */
  sessionId!: number;
}

export class SessionStaffingDto {
  /** @example 1204 */
  sessionId!: number;
  @DayField()
  date!: Temporal.PlainDate;
  /** @example 9 */
  prestationId!: number;
  /** @example "Garderie du soir" */
  prestationName!: string;
  /** @example 3 */
  siteId!: number;
  /** @example "École Jean-Jaurès" */
  siteName!: string;
  /** Children under six on the day who have a place. @example 11 */
  under6!: number;
  /** Children of six and more who have a place. @example 14 */
  from6!: number;
  /** The national ratio that holds, with its article. @example "1 animateur pour 10 enfants de moins de 6 ans, 1 pour 14 à partir de 6 ans (article R227-16 (I) du code de l’action sociale et des familles)" */
  rule!: string;
  /** Null where no national ratio holds. @example 3 */
  needed!: number | null;
  /** Null while nobody noted it. @example 2 */
  planned!: number | null;
  /** What to look at; null when all is well. @example "Encadrement insuffisant : 2 animateurs prévus pour 3 animateurs nécessaires." */
  alert!: string | null;
}
