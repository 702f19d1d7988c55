import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Flag, Id, IdOf, Int } from '../../platform/database/columns.js';

/** The places of a pool on one day, and how many of them are taken; there is none until the day is first needed. */
@Entity('place_pool_days')
export class PlacePoolDayRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() poolId!: number;
  @Day() date!: Temporal.PlainDate;
  @Int() places!: number;
  @Int() taken!: number;
  /** The mairie gave this day its own number: that of the pool no longer changes it. */
  @Flag() ownPlaces!: boolean;
}
