import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, Moment } from '../../platform/database/columns.js';

/** What one adult prepares for one family: on the server, so that it survives a lost phone. */
@Entity('baskets')
export class BasketRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() familyId!: number;
  @IdOf() accountId!: number;
  @Moment() updatedAt!: Temporal.Instant;
}
