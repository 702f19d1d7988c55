import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, Json, Moment, Text } from '../database/columns.js';

/** Who did or saw what, and when. Never changed, never deleted. */
@Entity('audit_entries')
export class AuditEntry {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  /** The account that acted; null for the service itself. */
  @IdOf({ nullable: true }) accountId!: number | null;
  @Moment() at!: Temporal.Instant;
  /** e.g. `family.imported`, `child.health-seen`. */
  @Text(80) action!: string;
  /** e.g. `child:42`. */
  @Text(80) subject!: string;
  @Json({ nullable: true }) detail!: unknown;
}
