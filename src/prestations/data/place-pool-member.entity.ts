import { Entity } from 'typeorm';
import { Id, IdOf } from '../../platform/database/columns.js';

/** A prestation whose sessions draw on a pool. */
@Entity('place_pool_members')
export class PlacePoolMemberRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() poolId!: number;
  @IdOf() prestationId!: number;
}
