import { Entity } from 'typeorm';
import { Id, IdOf, Int, Json, Text } from '../../platform/database/columns.js';
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
  /** 1 for the titre of its rôle or report, null once another was made in its place. */
  @Int({ nullable: true }) inForce!: 1 | null;
  /** Why the comptable rejected it; what the Guichet refuses is said of the bordereau. */
  @Text(600, { nullable: true }) rejectedFor!: string | null;
}
