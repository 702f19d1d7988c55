import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../kernel/civil-time.js';
import { Database } from '../../platform/database/database.js';
import { FileStore } from '../../platform/files/file-store.js';
import { DemandeAttachmentRow, DemandeMessageRow } from '../data/demande.entity.js';
import type { CheckedFile } from './check-files.js';

export interface MessageToKeep {
  readonly collectiviteId: number;
  readonly demandeId: number;
  readonly authorId: number;
  readonly fromMairie: boolean;
  readonly body: string;
  readonly files: readonly CheckedFile[];
  readonly writtenAt: Temporal.Instant;
}

/** Adds a message and its files to a demande. Call inside a unit; answers the message's id. */
@Injectable()
export class KeepMessage {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
  ) {}

  async run({ files, ...message }: MessageToKeep): Promise<number> {
    const { collectiviteId } = message;
    const messageId = await this.database.insert(DemandeMessageRow, message);
    for (const file of files) {
      const fileId = await this.files.put({ ...file, collectiviteId });
      await this.database.insert(DemandeAttachmentRow, { collectiviteId, messageId, fileId });
    }
    return messageId;
  }
}
