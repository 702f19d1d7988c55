import { ApiProperty } from '@nestjs/swagger';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField } from '../../platform/http/fields.js';
import { CELL_STATES, type CellState } from '../rules/cell.js';

export class PlanningQuery {
  @DayField({ description: 'First day shown.', example: '2026-11-02' })
  from!: Temporal.PlainDate;

  @DayField({ description: 'Last day shown, 62 days after the first at most.', example: '2026-11-29' })
  to!: Temporal.PlainDate;
}

export class CellDto {
  @DayField()
  date!: Temporal.PlainDate;

  /** What the family can do of that day. */
  @ApiProperty({ enum: CELL_STATES })
  state!: CellState;

  /**
   * The word that goes with the state, in French.
   * @example "complet"
   */
  @ApiProperty({ type: String, nullable: true })
  why!: string | null;

  @MomentField({ optional: true, description: 'Since when it is CLOSED.' })
  since!: Temporal.Instant | null;

  /** Null, as all the members below, where there is no session or the other foyer has the child. */
  @ApiProperty({ type: Number, nullable: true })
  sessionId!: number | null;

  /** The reservation, when RESERVED. */
  @ApiProperty({ type: Number, nullable: true })
  reservationId!: number | null;

  /** The line of the caller's own basket, also when it can no longer be validated. */
  @ApiProperty({ type: Number, nullable: true })
  basketLineId!: number | null;

  /** The child's entry on the waiting list, when WAITING or OFFERED. */
  @ApiProperty({ type: Number, nullable: true })
  waitingEntryId!: number | null;

  /** Rank among those still waiting, when WAITING. @example 2 */
  @ApiProperty({ type: Number, nullable: true })
  waitingRank!: number | null;

  @MomentField({ optional: true, description: 'When OFFERED: first instant at which the place is no longer kept.' })
  offerExpiresAt!: Temporal.Instant | null;

  /** When FULL: whether the child may join the waiting list. */
  waitingListOpen!: boolean;

  /**
   * In cents: the promised price when RESERVED, else this family's price of the day by its tariff and quotient.
   * @example 350
   */
  @ApiProperty({ type: Number, nullable: true })
  unitCents!: number | null;

  /**
   * Le prix tel qu’on le lit, et comment il se forme quand un seul montant ne le dit pas.
   * @example "45,00 € par mois"
   */
  @ApiProperty({ type: String, nullable: true })
  price!: string | null;

  /** @example 12 */
  @ApiProperty({ type: Number, nullable: true })
  placesLeft!: number | null;

  @MomentField({ optional: true, description: 'First instant at which booking is refused.' })
  addClosesAt!: Temporal.Instant | null;

  @MomentField({ optional: true, description: 'First instant at which cancelling is refused.' })
  cancelClosesAt!: Temporal.Instant | null;

  /** Whether the reservation may be cancelled now. */
  cancellable!: boolean;
}

export class PlanningRowDto {
  prestationId!: number;
  /** @example "Cantine" */
  prestationName!: string;
  /** @example "École Jules-Ferry" */
  siteName!: string;
  /** R : payé à la réservation ; C : à la consommation. */
  @ApiProperty({ enum: ['R', 'C'] })
  paymentMode!: 'R' | 'C';
  /**
   * On the wall clock.
   * @example "11:45"
   */
  @ApiProperty({ type: String, nullable: true })
  startsAt!: string | null;
  /** @example "13:30" */
  @ApiProperty({ type: String, nullable: true })
  endsAt!: string | null;
  /** One for each day of the span, in order. */
  @ApiProperty({ type: [CellDto] })
  cells!: readonly CellDto[];
}

export class PlanningChildDto {
  childId!: number;
  /** @example "Léa" */
  firstName!: string;
  /** @example "MOREAU" */
  lastName!: string;
  /** The prestations that the child is enrolled in during the span. */
  @ApiProperty({ type: [PlanningRowDto] })
  rows!: readonly PlanningRowDto[];
}

export class PlanningDto {
  @DayField()
  from!: Temporal.PlainDate;
  @DayField()
  to!: Temporal.PlainDate;
  @MomentField({ description: 'The instant that the states are true of.' })
  readAt!: Temporal.Instant;
  /**
   * Zone of the collectivité, whose clock its deadlines follow.
   * @example "Europe/Paris"
   */
  timeZone!: string;
  @ApiProperty({ type: [PlanningChildDto] })
  children!: readonly PlanningChildDto[];
}
