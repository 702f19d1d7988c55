import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, Moment, Text } from '../../platform/database/columns.js';

/** A paper the mairie gives: an attestation for one family, the règlement for all. */
@Entity('family_documents')
export class FamilyDocumentRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  /** Null: for every family of the collectivité. */
  @IdOf({ nullable: true }) familyId!: number | null;
  @Text(160) title!: string;
  @IdOf() fileId!: number;
  @IdOf({ nullable: true }) publishedBy!: number | null;
  @Moment() publishedAt!: Temporal.Instant;
  @Moment({ nullable: true }) withdrawnAt!: Temporal.Instant | null;
}
