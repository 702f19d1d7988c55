import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, Moment, Text } from '../../platform/database/columns.js';

/** One sign-in on one device: the family of its rotating refresh tokens. */
@Entity('login_sessions')
export class LoginSession {
  @Id() id!: number;
  @IdOf() accountId!: number;
  @Moment() createdAt!: Temporal.Instant;
  @Moment() expiresAt!: Temporal.Instant;
  @Moment({ nullable: true }) endedAt!: Temporal.Instant | null;
  /** SIGNED_OUT, REUSED (a refresh token came twice), PASSWORD_CHANGED. */
  @Text(16, { nullable: true }) endReason!: string | null;
}
