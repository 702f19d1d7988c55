import { InvitationRow } from './data/invitation.entity.js';
import { RegistrationRow } from './data/registration.entity.js';
import { SolvedChallenge } from './data/solved-challenge.entity.js';

export { InvitationsModule } from './invitations.module.js';
export { type BulkInvitation, InviteGuardians } from './actions/invite-guardians.js';
export { InviteGuardian } from './actions/invite-guardian.js';
export { OpenRegistration } from './actions/open-registration.js';
export { type AccountTyped, SaveAccountStep } from './actions/save-account-step.js';
export { SaveFamilySteps } from './actions/save-family-steps.js';
export { type CompletedRegistration, CompleteRegistration } from './actions/complete-registration.js';
export { type InvitationState, INVITATION_STATES } from './rules/invitation-state.js';
export { invitationsProblems } from './problems.js';

export const invitationsEntities = [InvitationRow, RegistrationRow, SolvedChallenge];
