import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, Json, Moment, Text } from '../../platform/database/columns.js';
import type { AccountStep, ChildStep, GuardianStep } from '../rules/registration-steps.js';

/** The creation of an account in progress: what the parent typed so far. Emptied when it is completed. */
@Entity('registrations')
export class RegistrationRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() invitationId!: number;
  @Text(64) tokenDigest!: string;
  /** Of the password chosen; null when an account that exists is tied. */
  @Text(200, { nullable: true }) passwordHash!: string | null;
  @Json({ nullable: true }) accountStep!: AccountStep | null;
  @Json({ nullable: true }) guardiansStep!: GuardianStep[] | null;
  @Json({ nullable: true }) childrenStep!: ChildStep[] | null;
  @Moment() createdAt!: Temporal.Instant;
  @Moment() updatedAt!: Temporal.Instant;
  @Moment() expiresAt!: Temporal.Instant;
  @Moment({ nullable: true }) completedAt!: Temporal.Instant | null;
}
