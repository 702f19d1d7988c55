import { Entity } from 'typeorm';
import { Id, IdOf, Json } from '../../platform/database/columns.js';
import type { TitreContent } from '../rules/public-titre.js';

/** The one titre of a bordereau for which a public body stands: that of a rôle, or of a month of the régie. */
@Entity('claim_titres')
export class ClaimTitreRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() batchId!: number;
  @IdOf({ nullable: true }) rollId!: number | null;
  @IdOf({ nullable: true }) reportId!: number | null;
  @Json() content!: TitreContent;
}
