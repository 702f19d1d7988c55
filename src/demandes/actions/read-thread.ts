import { Injectable } from '@nestjs/common';
import type { ChildCard } from '../../families/index.js';
import { FindAccounts } from '../../identity/index.js';
import { chunksOf, groupedBy } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import { type DemandeRow, DemandeMessageRow } from '../data/demande.entity.js';
import { FindConcerned } from './find-concerned.js';
import { type DemandeScope, FindDemandes } from './find-demandes.js';

export interface ThreadAttachment {
  readonly id: number;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
}

export interface ThreadMessage extends DemandeMessageRow {
  readonly authorName: string;
  readonly attachments: readonly ThreadAttachment[];
}

export interface Thread {
  readonly demande: DemandeRow;
  /** Those it is about. */
  readonly children: readonly ChildCard[];
  /** Oldest first. */
  readonly messages: readonly ThreadMessage[];
}

interface AttachmentRow {
  readonly id: number;
  readonly message_id: number;
  readonly name: string;
  readonly media_type: string;
  readonly size: number;
}

@Injectable()
export class ReadThread {
  constructor(
    private readonly database: Database,
    private readonly findDemandes: FindDemandes,
    private readonly findConcerned: FindConcerned,
    private readonly findAccounts: FindAccounts,
  ) {}

  /** Throws NOT_FOUND. */
  run(scope: DemandeScope, demandeId: number): Promise<Thread> {
    return this.database.read(async () => {
      const demande = await this.findDemandes.one(scope, demandeId);
      const messages = await this.database
        .repository(DemandeMessageRow)
        .find({ where: { collectiviteId: scope.collectiviteId, demandeId }, order: { id: 'ASC' } });
      const authors = await this.findAccounts.byIds([...new Set(messages.map(({ authorId }) => authorId))]);
      const attachments = await this.attachmentsOf(demande.collectiviteId, messages);
      return {
        demande,
        children: (await this.findConcerned.run(demande.collectiviteId, [demandeId])).get(demandeId) ?? [],
        messages: messages.map((message) => {
          const author = authors.get(message.authorId);
          return {
            ...message,
            authorName: author ? `${author.firstName} ${author.lastName}` : '',
            attachments: attachments.get(message.id) ?? [],
          };
        }),
      };
    });
  }

  private async attachmentsOf(
    collectiviteId: number,
    messages: readonly DemandeMessageRow[],
  ): Promise<Map<number, ThreadAttachment[]>> {
    const found: (ThreadAttachment & { messageId: number })[] = [];
    for (const ids of chunksOf(messages.map(({ id }) => id))) {
      const rows = await this.database.rows<AttachmentRow>(
        `SELECT a.id, a.message_id, f.name, f.media_type, f.size
         FROM demande_attachments a JOIN stored_files f ON f.id = a.file_id AND f.collectivite_id = a.collectivite_id
         WHERE a.collectivite_id = ? AND a.message_id IN (${ids.map(() => '?').join(', ')}) ORDER BY a.id`,
        [collectiviteId, ...ids],
      );
      for (const { id, message_id, name, media_type, size } of rows)
        found.push({
          id: Number(id),
          messageId: Number(message_id),
          name,
          mediaType: media_type,
          size: Number(size),
        });
    }
    return groupedBy(found, ({ messageId }) => messageId);
  }
}
