import { Body, Controller, HttpCode, Ip, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/problem.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { httpProblems } from '../../platform/http/problems.js';
import { RenewSession } from '../actions/renew-session.js';
import type { SessionTokens } from '../actions/session-tokens.js';
import { SignIn } from '../actions/sign-in.js';
import { SignOut } from '../actions/sign-out.js';
import { identityProblems } from '../problems.js';
import { OpenToAll } from './access.js';
import { AdoptedTokenDto, BrowserSessionDto, BrowserSignInDto } from './browser-sessions.dto.js';
import { BROWSER_SESSIONS, SessionCookie } from './session-cookie.js';

/** Sessions of a browser: its refresh token is in a cookie that no script reads. */
@FamilyApi('Connexion')
@Controller(BROWSER_SESSIONS)
export class BrowserSessionsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly renewSession: RenewSession,
    private readonly signOut: SignOut,
    private readonly cookie: SessionCookie,
  ) {}

  /** Se connecter depuis un navigateur : le jeton de renouvellement reste dans un témoin que lui seul envoie */
  @Post()
  @OpenToAll()
  @ApiProblems(identityProblems.SIGN_IN_REFUSED, httpProblems.TOO_MANY_REQUESTS)
  async create(
    @Body() { staySignedIn, ...credentials }: BrowserSignInDto,
    @Ip() address: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BrowserSessionDto> {
    return this.keep(await this.signIn.run({ ...credentials, address }), staySignedIn, reply);
  }

  /** Confier au navigateur la session qui vient de s’ouvrir, celle d’une création de compte par exemple */
  @Post('adoptions')
  @OpenToAll()
  @ApiProblems(identityProblems.SESSION_EXPIRED)
  async adopt(
    @Body() { refreshToken, staySignedIn }: AdoptedTokenDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BrowserSessionDto> {
    return this.keep(await this.renewSession.run(refreshToken), staySignedIn, reply);
  }

  /**
   * Obtenir un nouveau jeton d’accès, par le témoin
   *
   * Un seul renouvellement à la fois par navigateur. Une réponse perdue en chemin se redemande aussitôt.
   */
  @Post('renewals')
  @OpenToAll()
  @ApiProblems(identityProblems.SESSION_EXPIRED)
  async renew(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BrowserSessionDto> {
    const kept = this.cookie.read(request);
    try {
      return this.keep(await this.renewSession.run(kept?.slice(1) ?? ''), kept?.startsWith('s') ?? false, reply);
    } catch (error) {
      // Where the service fails for a while, the session goes on.
      if (kept !== null && isExpired(error)) this.cookie.erase(reply);
      throw error;
    }
  }

  /** Se déconnecter de ce navigateur */
  @Post('endings')
  @HttpCode(204)
  @OpenToAll()
  async end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const kept = this.cookie.read(request);
    // Another site's form comes without the cookie, and must not have the browser lose it.
    if (kept === null) return;
    await this.signOut.run(kept.slice(1));
    this.cookie.erase(reply);
  }

  private keep(tokens: SessionTokens, stays: boolean, reply: FastifyReply): BrowserSessionDto {
    this.cookie.write(reply, tokens, stays);
    const { accessToken, accessTokenExpiresAt } = tokens;
    return { accessToken, accessTokenExpiresAt };
  }
}

function isExpired(error: unknown): boolean {
  return error instanceof Problem && error.code === identityProblems.SESSION_EXPIRED.code;
}
