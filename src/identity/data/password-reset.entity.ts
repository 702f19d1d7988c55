import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, Moment, Text } from '../../platform/database/columns.js';

@Entity('password_resets')
export class PasswordReset {
  @Id() id!: number;
  @IdOf() accountId!: number;
  @Text(64) digest!: string;
  @Moment() createdAt!: Temporal.Instant;
  @Moment() expiresAt!: Temporal.Instant;
  @Moment({ nullable: true }) usedAt!: Temporal.Instant | null;
}
