import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField } from '../../platform/http/fields.js';
import { ReservationDto } from './reservations.dto.js';
import { ValidationDto } from './validation.dto.js';
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
   * `WAITING` : en attente. `OFFERED` : une place est gardée jusqu’à `expiresAt`. Les autres sont terminées : `BOOKED`
   * (réservée), `LEFT` (quittée), `DECLINED` (déclinée), `EXPIRED` (sans réponse à temps), `CLOSED` (la séance s’est
   * fermée avant), `CALLED_OFF` (séance annulée).
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
  /** Rang parmi ceux qui attendent encore ; `null` quand l’état n’est pas `WAITING`. @example 2 */
  @ApiProperty({ type: Number, nullable: true })
  rank!: number | null;
  @MomentField()
  joinedAt!: Temporal.Instant;
  @MomentField({ optional: true, description: 'Premier instant où la proposition ne peut plus être acceptée.' })
  expiresAt!: Temporal.Instant | null;
  @MomentField({ description: 'Premier instant où plus personne ne se voit proposer de place.' })
  listClosesAt!: Temporal.Instant;
}

export class SessionWaitingEntryDto extends WaitingEntryDto {
  /** Le foyer qui attend. @example 5 */
  familyId!: number;
}

export class AcceptedOfferDto {
  /** La réservation ; `null` quand il faut d’abord payer. */
  @ApiProperty({ type: ReservationDto, nullable: true })
  reservation!: ReservationDto | null;
  /** Ce qu’il y a à payer, et jusqu’à quand la place est gardée ; `null` quand elle est réservée. */
  @ApiProperty({ type: ValidationDto, nullable: true })
  toPay!: ValidationDto | null;
}
