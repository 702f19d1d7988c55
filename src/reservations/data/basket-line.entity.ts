import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, Json, Moment } from '../../platform/database/columns.js';

/** One wish. It holds no place and no price: both are looked up each time it is shown, and decided at validation. */
@Entity('basket_lines')
export class BasketLineRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() basketId!: number;
  @IdOf() sessionId!: number;
  @IdOf() childId!: number;
  /** Labels of the supplements wanted; null: the usual ones of the child. */
  @Json({ nullable: true }) supplements!: readonly string[] | null;
  @Moment() addedAt!: Temporal.Instant;
}
