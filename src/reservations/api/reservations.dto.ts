import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsInt, Max, Min, ValidateIf } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField } from '../../platform/http/fields.js';
import type { ReservationState } from '../data/reservation.entity.js';
import { OverrideDto } from './basket.dto.js';
import { RefusalDto } from './refusal.dto.js';

export class ReservationsQuery {
  @DayField({ description: 'First day of service.', example: '2026-09-01' })
  from!: Temporal.PlainDate;

  @DayField({ description: 'Last day of service, 400 days after the first at most.', example: '2027-07-02' })
  to!: Temporal.PlainDate;
}

export class ReservationDto {
  id!: number;
  @ApiProperty({ enum: ['RESERVED', 'CANCELLED'] })
  state!: ReservationState;
  @DayField()
  date!: Temporal.PlainDate;
  sessionId!: number;
  childId!: number;
  /** @example "Léa Moreau" */
  childName!: string;
  prestationId!: number;
  /** @example "Cantine" */
  prestationName!: string;
  /** @example "École Jean-Moulin" */
  siteName!: string;
  /**
   * The price promised when it was booked, in cents.
   * @example 350
   */
  unitCents!: number;
  @MomentField()
  bookedAt!: Temporal.Instant;
  @MomentField({ optional: true })
  cancelledAt!: Temporal.Instant | null;
  /** Whether it may be cancelled now. */
  cancellable!: boolean;
  /** What cancelling now would mean, where it is late and still accepted. @example "annulation hors délai : le jour reste facturé en entier" */
  cancelTerms!: string | null;
  @MomentField({ description: 'First instant at which cancelling is refused.' })
  cancelClosesAt!: Temporal.Instant;
  /** The menu chosen for that day; null: the child’s usual one. @example null */
  menuTypeId!: number | null;
  @MomentField({ description: 'First instant at which exchanging the day is refused.' })
  modifyClosesAt!: Temporal.Instant;
  @MomentField({ description: 'First instant at which another menu is refused.' })
  dietClosesAt!: Temporal.Instant;
}

export class NewCancellationsDto extends OverrideDto {
  /** @example [501, 502] */
  @ApiProperty({ type: [Number] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(2_147_483_647, { each: true })
  reservationIds!: number[];
}

export class NewMoveDto {
  /** The session of the other day. @example 813 */
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  sessionId!: number;
}

export class MenuOfDayDto extends OverrideDto {
  /** A menu type of the collectivité; null: the child’s usual one. @example 2 */
  @ValidateIf((_, value) => value !== null)
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  menuTypeId!: number | null;
}

export class NotCancelledDto {
  reservationId!: number;
  @ApiProperty({ type: RefusalDto })
  refusal!: RefusalDto;
}

export class CancellationsDto {
  /** The reservations that are cancelled now. */
  @ApiProperty({ type: [Number] })
  cancelled!: readonly number[];
  @ApiProperty({ type: [NotCancelledDto] })
  refused!: readonly NotCancelledDto[];
}
