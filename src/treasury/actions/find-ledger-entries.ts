import { Injectable } from '@nestjs/common';
import type { Cents } from '../../kernel/money.js';
import { LedgerBook, type LineFilter, type RecordedEntry } from '../../ledger/index.js';
import { type SourceDocument, SourceDocuments, sourceKey } from '../data/source-documents.js';

/** An entry with the document that it records; null where that document is gone. */
export interface EntryWithDocument extends RecordedEntry {
  readonly id: number;
  readonly document: SourceDocument | null;
}

/** From a figure to the entries that make it. */
@Injectable()
export class FindLedgerEntries {
  constructor(
    private readonly book: LedgerBook,
    private readonly documents: SourceDocuments,
  ) {}

  /** One more than the limit. */
  async page(
    collectiviteId: number,
    filter: LineFilter,
    { limit, after }: { readonly limit: number; readonly after?: number },
  ): Promise<EntryWithDocument[]> {
    const page = { take: limit + 1, ...(after === undefined ? {} : { after }) };
    const entries = await this.book.page(collectiviteId, filter, page);
    const documents = await this.documents.of(
      collectiviteId,
      entries.map(({ source }) => source),
    );
    return entries.map((entry) => ({
      ...entry,
      id: entry.entryId,
      document: documents.get(sourceKey(entry.source)) ?? null,
    }));
  }

  total(collectiviteId: number, filter: LineFilter): Promise<{ entries: number; cents: Cents }> {
    return this.book.total(collectiviteId, filter);
  }
}
