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
  /** Séances planifiées à l’instant. @example 140 */
  planned!: number;
  /** Séances de ces dates qui existaient auparavant, laissées telles quelles. @example 0 */
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
  /** Jamais inférieur aux places prises. @example 90 */
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
  /** La version du règlement avec laquelle elle a été planifiée. @example 4 */
  bookingPolicyId!: number;
  /** L’exception qui régissait alors son jour ; `null` s’il n’y en avait pas. @example null */
  policyExceptionId!: number | null;
  @MomentField({ optional: true, description: 'Premier instant où l’on peut réserver ; `null` : depuis toujours.' })
  addOpensAt!: Temporal.Instant | null;
  @MomentField({ description: 'Premier instant où une réservation est tardive.' })
  addClosesAt!: Temporal.Instant;
  /** Le même, à l’heure locale. @example "mardi 24 novembre 2026 à 9 h 00" */
  addClosesAtText!: string;
  @MomentField({ description: 'Premier instant où aucune réservation n’est acceptée, même tardive.' })
  addEndsAt!: Temporal.Instant;
  @MomentField({ description: 'Premier instant où une annulation est tardive.' })
  cancelClosesAt!: Temporal.Instant;
  /** @example "mardi 24 novembre 2026 à 9 h 00" */
  cancelClosesAtText!: string;
  @MomentField({ description: 'Premier instant où aucune annulation n’est acceptée, même tardive.' })
  cancelEndsAt!: Temporal.Instant;
  @MomentField({ description: 'Premier instant où une réservation ne peut plus être échangée contre une autre.' })
  modifyClosesAt!: Temporal.Instant;
  @MomentField({ description: 'Premier instant où le menu ne peut plus être changé.' })
  dietClosesAt!: Temporal.Instant;
  @MomentField({ description: 'Quand la liste est remise à la cuisine : plus rien ne bouge ensuite.' })
  ordersAt!: Temporal.Instant;
  @MomentField({ optional: true, description: 'Quand l’effectif a été figé.' })
  frozenAt!: Temporal.Instant | null;
  @MomentField({ optional: true, description: 'Quand la mairie l’a annulée.' })
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
