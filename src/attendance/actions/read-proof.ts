import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { StoredFile } from '../../platform/files/stored-file.entity.js';
import { httpProblems } from '../../platform/http/problems.js';
import { FindAbsences } from './find-absences.js';

export interface ProofToRead {
  readonly collectiviteId: number;
  /** The foyer that sent it; null for the mairie. */
  readonly familyId: number | null;
  readonly absenceId: number;
  readonly proofId: number;
  readonly accountId: number;
}

/** The file of a proof. It may tell of a child's health: each look is traced, whoever takes it. */
@Injectable()
export class ReadProof {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly audit: Audit,
    private readonly findAbsences: FindAbsences,
  ) {}

  /** Throws NOT_FOUND: another foyer's, a paper's, an unknown one. */
  run({ collectiviteId, familyId, absenceId, proofId, accountId }: ProofToRead): Promise<StoredFile> {
    return this.database.unit(async () => {
      const absence = await this.findAbsences.one(collectiviteId, absenceId);
      const allowed = familyId === null || absence.familyId === familyId;
      const fileId = allowed ? absence.proofs.find(({ id }) => id === proofId)?.fileId : undefined;
      const file = fileId ? await this.files.find(collectiviteId, fileId) : null;
      if (!file) throw proofNotFound();
      const subject = `absence:${absenceId}`;
      const detail = { proofId };
      await this.audit.record({ collectiviteId, accountId, action: 'absence.proof-seen', subject, detail });
      return file;
    });
  }
}

export function proofNotFound() {
  return httpProblems.NOT_FOUND('Ce justificatif n’existe pas, ou vous n’y avez pas accès.');
}
