import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, Moment, Text } from '../../platform/database/columns.js';

@Entity('refresh_tokens')
export class RefreshToken {
  @Id() id!: number;
  @IdOf() loginSessionId!: number;
  @Text(64) digest!: string;
  @Moment() issuedAt!: Temporal.Instant;
  @Moment({ nullable: true }) usedAt!: Temporal.Instant | null;
}
