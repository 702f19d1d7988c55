import { Injectable } from '@nestjs/common';
import { GuardianRow } from '../../families/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Secrets } from '../../platform/secrets/secrets.js';
import { InvitationRow } from '../data/invitation.entity.js';
import { RegistrationRow } from '../data/registration.entity.js';
import { invitationsProblems } from '../problems.js';

/** A creation of account in progress, with the invitation it comes from and the guardian it is for. */
export interface RegistrationInProgress {
  readonly registration: RegistrationRow;
  readonly invitation: InvitationRow;
  readonly guardian: GuardianRow;
}

@Injectable()
export class FindRegistration {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /** By the token that opening it gave. Throws REGISTRATION_NOT_FOUND. */
  run(token: string): Promise<RegistrationInProgress> {
    const now = this.clock.now().epochMilliseconds;
    return this.database.read(async () => {
      const tokenDigest = this.secrets.digest(token);
      const registration = await this.database.repository(RegistrationRow).findOneBy({ tokenDigest });
      if (!registration || registration.completedAt || registration.expiresAt.epochMilliseconds <= now)
        throw notFound();
      const { collectiviteId, invitationId } = registration;
      const invitation = await this.database
        .repository(InvitationRow)
        .findOneByOrFail({ collectiviteId, id: invitationId });
      const guardian = await this.database
        .repository(GuardianRow)
        .findOneBy({ collectiviteId, id: invitation.guardianId });
      if (!guardian) throw notFound();
      return { registration, invitation, guardian };
    });
  }
}

function notFound() {
  return invitationsProblems.REGISTRATION_NOT_FOUND(
    'Cette création de compte est terminée ou a été reprise ailleurs. Ouvrez à nouveau le lien reçu par courriel : ce que vous avez saisi est gardé.',
  );
}
