import { ApiProperty } from '@nestjs/swagger';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField } from '../../platform/http/fields.js';

export class HeadcountsQuery {
  @DayField({ description: 'Day of service.' })
  date!: Temporal.PlainDate;
}

export class MenuCountDto {
  menuTypeId!: number;
  /** @example "Sans porc" */
  label!: string;
  /** @example 12 */
  children!: number;
}

export class HeadcountDto {
  sessionId!: number;
  prestationId!: number;
  /** @example "Cantine" */
  prestationName!: string;
  siteId!: number;
  /** @example "École Jean-Moulin" */
  siteName!: string;
  @DayField()
  date!: Temporal.PlainDate;
  /** Whether its headcount goes to a kitchen. */
  ordersMeals!: boolean;
  places!: number;
  @MomentField({ description: 'First instant at which booking is refused.' })
  addClosesAt!: Temporal.Instant;
  @MomentField({ description: 'First instant at which cancelling is refused.' })
  cancelClosesAt!: Temporal.Instant;
  @MomentField({ optional: true, description: 'When it was frozen; null while it still moves.' })
  frozenAt!: Temporal.Instant | null;
  /** Why the mairie called the session off; null when it takes place. @example "Grève nationale" */
  @ApiProperty({ type: String, nullable: true })
  calledOffReason!: string | null;
  /** The frozen count, or the count of now while it still moves. */
  children!: number;
  /** By type of menu; types that nobody eats are left out. */
  @ApiProperty({ type: [MenuCountDto] })
  byMenuType!: readonly MenuCountDto[];
  /** Reservations as of now: differs from a frozen count when the mairie acted beyond a window. */
  reservedNow!: number;
}
