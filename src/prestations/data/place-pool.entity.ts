import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, Int, Moment, Text } from '../../platform/database/columns.js';

/** Places by day that several prestations share, or that only an age band may take. */
@Entity('place_pools')
export class PlacePoolRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  /** « le réfectoire », with its article: families read it. */
  @Text(60) name!: string;
  @Text(60) nameKey!: string;
  /** In whole years on the day of service; null where the band has no bound. */
  @Int({ nullable: true }) ageFrom!: number | null;
  /** First age that the band no longer holds. */
  @Int({ nullable: true }) ageUnder!: number | null;
  /** Of each day that was not given its own number. */
  @Int() places!: number;
  @Moment() createdAt!: Temporal.Instant;
}
