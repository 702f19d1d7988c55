import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { SWAP_STATES, type SwapState } from '../../families/index.js';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField, Typed } from '../../platform/http/fields.js';

export class SwapSpanDto {
  @DayField({ example: '2026-11-09' })
  from!: Temporal.PlainDate;

  @DayField({ description: 'Included.', example: '2026-11-15' })
  to!: Temporal.PlainDate;
}

export class NewSwapDto {
  /** @example 12 */
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  childId!: number;

  /**
   * Days to come on which the child goes to the other foyer than the one that has it: two weeks are two spans, one of
   * each foyer. 62 days at most.
   */
  @ApiProperty({ type: [SwapSpanDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => SwapSpanDto)
  spans!: SwapSpanDto[];
}

export class RecordedSwapDto {
  /** One of the two foyers of the child. @example 5 */
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  familyId!: number;

  @ApiProperty({ type: [SwapSpanDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => SwapSpanDto)
  spans!: SwapSpanDto[];

  /** Why the mairie records it; kept in the audit trail. @example "Papier signé par les deux parents, remis le 3 novembre" */
  @Typed({ max: 200 })
  reason!: string;
}

class SwapDayDto {
  @DayField()
  date!: Temporal.PlainDate;
}

export class OwnSwapDayDto extends SwapDayDto {
  /** Whether this foyer has the child that day, once the swap is confirmed. @example false */
  withYou!: boolean;
}

export class SwapDayOfChildDto extends SwapDayDto {
  /** The foyer that has the child that day, once the swap is confirmed. @example 6 */
  familyId!: number;
}

class SwapFactsDto {
  /** @example 3 */
  id!: number;
  /** PENDING: not answered yet. EXPIRED: its first day came unanswered. @example "PENDING" */
  @ApiProperty({ enum: SWAP_STATES })
  state!: SwapState;
  /** @example 12 */
  childId!: number;
  /** @example "Léa Moreau" */
  childName!: string;
  @MomentField()
  askedAt!: Temporal.Instant;
  @MomentField({ optional: true })
  answeredAt!: Temporal.Instant | null;
  @DayField({ description: 'Day on which it can no longer be answered.' })
  firstDate!: Temporal.PlainDate;
}

export class OwnSwapDto extends SwapFactsDto {
  /** Whether this foyer asked for it; else it is for this foyer to answer. @example true */
  askedByYou!: boolean;
  /** By date. */
  @ApiProperty({ type: [OwnSwapDayDto] })
  days!: readonly OwnSwapDayDto[];
  /**
   * Living reservations of this foyer on the days that it gives: they stay its own, and are billed to it unless it
   * cancels them.
   * @example 4
   */
  ownReservations!: number;
}

export class SwapOfChildDto extends SwapFactsDto {
  /** @example 5 */
  askingFamilyId!: number;
  /** @example 6 */
  otherFamilyId!: number;
  @ApiProperty({ type: [SwapDayOfChildDto] })
  days!: readonly SwapDayOfChildDto[];
  /** Why the mairie recorded it; null where the foyers agreed by themselves. @example "Papier signé par les deux parents" */
  @ApiProperty({ type: String, nullable: true })
  recordedReason!: string | null;
}
