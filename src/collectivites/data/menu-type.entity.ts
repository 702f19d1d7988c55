import { Entity } from 'typeorm';
import { Id, IdOf, Int, Text } from '../../platform/database/columns.js';

/** What the kitchen prepares. Neutral by construction: no reason is stored, for a child or for the menu. */
@Entity('menu_types')
export class MenuTypeRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @Text(40) label!: string;
  /** `nameKey(label)`: unique in the collectivité. */
  @Text(40) labelKey!: string;
  /** Order on lists; the first is what a child eats unless told. */
  @Int() position!: number;
}
