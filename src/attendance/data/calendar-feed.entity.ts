import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, Moment, Text } from '../../platform/database/columns.js';

/** The private address at which the calendar of an adult reads what a foyer reserved for a child. */
@Entity('calendar_feeds')
export class CalendarFeedRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() familyId!: number;
  @IdOf() childId!: number;
  @IdOf() accountId!: number;
  /** Of the secret in the address; another address of the same adult for the same child takes its place. */
  @Text(43) digest!: string;
  @Moment() createdAt!: Temporal.Instant;
}
