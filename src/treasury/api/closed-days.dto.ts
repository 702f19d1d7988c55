import { ApiProperty } from '@nestjs/swagger';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField } from '../../platform/http/fields.js';

export class CloseDaysDto {
  /** Le dernier jour à clore, avec tous ceux d’avant : aujourd’hui au plus tard. */
  @DayField()
  to!: Temporal.PlainDate;
}

export class ClosingDto {
  @DayField()
  to!: Temporal.PlainDate;

  @MomentField()
  closedAt!: Temporal.Instant;

  /** Le compte qui a clos ; `null` pour l’état mensuel. @example 4 */
  @ApiProperty({ type: Number, nullable: true })
  closedBy!: number | null;
}

export class ClosedDaysDto {
  /** Le dernier jour clos ; `null` si aucun ne l’est. */
  @DayField({ optional: true })
  closedTo!: Temporal.PlainDate | null;

  /** La dernière clôture d’abord. */
  closings!: ClosingDto[];
}
