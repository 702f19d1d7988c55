import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, In, IsNull, LessThan } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { StoredFile } from '../../platform/files/stored-file.entity.js';
import { httpProblems } from '../../platform/http/problems.js';
import { FamilyDocumentRow } from '../data/family-document.entity.js';

export interface PublishedDocument extends FamilyDocumentRow {
  readonly file: StoredFile;
}

interface Slice {
  readonly after?: number | undefined;
  readonly limit: number;
}

@Injectable()
export class FindDocuments {
  constructor(private readonly database: Database) {}

  /** What a family may download: its own documents and those for all, newest first. */
  ofFamily(collectiviteId: number, familyId: number, { after, limit }: Slice): Promise<PublishedDocument[]> {
    const page = { collectiviteId, withdrawnAt: IsNull(), ...(after ? { id: LessThan(after) } : {}) };
    return this.find(
      collectiviteId,
      [
        { ...page, familyId },
        { ...page, familyId: IsNull() },
      ],
      limit,
    );
  }

  /** All that the mairie published, the withdrawn ones too, newest first; of one family when it is named. */
  ofCollectivite(
    collectiviteId: number,
    { familyId, after, limit }: Slice & { readonly familyId?: number | undefined },
  ): Promise<PublishedDocument[]> {
    const where = { collectiviteId, ...(familyId ? { familyId } : {}), ...(after ? { id: LessThan(after) } : {}) };
    return this.find(collectiviteId, [where], limit);
  }

  /** Throws NOT_FOUND. */
  async one(collectiviteId: number, documentId: number): Promise<PublishedDocument> {
    const [found] = await this.find(collectiviteId, [{ collectiviteId, id: documentId }], 1);
    if (!found) throw httpProblems.NOT_FOUND('Ce document n’existe pas, ou vous n’y avez pas accès.');
    return found;
  }

  /** Throws NOT_FOUND for another family's, and for a withdrawn one. */
  async oneOfFamily(collectiviteId: number, familyId: number, documentId: number): Promise<PublishedDocument> {
    const found = await this.one(collectiviteId, documentId);
    if (found.withdrawnAt !== null || (found.familyId !== null && found.familyId !== familyId))
      throw httpProblems.NOT_FOUND('Ce document n’existe pas, ou vous n’y avez pas accès.');
    return found;
  }

  private find(
    collectiviteId: number,
    where: FindOptionsWhere<FamilyDocumentRow>[],
    limit: number,
  ): Promise<PublishedDocument[]> {
    return this.database.read(async () => {
      const rows = await this.database
        .repository(FamilyDocumentRow)
        .find({ where, order: { id: 'DESC' }, take: limit });
      const files = await this.database
        .repository(StoredFile)
        .findBy({ collectiviteId, id: In(rows.map(({ fileId }) => fileId)) });
      const byId = new Map(files.map((file) => [file.id, file]));
      return rows.map((row) => ({ ...row, file: byId.get(row.fileId)! }));
    });
  }
}
