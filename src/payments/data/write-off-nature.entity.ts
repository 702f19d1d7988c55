import { Entity } from 'typeorm';
import { Id, IdOf, Text } from '../../platform/database/columns.js';
import type { WriteOffKind } from '../rules/write-off.js';

/** The nature on which a collectivité has one kind of debts that it gives up, where it is not the usual one. */
@Entity('write_off_natures')
export class WriteOffNatureRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @Text(13) kind!: WriteOffKind;
  @Text(10) nature!: string;
}
