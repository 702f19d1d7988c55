import { Entity } from 'typeorm';
import { Id, IdOf, Text } from '../../platform/database/columns.js';

/** What the law wants every visitor to read of who publishes and hosts the pages; the collectivité may have no row. */
@Entity('legal_notices')
export class LegalNoticeRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @Text(120, { nullable: true }) publicationDirector!: string | null;
  @Text(120, { nullable: true }) hostName!: string | null;
  @Text(200, { nullable: true }) hostAddress!: string | null;
  @Text(30, { nullable: true }) hostPhone!: string | null;
  /** A name or a function: « Délégué mutualisé du centre de gestion ». */
  @Text(120, { nullable: true }) dataProtectionOfficer!: string | null;
  @Text(254, { nullable: true }) dataProtectionEmail!: string | null;
}
