import { Injectable } from '@nestjs/common';
import { GuardianRow } from '../../families/index.js';
import { normalisedEmail } from '../../identity/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Throttle, type ThrottleRule } from '../../platform/http/throttle.js';
import { Secrets } from '../../platform/secrets/secrets.js';
import { InvitationRow } from '../data/invitation.entity.js';
import { assertUsable, unknownInvitation } from './usable-invitation.js';

const PER_ADDRESS: ThrottleRule = { name: 'registration.address', limit: 200, window: { hours: 1 } };
/** Long enough to look for a paper and come back; opening the link again goes on from what was saved. */
const LIFE = { hours: 24 };

/** Opens the creation of an account with the code and the address of an invitation, or takes it up again. */
@Injectable()
export class OpenRegistration {
  constructor(
    private readonly database: Database,
    private readonly throttle: Throttle,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers the token of the registration; the one given by an earlier opening stops. Throws INVITATION_UNKNOWN,
   * INVITATION_USED, INVITATION_EXPIRED, TOO_MANY_REQUESTS.
   */
  async run({ code, email, address }: { code: string; email: string; address: string }): Promise<string> {
    await this.throttle.count(PER_ADDRESS, address);
    const now = this.clock.now();
    const codeDigest = this.secrets.digest(code);
    return this.database.unit(async () => {
      const invitation = await this.database.repository(InvitationRow).findOneBy({ codeDigest });
      if (!invitation || invitation.email !== normalisedEmail(email)) throw unknownInvitation();
      const { id, collectiviteId, guardianId } = invitation;
      const guardian = await this.database.repository(GuardianRow).findOneBy({ collectiviteId, id: guardianId });
      if (!guardian) throw unknownInvitation();
      assertUsable(invitation, guardian, now);
      await this.database.change('UPDATE invitations SET opened_at = ? WHERE id = ? AND opened_at IS NULL', [
        now.epochMilliseconds,
        id,
      ]);
      const token = this.secrets.token();
      const digest = this.secrets.digest(token);
      const [instant, expiresAt] = [now.epochMilliseconds, now.add(LIFE).epochMilliseconds];
      await this.database.change(
        this.database.dialect.upsert(
          'registrations',
          ['collectivite_id', 'invitation_id', 'token_digest', 'created_at', 'updated_at', 'expires_at'],
          ['invitation_id'],
          'token_digest = ?, updated_at = ?, expires_at = ?',
        ),
        [collectiviteId, id, digest, instant, instant, expiresAt, digest, instant, expiresAt],
      );
      return token;
    });
  }
}
