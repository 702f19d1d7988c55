import { Entity } from 'typeorm';
import { Id, IdOf, Int, Text } from '../../platform/database/columns.js';

/** Who signs certificates, and whether those of a year are made by themselves; a collectivité may have no row. */
@Entity('certificate_settings')
export class CertificateSettingsRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  /** Null: the régisseur of the collectivité. */
  @Text(120, { nullable: true }) signatoryName!: string | null;
  @Text(120, { nullable: true }) signatoryTitle!: string | null;
  /** Day of January from which last year's are made; null: when an agent asks. */
  @Int({ nullable: true }) januaryDay!: number | null;
}

export type CertificateSettings = Omit<CertificateSettingsRow, 'id' | 'collectiviteId'>;
