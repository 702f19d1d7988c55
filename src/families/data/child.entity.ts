import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Flag, Id, IdOf, Json, Text } from '../../platform/database/columns.js';
import type { Sex } from '../rules/import-shape.js';

/** A child known to a collectivité, once, however many foyers share the child. */
@Entity('children')
export class ChildRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @Text(60) lastName!: string;
  @Text(60) firstName!: string;
  @Day() birthDate!: Temporal.PlainDate;
  /** Names and birth date as `childKey` writes them; unique in the collectivité. */
  @Text(140) identityKey!: string;
  @Text(1, { nullable: true }) sex!: Sex | null;
  @IdOf({ nullable: true }) siteId!: number | null;
  @Text(40, { nullable: true }) className!: string | null;
  @IdOf() menuTypeId!: number;
  /** Only that there is a PAI, never what it says. Seen by those who need it, and each look is audited. */
  @Flag() hasPai!: boolean;
  /** Labels of the services that the last import wished for the child; null when none was ever said. */
  @Json({ nullable: true }) wishedServices!: readonly string[] | null;
}
