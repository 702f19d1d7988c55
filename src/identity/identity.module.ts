import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { Configuration } from '../platform/config/configuration.js';
import { ChangePassword } from './actions/change-password.js';
import { CheckCredentials } from './actions/check-credentials.js';
import { CompletePasswordReset } from './actions/complete-password-reset.js';
import { CreateAccount } from './actions/create-account.js';
import { DescribeAccount } from './actions/describe-account.js';
import { EndSessions } from './actions/end-sessions.js';
import { FindAccountByEmail, FindAccounts } from './actions/find-accounts.js';
import { FindCaller } from './actions/find-caller.js';
import { GrantRole } from './actions/grant-role.js';
import { InviteMember } from './actions/invite-member.js';
import { ListMembers } from './actions/list-members.js';
import { MakeResetLink } from './actions/make-reset-link.js';
import { NewPassword } from './actions/new-password.js';
import { OpenResetLink } from './actions/open-reset-link.js';
import { Passwords } from './actions/passwords.js';
import { PurgeEndedSessions } from './actions/purge-ended-sessions.js';
import { RenewSession } from './actions/renew-session.js';
import { RequestPasswordReset } from './actions/request-password-reset.js';
import { RevokeRole } from './actions/revoke-role.js';
import { IssueTokens, OpenSession } from './actions/session-tokens.js';
import { SignIn } from './actions/sign-in.js';
import { SignOut } from './actions/sign-out.js';
import { SignOutEverywhere } from './actions/sign-out-everywhere.js';
import { AccessGuard } from './api/access.guard.js';
import { BrowserSessionsController } from './api/browser-sessions.controller.js';
import { JwtStrategy } from './api/jwt.strategy.js';
import { MeController } from './api/me.controller.js';
import { MembersController } from './api/members.controller.js';
import { PasswordsController } from './api/passwords.controller.js';
import { SessionCookie } from './api/session-cookie.js';
import { SessionsController } from './api/sessions.controller.js';
import { PurgeIdentityTask } from './tasks/purge-identity.task.js';

/** What the rooms above may ask for; the list of index.ts. */
const OFFERED = [
  CheckCredentials,
  CreateAccount,
  FindAccountByEmail,
  FindAccounts,
  GrantRole,
  InviteMember,
  NewPassword,
  OpenSession,
  Passwords,
];

@Module({
  imports: [
    PassportModule,
    JwtModule.registerAsync({
      inject: [Configuration],
      useFactory: ({ jwtSecret }: Configuration) => ({
        secret: jwtSecret as never,
        signOptions: { algorithm: 'HS256' },
      }),
    }),
  ],
  controllers: [SessionsController, BrowserSessionsController, PasswordsController, MeController, MembersController],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    JwtStrategy,
    ...OFFERED,
    ChangePassword,
    CompletePasswordReset,
    DescribeAccount,
    EndSessions,
    FindCaller,
    IssueTokens,
    ListMembers,
    MakeResetLink,
    OpenResetLink,
    PurgeEndedSessions,
    PurgeIdentityTask,
    RenewSession,
    RequestPasswordReset,
    RevokeRole,
    SessionCookie,
    SignIn,
    SignOut,
    SignOutEverywhere,
  ],
  exports: OFFERED,
})
export class IdentityModule {}
