import { Injectable } from '@nestjs/common';
import { typeset } from '../../kernel/french.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Throttle } from '../../platform/http/throttle.js';
import type { UploadedFile } from '../../platform/http/uploads.js';
import { DemandeRow } from '../data/demande.entity.js';
import { demandesProblems } from '../problems.js';
import { stateAfterMessage } from '../rules/demande-state.js';
import { CheckFiles } from './check-files.js';
import { type DemandeScope, FindDemandes } from './find-demandes.js';
import { KeepMessage } from './keep-message.js';
import { MailAboutDemande } from './mail-about-demande.js';
import { MESSAGES_OF_A_PARENT } from './send-demande.js';

export interface NewMessage {
  readonly demandeId: number;
  readonly authorId: number;
  readonly body: string;
  readonly files: readonly UploadedFile[];
}

/** A further message of the family, or the mairie's answer. */
@Injectable()
export class WriteMessage {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly throttle: Throttle,
    private readonly findDemandes: FindDemandes,
    private readonly checkFiles: CheckFiles,
    private readonly keepMessage: KeepMessage,
    private readonly mail: MailAboutDemande,
  ) {}

  /** From the family when the scope names one. Throws NOT_FOUND, DEMANDE_CLOSED, ATTACHMENT_TYPE_REFUSED. */
  async run(scope: DemandeScope, { demandeId, authorId, body, files }: NewMessage): Promise<void> {
    const fromMairie = scope.familyId === null;
    await this.findDemandes.one(scope, demandeId);
    if (!fromMairie) await this.throttle.count(MESSAGES_OF_A_PARENT, String(authorId));
    const checked = await this.checkFiles.run(files);
    const now = this.clock.now();
    await this.database.unit(async () => {
      const demande = await this.findDemandes.locked(scope, demandeId);
      const state = stateAfterMessage(demande.state, fromMairie);
      if (state === null)
        throw demandesProblems.DEMANDE_CLOSED(
          typeset(
            fromMairie
              ? 'Cette demande est close : rouvrez-la avant de répondre.'
              : 'Cette demande est close : envoyez-en une nouvelle.',
          ),
        );
      await this.database
        .repository(DemandeRow)
        .update({ collectiviteId: scope.collectiviteId, id: demandeId }, { state, updatedAt: now });
      const messageId = await this.keepMessage.run({
        collectiviteId: scope.collectiviteId,
        demandeId,
        authorId,
        fromMairie,
        body,
        files: checked,
        writtenAt: now,
      });
      if (fromMairie) await this.mail.tellAnswer(demande, messageId);
    });
  }
}
