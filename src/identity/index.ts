import { Account } from './data/account.entity.js';
import { LoginSession } from './data/login-session.entity.js';
import { MembershipRow } from './data/membership.entity.js';
import { PasswordReset } from './data/password-reset.entity.js';
import { RefreshToken } from './data/refresh-token.entity.js';

export { IdentityModule } from './identity.module.js';
export { Account } from './data/account.entity.js';
export {
  access,
  ACCESS,
  type Access,
  Allowed,
  type CallerRequest,
  CurrentCaller,
  OpenToAll,
  SignedIn,
} from './api/access.js';
export { SessionDto } from './api/sessions.dto.js';
export { OpenSession, type SessionTokens } from './actions/session-tokens.js';
export { CheckCredentials } from './actions/check-credentials.js';
export { CreateAccount } from './actions/create-account.js';
export { FindAccountByEmail, FindAccounts } from './actions/find-accounts.js';
export { GrantRole } from './actions/grant-role.js';
export { InviteMember } from './actions/invite-member.js';
export { NewPassword } from './actions/new-password.js';
export { NO_PASSWORD, Passwords } from './actions/passwords.js';
export { type Caller, type Role, ROLES, rolesIn, STAFF_ROLES } from './rules/role.js';
export { normalisedEmail } from './rules/email.js';
export { identityProblems } from './problems.js';

export const identityEntities = [Account, LoginSession, MembershipRow, PasswordReset, RefreshToken];
