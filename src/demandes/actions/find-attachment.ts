import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { StoredFile } from '../../platform/files/stored-file.entity.js';
import { httpProblems } from '../../platform/http/problems.js';
import { type DemandeScope, FindDemandes } from './find-demandes.js';

@Injectable()
export class FindAttachment {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly audit: Audit,
    private readonly findDemandes: FindDemandes,
  ) {}

  /** A look of the mairie is traced: a proof of absence may tell of health. Throws NOT_FOUND. */
  async run(scope: DemandeScope, demandeId: number, attachmentId: number, accountId: number): Promise<StoredFile> {
    const { collectiviteId, familyId } = scope;
    return this.database.unit(async () => {
      await this.findDemandes.one(scope, demandeId);
      const [row] = await this.database.rows<{ file_id: number }>(
        `SELECT a.file_id FROM demande_attachments a JOIN demande_messages m ON m.id = a.message_id
         WHERE a.id = ? AND m.demande_id = ? AND a.collectivite_id = ?`,
        [attachmentId, demandeId, collectiviteId],
      );
      const file = row ? await this.files.find(collectiviteId, Number(row.file_id)) : null;
      if (!file) throw httpProblems.NOT_FOUND('Cette pièce jointe n’existe pas, ou vous n’y avez pas accès.');
      if (familyId === null)
        await this.audit.record({
          collectiviteId,
          accountId,
          action: 'demande.attachment-seen',
          subject: `demande:${demandeId}`,
          detail: { attachmentId },
        });
      return file;
    });
  }
}
