import { Entity } from 'typeorm';
import type { Weekday } from '../../kernel/civil-time.js';
import { Id, IdOf, Text } from '../../platform/database/columns.js';

/** One span of a weekday in which the mairie receives the public; a day has none, one or several. */
@Entity('opening_hours')
export class OpeningHourRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @Text(2) weekday!: Weekday;
  /** `HH:MM`. */
  @Text(5) opensAt!: string;
  @Text(5) closesAt!: string;
}
