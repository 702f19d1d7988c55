import { IsInt, IsOptional, Max, Min } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, Typed } from '../../platform/http/fields.js';
import type { ClosureRow } from '../data/closure.entity.js';

/** Which closures are asked for. */
export class ClosuresQuery {
  /** Première date. */
  @DayField({ example: '2026-09-01' })
  from!: Temporal.PlainDate;

  /** Dernière date, comprise. */
  @DayField({ example: '2027-08-31' })
  to!: Temporal.PlainDate;
}

export class NewClosureDto {
  /** Le site qui ferme ; absent ou `null` : tous les sites. @example 3 */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  siteId?: number | null;

  /** Premier jour de fermeture. */
  @DayField({ example: '2027-05-07' })
  from!: Temporal.PlainDate;

  /** Dernier jour de fermeture. */
  @DayField({ example: '2027-05-07' })
  to!: Temporal.PlainDate;

  /** Les familles le lisent. @example "Pont de l’Ascension" */
  @Typed({ max: 120 })
  reason!: string;
}

export class ClosureDto {
  /** @example 12 */
  id!: number;
  /** `null` : tous les sites. @example null */
  siteId!: number | null;
  @DayField()
  from!: Temporal.PlainDate;
  @DayField()
  to!: Temporal.PlainDate;
  /** @example "Pont de l’Ascension" */
  reason!: string;
}

export function closureDto(row: ClosureRow): ClosureDto {
  return { id: row.id, siteId: row.siteId, from: row.fromDate, to: row.toDate, reason: row.reason };
}
