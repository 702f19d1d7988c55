import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, Moment, Text } from '../../platform/database/columns.js';
import type { Residency } from '../rules/residency.js';

/** A foyer in one collectivité: the payer unit. */
@Entity('families')
export class FamilyRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  /** Its number in the mairie's other software; unique in the collectivité. */
  @Text(40, { nullable: true }) externalRef!: string | null;
  @Text(80) name!: string;
  /** The name as searches compare it: see kernel/folded-text. */
  @Text(160) nameKey!: string;
  @Text(120, { nullable: true }) addressLine1!: string | null;
  @Text(120, { nullable: true }) addressLine2!: string | null;
  @Text(5, { nullable: true }) postalCode!: string | null;
  @Text(80, { nullable: true }) city!: string | null;
  @Text(20, { nullable: true }) allocataireNumber!: string | null;
  /** Whether it pays as the people of the commune do; null: told by the address. */
  @Text(12, { nullable: true }) residency!: Residency | null;
  @Moment() createdAt!: Temporal.Instant;
}
