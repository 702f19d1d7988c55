import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import '@fastify/cookie';
import { Clock } from '../../platform/clock/clock.js';
import { Configuration } from '../../platform/config/configuration.js';
import type { SessionTokens } from '../actions/session-tokens.js';

/** Where the cookie is sent: to what renews and ends a session, and to nothing else. */
export const BROWSER_SESSIONS = 'auth/browser-sessions';

/**
 * Keeps the refresh token of a browser where no script can read it: httpOnly, and sent by pages of this site alone
 * (`SameSite=Strict`), so that no other site can make it serve.
 */
@Injectable()
export class SessionCookie {
  private readonly secure: boolean;

  constructor(
    { publicUrl }: Configuration,
    private readonly clock: Clock,
  ) {
    this.secure = publicUrl.startsWith('https:');
  }

  read(request: FastifyRequest): string | null {
    return request.cookies[this.name] ?? null;
  }

  /** `stays` on one's own device until the session ends; else until the browser is closed. */
  write(reply: FastifyReply, tokens: SessionTokens, stays: boolean): void {
    const maxAge = Math.floor(tokens.refreshTokenExpiresAt.since(this.clock.now()).total('seconds'));
    void reply.setCookie(this.name, `${stays ? 's' : 'p'}${tokens.refreshToken}`, {
      ...this.where(),
      ...(stays ? { maxAge } : {}),
    });
  }

  erase(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.where());
  }

  private get name(): string {
    return this.secure ? '__Secure-espace-famille' : 'espace-famille';
  }

  private where() {
    return { path: `/api/v1/${BROWSER_SESSIONS}`, httpOnly: true, sameSite: 'strict', secure: this.secure } as const;
  }
}
