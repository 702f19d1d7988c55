import { Entity } from 'typeorm';
import { Id, IdOf } from '../../platform/database/columns.js';

/** Locked by whoever changes the families of a collectivité: see TakeTurn. */
@Entity('family_registers')
export class FamilyRegisterRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
}
