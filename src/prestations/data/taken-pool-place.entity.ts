import { Entity } from 'typeorm';
import { Id, IdOf } from '../../platform/database/columns.js';

/** A pool in which a taken place counts, so that it is given back there and nowhere else. */
@Entity('taken_pool_places')
export class TakenPoolPlaceRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() poolDayId!: number;
  @IdOf() takenPlaceId!: number;
}
