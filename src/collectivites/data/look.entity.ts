import { Entity } from 'typeorm';
import type { HexColour } from '../../kernel/colour.js';
import { Id, IdOf, Text } from '../../platform/database/columns.js';

/** How the collectivité looks to its families; it may have no row. */
@Entity('collectivite_looks')
export class LookRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  /** Null: that of the service. */
  @Text(7, { nullable: true }) colour!: HexColour | null;
  @IdOf({ nullable: true }) logoFileId!: number | null;
}

export type Look = Pick<LookRow, 'colour' | 'logoFileId'>;
