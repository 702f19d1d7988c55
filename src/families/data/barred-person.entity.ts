import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Moment, Text } from '../../platform/database/columns.js';

/** Somebody to whom a child is not handed over, by a decision that the mairie was shown. No foyer can name them. */
@Entity('barred_persons')
export class BarredPersonRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() childId!: number;
  @Text(60) lastName!: string;
  @Text(60) firstName!: string;
  /** As `personKey` writes it; unique for a child. */
  @Text(140) nameKey!: string;
  /** For the mairie alone. */
  @Text(200) reason!: string;
  /** Last day, included; null until it is lifted. */
  @Day({ nullable: true }) untilDate!: Temporal.PlainDate | null;
  @IdOf() recordedBy!: number;
  @Moment() recordedAt!: Temporal.Instant;
  @IdOf({ nullable: true }) liftedBy!: number | null;
  @Moment({ nullable: true }) liftedAt!: Temporal.Instant | null;
}
