import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { invitationsProblems } from '../problems.js';
import { LockGuardians } from './lock-guardians.js';
import { SendInvitation } from './send-invitation.js';

interface GuardianToInvite {
  readonly collectiviteId: number;
  readonly guardianId: number;
  /** Account of the agent; null for the command line. */
  readonly invitedBy: number | null;
}

/** Invites one guardian, again if need be. */
@Injectable()
export class InviteGuardian {
  constructor(
    private readonly database: Database,
    private readonly findCollectivite: FindCollectivite,
    private readonly lockGuardians: LockGuardians,
    private readonly send: SendInvitation,
    private readonly audit: Audit,
  ) {}

  /** Answers the invitation's id. Throws NOT_FOUND, GUARDIAN_HAS_ACCOUNT, GUARDIAN_WITHOUT_EMAIL. */
  run({ collectiviteId, guardianId, invitedBy }: GuardianToInvite): Promise<number> {
    return this.database.unit(async () => {
      const [guardian] = await this.lockGuardians.run(collectiviteId, [guardianId]);
      if (!guardian) throw httpProblems.NOT_FOUND('Ce responsable n’existe pas dans votre collectivité.');
      if (guardian.accountId !== null) {
        throw invitationsProblems.GUARDIAN_HAS_ACCOUNT(
          'Ce responsable a déjà activé son compte. S’il ne peut plus se connecter, conseillez-lui « J’ai oublié mon mot de passe ».',
        );
      }
      if (guardian.email === null) {
        throw invitationsProblems.GUARDIAN_WITHOUT_EMAIL(
          'Ce responsable n’a pas d’adresse électronique. Complétez sa fiche, puis invitez-le.',
        );
      }
      const collectivite = await this.findCollectivite.run(collectiviteId);
      const id = await this.send.run(collectivite, { ...guardian, email: guardian.email }, invitedBy);
      await this.audit.record({
        collectiviteId,
        accountId: invitedBy,
        action: 'guardian.invited',
        subject: `guardian:${guardianId}`,
      });
      return id;
    });
  }
}
