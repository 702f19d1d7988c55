import { Entity } from 'typeorm';
import { Flag, Id, IdOf, Int, Text } from '../../platform/database/columns.js';

/** What the kitchen prepares. Neutral by construction: no reason is stored, for a child or for the menu. */
@Entity('menu_types')
export class MenuTypeRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @Text(40) label!: string;
  /** `nameKey(label)`: unique in the collectivité. */
  @Text(40) labelKey!: string;
  /** The meal comes from home: the price is that of the care alone, where the tariff says so. */
  @Flag() broughtByFamily!: boolean;
  /** Order on lists; the first is what a child eats unless told. */
  @Int() position!: number;
}
