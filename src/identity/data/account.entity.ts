import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, Moment, Text } from '../../platform/database/columns.js';

/** One adult's login. It belongs to no collectivité: its memberships say where it may do what. */
@Entity('accounts')
export class Account {
  @Id() id!: number;
  /** Trimmed and lower-cased: the login. */
  @Text(254) email!: string;
  @Text(60) firstName!: string;
  @Text(60) lastName!: string;
  /** argon2id, in PHC form. */
  @Text(200) passwordHash!: string;
  @Moment() passwordChangedAt!: Temporal.Instant;
  @Moment() createdAt!: Temporal.Instant;
  @Moment({ nullable: true }) disabledAt!: Temporal.Instant | null;
}
