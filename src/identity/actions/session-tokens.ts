import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { Temporal } from '../../kernel/civil-time.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Secrets } from '../../platform/secrets/secrets.js';
import { LoginSession } from '../data/login-session.entity.js';
import { RefreshToken } from '../data/refresh-token.entity.js';

export const ACCESS_TOKEN_LIFE = Temporal.Duration.from({ minutes: 15 });
/** A parent stays signed in on one's own device. */
export const SESSION_LIFE = Temporal.Duration.from({ hours: 30 * 24 });

/** What the access token says: the account and the login session, nothing about the person. */
export interface AccessClaims {
  readonly sub: string;
  readonly sid: number;
}

export interface SessionTokens {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: Temporal.Instant;
  readonly refreshToken: string;
  readonly refreshTokenExpiresAt: Temporal.Instant;
}

/** Gives a new pair of tokens for a login session; the refresh token is kept as its digest only. */
@Injectable()
export class IssueTokens {
  constructor(
    private readonly database: Database,
    private readonly jwt: JwtService,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  async run(session: Pick<LoginSession, 'id' | 'accountId' | 'expiresAt'>): Promise<SessionTokens> {
    const now = this.clock.now();
    const refreshToken = this.secrets.token();
    await this.database.insert(RefreshToken, {
      loginSessionId: session.id,
      digest: this.secrets.digest(refreshToken),
      issuedAt: now,
      usedAt: null,
    });
    const accessTokenExpiresAt = now.add(ACCESS_TOKEN_LIFE);
    const seconds = (instant: Temporal.Instant) => Math.floor(instant.epochMilliseconds / 1000);
    const claims = {
      sub: String(session.accountId),
      sid: session.id,
      iat: seconds(now),
      exp: seconds(accessTokenExpiresAt),
    };
    return {
      accessToken: await this.jwt.signAsync(claims),
      accessTokenExpiresAt,
      refreshToken,
      refreshTokenExpiresAt: session.expiresAt,
    };
  }
}

/** Opens a login session and gives its tokens. Call inside a unit. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly database: Database,
    private readonly issue: IssueTokens,
    private readonly clock: Clock,
  ) {}

  async run(accountId: number): Promise<SessionTokens> {
    const now = this.clock.now();
    const expiresAt = now.add(SESSION_LIFE);
    const id = await this.database.insert(LoginSession, {
      accountId,
      createdAt: now,
      expiresAt,
      endedAt: null,
      endReason: null,
    });
    return this.issue.run({ id, accountId, expiresAt });
  }
}
