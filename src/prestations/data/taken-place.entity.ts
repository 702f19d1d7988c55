import { Entity } from 'typeorm';
import { Id, IdOf } from '../../platform/database/columns.js';

/** A child has a place in a session; a session's `taken` is the number of these rows. */
@Entity('taken_places')
export class TakenPlaceRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() sessionId!: number;
  @IdOf() childId!: number;
}
