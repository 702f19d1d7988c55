import { Injectable } from '@nestjs/common';
import type { CollectiviteRow } from '../../collectivites/index.js';
import type { GuardianRow } from '../../families/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Configuration } from '../../platform/config/configuration.js';
import { Database } from '../../platform/database/database.js';
import { MailQueue } from '../../platform/mail/mail-queue.js';
import { Secrets } from '../../platform/secrets/secrets.js';
import { InvitationRow } from '../data/invitation.entity.js';
import { invitationMail } from './invitation-mail.js';

/** How long a code is valid. */
const LIFE = { hours: 14 * 24 };

/**
 * Gives a guardian a new activation code by mail; the older codes stop. Call inside a unit, with the guardian's row
 * locked: two at once would otherwise leave two codes alive.
 */
@Injectable()
export class SendInvitation {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
    private readonly mails: MailQueue,
  ) {}

  /** Answers the invitation's id. */
  async run(
    collectivite: CollectiviteRow,
    guardian: GuardianRow & { readonly email: string },
    createdBy: number | null,
  ): Promise<number> {
    const now = this.clock.now();
    const code = this.secrets.token();
    const expiresAt = now.add(LIFE);
    await this.database.change(
      'UPDATE invitations SET replaced_at = ? WHERE collectivite_id = ? AND guardian_id = ? AND used_at IS NULL AND replaced_at IS NULL',
      [now.epochMilliseconds, collectivite.id, guardian.id],
    );
    const invitationId = await this.database.insert(InvitationRow, {
      collectiviteId: collectivite.id,
      guardianId: guardian.id,
      email: guardian.email,
      codeDigest: this.secrets.digest(code),
      createdBy,
      createdAt: now,
      expiresAt,
      sentAt: null,
      failedAt: null,
      failure: null,
      openedAt: null,
      usedAt: null,
      replacedAt: null,
    });
    const page = `${this.configuration.publicUrl}/activation`;
    const link = `${page}?code=${code}&email=${encodeURIComponent(guardian.email)}&mairie=${collectivite.id}`;
    await this.mails.send(invitationMail({ invitationId, collectivite, guardian, link, expiresAt }));
    return invitationId;
  }
}
