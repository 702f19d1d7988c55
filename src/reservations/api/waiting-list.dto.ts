import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField } from '../../platform/http/fields.js';
import { WAITING_STATES, type WaitingState } from '../rules/waiting-list.js';

export class NewWaitingEntryDto {
  /** @example 1204 */
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  sessionId!: number;

  /** @example 12 */
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  childId!: number;
}

export class WaitingEntryDto {
  /** @example 31 */
  id!: number;
  /**
   * WAITING: in line. OFFERED: a place is kept until `expiresAt`. The others have ended: BOOKED, LEFT, DECLINED,
   * EXPIRED (no answer in time), CLOSED (the session closed first), CALLED_OFF.
   * @example "WAITING"
   */
  @ApiProperty({ enum: WAITING_STATES })
  state!: WaitingState;
  /** @example 1204 */
  sessionId!: number;
  @DayField()
  date!: Temporal.PlainDate;
  /** @example 7 */
  prestationId!: number;
  /** @example "Cantine" */
  prestationName!: string;
  /** @example 12 */
  childId!: number;
  /** @example "Léa Moreau" */
  childName!: string;
  /** Rank among those still waiting; null when not WAITING. @example 2 */
  @ApiProperty({ type: Number, nullable: true })
  rank!: number | null;
  @MomentField()
  joinedAt!: Temporal.Instant;
  @MomentField({ optional: true, description: 'Premier instant où la proposition ne peut plus être acceptée.' })
  expiresAt!: Temporal.Instant | null;
  @MomentField({ description: 'First instant at which nobody is offered a place any more.' })
  listClosesAt!: Temporal.Instant;
}

export class SessionWaitingEntryDto extends WaitingEntryDto {
  /** The foyer that waits. @example 5 */
  familyId!: number;
}
