import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { FindRecipients } from '../../families/index.js';
import { FindFamilies } from '../../families/index.js';
import { Configuration } from '../../platform/config/configuration.js';
import { Database } from '../../platform/database/database.js';
import type { MailContent } from '../../platform/mail/index.js';
import { MailQueue } from '../../platform/mail/mail-queue.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import type { MandateRow } from '../data/mandate.entity.js';
import { mandateRevoked, mandateSigned } from '../events.js';
import { DrawMandate } from './draw-mandate.js';
import { FindMandates } from './find-mandates.js';
import { FindSepaSettings } from './find-sepa-settings.js';
import { type MandateMailFacts, revokedMail, signedMail } from './mandate-mails.js';

/** Writes to the adult whose account it is, and to nobody else. */
@Injectable()
export class TellOfMandate implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly database: Database,
    private readonly mails: MailQueue,
    private readonly configuration: Configuration,
    private readonly findCollectivite: FindCollectivite,
    private readonly findFamilies: FindFamilies,
    private readonly findRecipients: FindRecipients,
    private readonly findSettings: FindSepaSettings,
    private readonly findMandates: FindMandates,
    private readonly drawMandate: DrawMandate,
  ) {}

  onModuleInit(): void {
    this.outbox.deliverOutside(mandateSigned, async ({ collectiviteId, mandateId }) => {
      const mandate = await this.findMandates.one(collectiviteId, mandateId);
      const { id: fileId } = await this.drawMandate.kept(mandate);
      await this.send(mandate, signedMail, { key: `mandate:${mandateId}:signed`, fileIds: [fileId] });
    });
    this.outbox.on(mandateRevoked, async ({ collectiviteId, mandateId }) => {
      const mandate = await this.findMandates.one(collectiviteId, mandateId);
      await this.send(mandate, revokedMail, { key: `mandate:${mandateId}:revoked` });
    });
  }

  private send(
    mandate: MandateRow,
    compose: (facts: MandateMailFacts) => MailContent,
    more: { readonly key: string; readonly fileIds?: readonly number[] },
  ): Promise<void> {
    const { collectiviteId, familyId, rum, maskedIban, signedOn } = mandate;
    return this.database.unit(async () => {
      const to = await this.addressOf(mandate);
      if (!to) return;
      const collectivite = await this.findCollectivite.run(collectiviteId);
      const settings = (await this.findSettings.run(collectiviteId))!;
      const content = compose({
        greeting: `Bonjour ${to.name},`,
        rum,
        maskedIban,
        signedOn,
        creditorName: settings.creditorName,
        ics: settings.ics,
        noticeDays: settings.noticeDays,
        byTresor: settings.mode === 'TITRE',
        collectivite,
        link: `${this.configuration.publicUrl}/familles/${familyId}/factures`,
      });
      await this.mails.send({ collectiviteId, to, fromName: collectivite.name, content, ...more });
    });
  }

  /** The mairie's address for them, else that of their login; null for who cannot be written to. */
  private async addressOf({ collectiviteId, familyId, guardianId }: MandateRow) {
    const family = (await this.findFamilies.run(collectiviteId, [familyId])).get(familyId);
    const guardian = family?.guardians.find((adult) => adult.guardianId === guardianId);
    if (!guardian) return null;
    const name = `${guardian.firstName} ${guardian.lastName}`;
    if (guardian.accountId === null) return guardian.email ? { name, address: guardian.email } : null;
    const [recipient] = await this.findRecipients.ofAct(collectiviteId, familyId, guardian.accountId);
    return recipient?.to ?? null;
  }
}
