import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Json, Moment } from '../../platform/database/columns.js';
import type { Dish } from '../rules/published-menu.js';

/** What a prestation serves on a date, for families to read; what a child may eat of it is the child's own menu type. */
@Entity('published_menus')
export class PublishedMenuRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() prestationId!: number;
  @Day() date!: Temporal.PlainDate;
  /** In the order in which they are served. */
  @Json() dishes!: readonly Dish[];
  @IdOf() publishedBy!: number;
  @Moment() publishedAt!: Temporal.Instant;
}
