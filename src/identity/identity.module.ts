import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { Configuration } from '../platform/config/configuration.js';
import { FindCaller } from './actions/find-caller.js';
import { Passwords } from './actions/passwords.js';
import { IssueTokens, OpenSession } from './actions/session-tokens.js';
import { SignIn } from './actions/sign-in.js';
import { AccessGuard } from './api/access.guard.js';
import { JwtStrategy } from './api/jwt.strategy.js';
import { SessionsController } from './api/sessions.controller.js';

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
  controllers: [SessionsController],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    JwtStrategy,
    FindCaller,
    Passwords,
    IssueTokens,
    OpenSession,
    SignIn,
  ],
  exports: [Passwords, OpenSession],
})
export class IdentityModule {}
