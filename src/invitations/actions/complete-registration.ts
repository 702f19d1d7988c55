import { Injectable } from '@nestjs/common';
import { type CollectiviteRow, FindCollectivite } from '../../collectivites/index.js';
import { type GuardianRow, ProposeChanges } from '../../families/index.js';
import { CreateAccount, FindAccountByEmail, GrantRole, OpenSession, type SessionTokens } from '../../identity/index.js';
import { typeset } from '../../kernel/french.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Configuration } from '../../platform/config/configuration.js';
import { Database } from '../../platform/database/database.js';
import { MailQueue } from '../../platform/mail/mail-queue.js';
import type { RegistrationRow } from '../data/registration.entity.js';
import { invitationsProblems } from '../problems.js';
import { correctionsOf } from '../rules/corrections.js';
import { FindRegistration, type RegistrationInProgress } from './find-registration.js';
import { welcomeMail } from './invitation-mail.js';
import { LoadHeldFamily } from './load-held-family.js';
import { TieGuardians } from './tie-guardians.js';
import { assertUsable, usedInvitation } from './usable-invitation.js';

export interface CompletedRegistration extends SessionTokens {
  /** « Bonjour Marc, votre compte espace famille a bien été créé ». */
  readonly message: string;
  readonly accountId: number;
  readonly collectiviteId: number;
  readonly familyIds: number[];
}

type Steps = {
  readonly [Step in 'accountStep' | 'guardiansStep' | 'childrenStep']: NonNullable<RegistrationRow[Step]>;
};

/** « S'enregistrer »: the account, its tie to the family, the corrections and the first session, all or nothing. */
@Injectable()
export class CompleteRegistration {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
    private readonly findRegistration: FindRegistration,
    private readonly findCollectivite: FindCollectivite,
    private readonly loadHeldFamily: LoadHeldFamily,
    private readonly createAccount: CreateAccount,
    private readonly findAccount: FindAccountByEmail,
    private readonly tieGuardians: TieGuardians,
    private readonly grantRole: GrantRole,
    private readonly proposeChanges: ProposeChanges,
    private readonly openSession: OpenSession,
    private readonly mails: MailQueue,
    private readonly audit: Audit,
  ) {}

  /**
   * Throws REGISTRATION_NOT_FOUND, REGISTRATION_INCOMPLETE, INVITATION_USED, INVITATION_EXPIRED, EMAIL_TAKEN when an
   * account appeared meanwhile, EMAIL_OF_OTHER_GUARDIAN. Of two at once, one completes.
   */
  run(token: string): Promise<CompletedRegistration> {
    return this.database.unit(async () => {
      const open = await this.findRegistration.run(token);
      const steps = stepsOf(open.registration);
      const collectivite = await this.findCollectivite.run(open.registration.collectiviteId);
      const guardians = await this.tieGuardians.lock(open.guardian);
      await this.useInvitation(open);
      const accountId = await this.accountFor(open, steps);
      await this.tieGuardians.run(open.guardian, guardians, accountId);
      await this.grantRole.run({ accountId, collectiviteId: collectivite.id, role: 'parent' });
      const proposed = await this.propose(collectivite, open.guardian, steps, accountId);
      await this.audit.record({
        collectiviteId: collectivite.id,
        accountId,
        action: 'guardian.activated',
        subject: `guardian:${open.guardian.id}`,
      });
      return this.welcome(collectivite, guardians, accountId, proposed, open);
    });
  }

  /** Judged by its affected rows: the one that marks the invitation used is the one that goes on. */
  private async useInvitation({ registration, invitation, guardian }: RegistrationInProgress): Promise<void> {
    const now = this.clock.now();
    // A registration opened in time may be completed after the invitation's last day.
    assertUsable({ ...invitation, expiresAt: registration.expiresAt }, guardian, now);
    const used = await this.database.change(
      'UPDATE invitations SET used_at = ? WHERE id = ? AND used_at IS NULL AND replaced_at IS NULL',
      [now.epochMilliseconds, invitation.id],
    );
    if (used === 0) throw usedInvitation();
    await this.database.change(
      `UPDATE registrations SET completed_at = ?, updated_at = ?, password_hash = NULL,
         account_step = NULL, guardians_step = NULL, children_step = NULL WHERE id = ?`,
      [now.epochMilliseconds, now.epochMilliseconds, registration.id],
    );
  }

  private async accountFor(
    { registration, invitation, guardian }: RegistrationInProgress,
    steps: Steps,
  ): Promise<number> {
    if (steps.accountStep.accountId !== null) return steps.accountStep.accountId;
    const self = steps.guardiansStep.find(({ guardianId }) => guardianId === guardian.id) ?? guardian;
    return this.createAccount.run({
      email: invitation.email,
      firstName: self.firstName,
      lastName: self.lastName,
      passwordHash: registration.passwordHash,
    });
  }

  /** Answers whether there was anything to propose. */
  private async propose(
    collectivite: CollectiviteRow,
    guardian: GuardianRow,
    steps: Steps,
    accountId: number,
  ): Promise<boolean> {
    const held = await this.loadHeldFamily.run(collectivite, guardian);
    const changes = correctionsOf(held, {
      account: steps.accountStep,
      guardians: steps.guardiansStep,
      children: steps.childrenStep,
    });
    if (changes.length === 0) return false;
    await this.proposeChanges.run({ collectiviteId: collectivite.id, familyId: held.familyId, accountId, changes });
    return true;
  }

  private async welcome(
    collectivite: CollectiviteRow,
    guardians: readonly GuardianRow[],
    accountId: number,
    proposed: boolean,
    { invitation }: RegistrationInProgress,
  ): Promise<CompletedRegistration> {
    const account = (await this.findAccount.run(invitation.email))!;
    await this.mails.send(welcomeMail(collectivite, account, this.configuration.publicUrl, proposed));
    return {
      message: typeset(`Bonjour ${account.firstName}, votre compte espace famille a bien été créé`),
      accountId,
      collectiviteId: collectivite.id,
      familyIds: [...new Set(guardians.map(({ familyId }) => familyId))],
      ...(await this.openSession.run(accountId)),
    };
  }
}

/** Throws REGISTRATION_INCOMPLETE with each step that is missing. */
function stepsOf({ accountStep, guardiansStep, childrenStep }: RegistrationRow): Steps {
  if (accountStep && guardiansStep && childrenStep) return { accountStep, guardiansStep, childrenStep };
  const missing = [
    ...(accountStep ? [] : [{ field: 'account', message: 'complétez l’étape « Compte famille ».' }]),
    ...(guardiansStep ? [] : [{ field: 'guardians', message: 'vérifiez l’étape « Responsables ».' }]),
    ...(childrenStep ? [] : [{ field: 'children', message: 'vérifiez l’étape « Enfants du foyer ».' }]),
  ];
  throw invitationsProblems.REGISTRATION_INCOMPLETE('Il reste une étape à compléter avant d’enregistrer.', {
    errors: missing,
  });
}
