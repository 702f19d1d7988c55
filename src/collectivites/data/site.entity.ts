import { Entity } from 'typeorm';
import { Flag, Id, IdOf, Text } from '../../platform/database/columns.js';

export const SITE_KINDS = ['SCHOOL', 'CENTRE'] as const;
export type SiteKind = (typeof SITE_KINDS)[number];

/** A school or a centre where prestations happen. */
@Entity('sites')
export class SiteRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @Text(120) name!: string;
  /** `nameKey(name)`: unique in the collectivité. */
  @Text(120) nameKey!: string;
  @Text(6) kind!: SiteKind;
  @Text(120, { nullable: true }) addressLine1!: string | null;
  @Text(5, { nullable: true }) postalCode!: string | null;
  @Text(80, { nullable: true }) city!: string | null;
  @Text(30, { nullable: true }) phone!: string | null;
  /** Kept for what happened there; nothing new is planned on it. */
  @Flag() archived!: boolean;
}
