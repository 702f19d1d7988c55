import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { normalisedEmail } from '../../identity/index.js';
import { Database } from '../../platform/database/database.js';
import { Throttle, type ThrottleRule } from '../../platform/http/throttle.js';
import { eventKind, Outbox } from '../../platform/outbox/outbox.js';
import { LockGuardians } from './lock-guardians.js';
import { SendInvitation } from './send-invitation.js';

const PER_EMAIL: ThrottleRule = { name: 'invitation-renewal.email', limit: 5, window: { hours: 1 } };
const PER_ADDRESS: ThrottleRule = { name: 'invitation-renewal.address', limit: 100, window: { hours: 1 } };
/** An adult has a child in a few communes at most. */
const MOST = 20;

const renewalAsked = eventKind<{ readonly email: string }>('invitations.renewal-asked');

/**
 * A parent asks for a new invitation without an agent. The request does the same work whether or not the address is
 * known: it writes one message; guardians are only looked for later, when nobody is waiting for an answer.
 */
@Injectable()
export class RenewInvitations implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly throttle: Throttle,
    private readonly outbox: Outbox,
    private readonly findCollectivite: FindCollectivite,
    private readonly lockGuardians: LockGuardians,
    private readonly send: SendInvitation,
  ) {}

  onModuleInit(): void {
    this.outbox.on(renewalAsked, ({ email }) => this.invite(email));
  }

  async run({ email, address }: { email: string; address: string }): Promise<void> {
    const wanted = normalisedEmail(email);
    await this.throttle.count(PER_ADDRESS, address);
    await this.throttle.count(PER_EMAIL, wanted);
    await this.database.unit(() => this.outbox.emit(renewalAsked, { email: wanted }, { collectiviteId: null }));
  }

  private async invite(email: string): Promise<void> {
    // By collectivité, as the index on the addresses is.
    const found = await this.database.rows<{ id: number; collectivite_id: number }>(
      `SELECT g.id, g.collectivite_id FROM collectivites c
       JOIN guardians g ON g.collectivite_id = c.id AND g.email = ?
       WHERE g.account_id IS NULL ORDER BY g.id LIMIT ${MOST}`,
      [email],
    );
    for (const { id, collectivite_id } of found) {
      const [guardian] = await this.lockGuardians.run(Number(collectivite_id), [Number(id)]);
      if (!guardian || guardian.accountId !== null || guardian.email !== email) continue;
      const collectivite = await this.findCollectivite.run(guardian.collectiviteId);
      await this.send.run(collectivite, { ...guardian, email }, null);
    }
  }
}
