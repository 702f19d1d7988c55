import { IsInt, IsOptional, Max, Min } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, Typed } from '../../platform/http/fields.js';
import type { ClosureRow } from '../data/closure.entity.js';

/** Which closures are asked for. */
export class ClosuresQuery {
  /** First date. */
  @DayField({ example: '2026-09-01' })
  from!: Temporal.PlainDate;

  /** Last date, included. */
  @DayField({ example: '2027-08-31' })
  to!: Temporal.PlainDate;
}

export class NewClosureDto {
  /** The site that closes; absent or null: all of them. @example 3 */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  siteId?: number | null;

  /** First day closed. */
  @DayField({ example: '2027-05-07' })
  from!: Temporal.PlainDate;

  /** Last day closed. */
  @DayField({ example: '2027-05-07' })
  to!: Temporal.PlainDate;

  /** Families read it. @example "Pont de l’Ascension" */
  @Typed({ max: 120 })
  reason!: string;
}

export class ClosureDto {
  /** @example 12 */
  id!: number;
  /** Null: every site. @example null */
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
