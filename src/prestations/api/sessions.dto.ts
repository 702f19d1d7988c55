import { IsInt, Max, Min } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { longInstant } from '../../kernel/french.js';
import { DayField, MomentField, Typed } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import type { SessionRow } from '../data/session.entity.js';

/** A span to plan, both dates included: a whole school year, say. */
export class NewSessionPlanningDto {
  @DayField({ example: '2026-09-01' })
  from!: Temporal.PlainDate;

  @DayField({ example: '2027-07-03' })
  to!: Temporal.PlainDate;
}

export class SessionPlanningDto {
  /** Sessions planned now. @example 140 */
  planned!: number;
  /** Sessions of these dates that were there before, left as they are. @example 0 */
  alreadyPlanned!: number;
}

/** `after` is the `next` of the page before. */
export class SessionsQuery extends PageQuery {
  @DayField({ description: 'Première date.', example: '2026-11-01' })
  from!: Temporal.PlainDate;

  @DayField({ description: 'Dernière date, comprise.', example: '2026-11-30' })
  to!: Temporal.PlainDate;
}

export class SessionPlacesDto {
  /** Never below the places taken. @example 90 */
  @IsInt()
  @Min(0)
  @Max(100_000)
  places!: number;
}

export class CallingOffDto {
  /** Les familles le lisent. @example "Grève nationale" */
  @Typed({ max: 120 })
  reason!: string;
}

export class PlannedSessionDto {
  /** @example 1204 */
  id!: number;
  @DayField()
  date!: Temporal.PlainDate;
  /** @example 80 */
  places!: number;
  /** @example 61 */
  taken!: number;
  /** The version of the booking policy it was planned with. @example 4 */
  bookingPolicyId!: number;
  /** The exception that ruled its day then; null when none did. @example null */
  policyExceptionId!: number | null;
  @MomentField({ optional: true, description: 'First instant at which one may book; null: from the start.' })
  addOpensAt!: Temporal.Instant | null;
  @MomentField({ description: 'First instant at which a booking is late.' })
  addClosesAt!: Temporal.Instant;
  /** The same on the local clock. @example "mardi 24 novembre 2026 à 9 h 00" */
  addClosesAtText!: string;
  @MomentField({ description: 'First instant at which no booking is accepted, not even late.' })
  addEndsAt!: Temporal.Instant;
  @MomentField({ description: 'First instant at which a cancellation is late.' })
  cancelClosesAt!: Temporal.Instant;
  /** @example "mardi 24 novembre 2026 à 9 h 00" */
  cancelClosesAtText!: string;
  @MomentField({ description: 'First instant at which no cancellation is accepted, not even late.' })
  cancelEndsAt!: Temporal.Instant;
  @MomentField({ description: 'First instant at which a booking can no longer be changed for another.' })
  modifyClosesAt!: Temporal.Instant;
  @MomentField({ description: 'First instant at which the menu can no longer be changed.' })
  dietClosesAt!: Temporal.Instant;
  @MomentField({ description: 'When the list is handed to the kitchen: nothing moves from then on.' })
  ordersAt!: Temporal.Instant;
  @MomentField({ optional: true, description: 'When the headcount was frozen.' })
  frozenAt!: Temporal.Instant | null;
  @MomentField({ optional: true, description: 'When the mairie called it off.' })
  calledOffAt!: Temporal.Instant | null;
  /** @example "Grève nationale" */
  calledOffReason!: string | null;
}

export function plannedSessionDto(row: SessionRow, zone: string): PlannedSessionDto {
  const { collectiviteId: _collectivite, prestationId: _prestation, ...shown } = row;
  return {
    ...shown,
    addClosesAtText: longInstant(row.addClosesAt, zone),
    cancelClosesAtText: longInstant(row.cancelClosesAt, zone),
  };
}
