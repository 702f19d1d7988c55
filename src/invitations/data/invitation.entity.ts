import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, Moment, Text } from '../../platform/database/columns.js';

/** A single-use activation code sent to a guardian. */
@Entity('invitations')
export class InvitationRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() guardianId!: number;
  /** Where it was sent; the login of the account to come. */
  @Text(254) email!: string;
  @Text(64) codeDigest!: string;
  /** The agent; null when the parent asked for it. */
  @IdOf({ nullable: true }) createdBy!: number | null;
  @Moment() createdAt!: Temporal.Instant;
  @Moment() expiresAt!: Temporal.Instant;
  @Moment({ nullable: true }) sentAt!: Temporal.Instant | null;
  @Moment({ nullable: true }) failedAt!: Temporal.Instant | null;
  /** The mail server's codes; also set while a mail that failed is still tried again. */
  @Text(200, { nullable: true }) failure!: string | null;
  @Moment({ nullable: true }) openedAt!: Temporal.Instant | null;
  @Moment({ nullable: true }) usedAt!: Temporal.Instant | null;
  @Moment({ nullable: true }) replacedAt!: Temporal.Instant | null;
}
