import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { FindFamilies } from '../../families/index.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { FileStore } from '../../platform/files/file-store.js';
import { httpProblems } from '../../platform/http/problems.js';
import type { UploadedFile } from '../../platform/http/uploads.js';
import { FamilyDocumentRow } from '../data/family-document.entity.js';
import { demandesProblems } from '../problems.js';
import { CheckFiles } from './check-files.js';
import { FindDocuments, type PublishedDocument } from './find-documents.js';

export interface NewDocument {
  readonly collectiviteId: number;
  /** Null: for every family of the collectivité. */
  readonly familyId: number | null;
  readonly title: string;
  readonly file: UploadedFile;
  readonly publishedBy: number | null;
}

/** Gives families a document, and takes it back. */
@Injectable()
export class PublishDocument {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly files: FileStore,
    private readonly findFamilies: FindFamilies,
    private readonly checkFiles: CheckFiles,
    private readonly findDocuments: FindDocuments,
  ) {}

  /** Throws NOT_FOUND for a family of another collectivité, ATTACHMENT_TYPE_REFUSED. */
  async run({ collectiviteId, familyId, title, file, publishedBy }: NewDocument): Promise<PublishedDocument> {
    if (familyId !== null && !(await this.findFamilies.run(collectiviteId, [familyId])).has(familyId))
      throw httpProblems.NOT_FOUND('Cette famille n’existe pas dans la collectivité.');
    const [checked] = await this.checkFiles.run([file]);
    return this.database.unit(async () => {
      const fileId = await this.files.put({ ...checked!, collectiviteId });
      const id = await this.database.insert(FamilyDocumentRow, {
        collectiviteId,
        familyId,
        title,
        fileId,
        publishedBy,
        publishedAt: this.clock.now(),
        withdrawnAt: null,
      });
      await this.audit.record({
        collectiviteId,
        accountId: publishedBy,
        action: 'document.published',
        subject: `document:${id}`,
        detail: { familyId },
      });
      return this.findDocuments.one(collectiviteId, id);
    });
  }

  /** Families no longer see it; the mairie still does. Throws NOT_FOUND, DOCUMENT_WITHDRAWN. */
  async withdraw(collectiviteId: number, documentId: number, accountId: number): Promise<PublishedDocument> {
    return this.database.unit(async () => {
      await this.findDocuments.one(collectiviteId, documentId);
      const { affected } = await this.database
        .repository(FamilyDocumentRow)
        .update({ id: documentId, collectiviteId, withdrawnAt: IsNull() }, { withdrawnAt: this.clock.now() });
      if (affected === 0) throw demandesProblems.DOCUMENT_WITHDRAWN('Ce document est déjà retiré.');
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'document.withdrawn',
        subject: `document:${documentId}`,
      });
      return this.findDocuments.one(collectiviteId, documentId);
    });
  }
}
