import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { FindChildrenOfFamily } from '../../families/index.js';
import { dateIn } from '../../kernel/civil-time.js';
import { withOrdinarySpaces } from '../../kernel/french.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Throttle, type ThrottleRule } from '../../platform/http/throttle.js';
import type { UploadedFile } from '../../platform/http/uploads.js';
import { invalidRequest } from '../../platform/http/validation.js';
import { NumberSeries } from '../../platform/numbering/number-series.js';
import { DemandeChildRow, DemandeRow } from '../data/demande.entity.js';
import { type Concerned, concernedFaults } from '../rules/concerned.js';
import { type DemandeCategory, demandeReference } from '../rules/demande-state.js';
import { CheckFiles } from './check-files.js';
import { KeepMessage } from './keep-message.js';
import { MailAboutDemande } from './mail-about-demande.js';

/** Far above what a parent writes, far below what fills a disk (CRPA L. 112-8: abusive sends may be stopped). */
export const MESSAGES_OF_A_PARENT: ThrottleRule = { name: 'demandes.messages', limit: 40, window: { hours: 1 } };

export interface NewDemande {
  readonly collectiviteId: number;
  readonly familyId: number;
  /** The adult who writes, and gets the acknowledgement. */
  readonly accountId: number;
  readonly category: DemandeCategory;
  readonly subject: string;
  readonly concerned: Concerned;
  readonly message: string;
  readonly files: readonly UploadedFile[];
}

@Injectable()
export class SendDemande {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly throttle: Throttle,
    private readonly findCollectivite: FindCollectivite,
    private readonly findChildren: FindChildrenOfFamily,
    private readonly checkFiles: CheckFiles,
    private readonly keepMessage: KeepMessage,
    private readonly numbers: NumberSeries,
    private readonly mail: MailAboutDemande,
  ) {}

  /** Answers the demande, acknowledged by mail. Throws INVALID_REQUEST, ATTACHMENT_TYPE_REFUSED, TOO_MANY_REQUESTS. */
  async run({ message, files, concerned, ...demande }: NewDemande): Promise<DemandeRow> {
    const { collectiviteId, familyId, accountId } = demande;
    const own = await this.findChildren.ever(collectiviteId, familyId);
    const faults = concernedFaults(concerned, new Set(own.map(({ childId }) => childId)));
    if (faults.length > 0) throw invalidRequest(faults);
    await this.throttle.count(MESSAGES_OF_A_PARENT, String(accountId));
    const checked = await this.checkFiles.run(files);
    const now = this.clock.now();
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    const year = dateIn(timeZone, now).year;
    return this.database.unit(async () => {
      const reference = demandeReference(year, await this.numbers.next(collectiviteId, 'demande', year));
      const days = { fromDate: concerned.from, toDate: concerned.to ?? concerned.from };
      // One that a page filled in is typeset; the mairie looks for what it would type.
      const subject = withOrdinarySpaces(demande.subject);
      const row = {
        ...demande,
        subject,
        ...days,
        reference,
        state: 'RECEIVED' as const,
        createdAt: now,
        updatedAt: now,
      };
      const id = await this.database.insert(DemandeRow, row);
      for (const childId of concerned.childIds)
        await this.database.insert(DemandeChildRow, { collectiviteId, demandeId: id, childId });
      await this.keepMessage.run({
        collectiviteId,
        demandeId: id,
        authorId: accountId,
        fromMairie: false,
        body: message,
        files: checked,
        writtenAt: now,
      });
      await this.mail.acknowledge({ id, ...row });
      return { id, ...row };
    });
  }
}
