import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, Moment, Text } from '../../platform/database/columns.js';

/** An ALTCHA challenge that served; kept until it would have expired. */
@Entity('solved_challenges')
export class SolvedChallenge {
  @Id() id!: number;
  @Text(64) digest!: string;
  @Moment() expiresAt!: Temporal.Instant;
}
