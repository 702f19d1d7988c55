import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, Int, Moment, Text } from '../../platform/database/columns.js';

export const LATE_REQUEST_STATES = ['PENDING', 'ACCEPTED', 'REFUSED', 'WITHDRAWN'] as const;
export type LateRequestState = (typeof LATE_REQUEST_STATES)[number];
/** Booking, giving a booking up, exchanging it for another day, changing its menu. */
export const LATE_OPERATIONS = ['ADD', 'CANCEL', 'MODIFY', 'DIET'] as const;
export type LateOperation = (typeof LATE_OPERATIONS)[number];

/** What a family asks of the mairie once a deadline is over, where the policy lets it ask. */
@Entity('late_requests')
export class LateRequestRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() sessionId!: number;
  @IdOf() childId!: number;
  @IdOf() familyId!: number;
  @Text(6) operation!: LateOperation;
  /** The day that is wanted instead, of an exchange. */
  @IdOf({ nullable: true }) toSessionId!: number | null;
  /** The menu that is wanted; null: the child's usual one, or no question of menus. */
  @IdOf({ nullable: true }) menuTypeId!: number | null;
  @Text(9) state!: LateRequestState;
  /** 1 while it waits for the mairie, null once answered: the unique key lets one wait at a time. */
  @Int({ nullable: true }) pending!: 1 | null;
  @IdOf() askedBy!: number;
  @Moment() askedAt!: Temporal.Instant;
  @IdOf({ nullable: true }) decidedBy!: number | null;
  @Moment({ nullable: true }) decidedAt!: Temporal.Instant | null;
  /** What the mairie answered, as the family reads it. */
  @Text(300, { nullable: true }) answer!: string | null;
}
