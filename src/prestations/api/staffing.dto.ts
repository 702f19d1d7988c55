import { IsInt, Max, Min, ValidateIf } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField } from '../../platform/http/fields.js';

export class StaffingQuery {
  @DayField({ description: 'Première date.', example: '2026-11-23' })
  from!: Temporal.PlainDate;

  @DayField({ description: 'Dernière date, comprise ; 35 jours au plus après la première.', example: '2026-11-27' })
  to!: Temporal.PlainDate;
}

export class PlannedStaffDto {
  /** `null` : autant que le dit la prestation. @example 3 */
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
  /** Enfants de moins de six ans ce jour-là qui ont une place. @example 11 */
  under6!: number;
  /** Enfants de six ans et plus qui ont une place. @example 14 */
  from6!: number;
  /**
   * Le taux national qui s’applique, avec son article.
   * @example "1 animateur pour 10 enfants de moins de 6 ans, 1 pour 14 à partir de 6 ans (article R227-16 (I) du code de l’action sociale et des familles)"
   */
  rule!: string;
  /** `null` quand aucun taux national ne s’applique. @example 3 */
  needed!: number | null;
  /** `null` tant que personne ne l’a noté. @example 2 */
  planned!: number | null;
  /**
   * Ce qu’il faut regarder ; `null` quand tout va bien.
   * @example "Encadrement insuffisant : 2 animateurs prévus pour 3 animateurs nécessaires."
   */
  alert!: string | null;
}
