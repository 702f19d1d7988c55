import { InvitationRow } from './data/invitation.entity.js';
import { RegistrationRow } from './data/registration.entity.js';
import { SolvedChallenge } from './data/solved-challenge.entity.js';

export { InvitationsModule } from './invitations.module.js';
export { CompleteRegistration } from './actions/complete-registration.js';

export const invitationsEntities = [InvitationRow, RegistrationRow, SolvedChallenge];
