import { Module } from '@nestjs/common';
import { CollectivitesModule } from '../collectivites/index.js';
import { FamiliesModule } from '../families/index.js';
import { IdentityModule } from '../identity/index.js';
import { CancelRegistration } from './actions/cancel-registration.js';
import { Challenges } from './actions/challenges.js';
import { CompleteRegistration } from './actions/complete-registration.js';
import { DescribeRegistration } from './actions/describe-registration.js';
import { FindRegistration } from './actions/find-registration.js';
import { FollowMails } from './actions/follow-mails.js';
import { InviteGuardian } from './actions/invite-guardian.js';
import { InviteGuardians } from './actions/invite-guardians.js';
import { KeepStep } from './actions/keep-step.js';
import { ListInvitations } from './actions/list-invitations.js';
import { LoadHeldFamily } from './actions/load-held-family.js';
import { LockGuardians } from './actions/lock-guardians.js';
import { OpenRegistration } from './actions/open-registration.js';
import { PurgeRegistrations } from './actions/purge-registrations.js';
import { RenewInvitations } from './actions/renew-invitations.js';
import { SaveAccountStep } from './actions/save-account-step.js';
import { SaveFamilySteps } from './actions/save-family-steps.js';
import { SendInvitation } from './actions/send-invitation.js';
import { TieGuardians } from './actions/tie-guardians.js';
import { ActivationController } from './api/activation.controller.js';
import { InvitationsController } from './api/invitations.controller.js';
import { RegistrationsController } from './api/registrations.controller.js';
import { PurgeInvitationsTask } from './tasks/purge-invitations.task.js';

/** What the demo plays, as the HTTP operations do. */
const OFFERED = [
  CompleteRegistration,
  InviteGuardian,
  InviteGuardians,
  OpenRegistration,
  SaveAccountStep,
  SaveFamilySteps,
];

@Module({
  imports: [IdentityModule, CollectivitesModule, FamiliesModule],
  controllers: [InvitationsController, ActivationController, RegistrationsController],
  providers: [
    ...OFFERED,
    CancelRegistration,
    Challenges,
    DescribeRegistration,
    FindRegistration,
    FollowMails,
    KeepStep,
    ListInvitations,
    LoadHeldFamily,
    LockGuardians,
    PurgeInvitationsTask,
    PurgeRegistrations,
    RenewInvitations,
    SendInvitation,
    TieGuardians,
  ],
  exports: OFFERED,
})
export class InvitationsModule {}
