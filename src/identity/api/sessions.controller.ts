import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { SharedApi } from '../../platform/http/api-audience.js';
import { httpProblems } from '../../platform/http/problems.js';
import { RenewSession } from '../actions/renew-session.js';
import { SignIn } from '../actions/sign-in.js';
import { SignOut } from '../actions/sign-out.js';
import { identityProblems } from '../problems.js';
import { OpenToAll } from './access.js';
import { RefreshTokenDto, SessionDto, SignInDto } from './sessions.dto.js';

@SharedApi('Connexion')
@Controller('auth/sessions')
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly renewSession: RenewSession,
    private readonly signOut: SignOut,
  ) {}

  /** Se connecter avec une adresse électronique et un mot de passe */
  @Post()
  @OpenToAll()
  @ApiProblems(identityProblems.SIGN_IN_REFUSED, httpProblems.TOO_MANY_REQUESTS)
  create(@Body() body: SignInDto, @Ip() address: string): Promise<SessionDto> {
    return this.signIn.run({ ...body, address });
  }

  /**
   * Change a refresh token for a new pair.
   *
   * @remarks A refresh token serves once. One that comes a second time ends the session on all sides, as it may be stolen:
   * keep the new one before sending another request, and send one renewal at a time.
   */
  @Post('renewals')
  @OpenToAll()
  @ApiProblems(identityProblems.SESSION_EXPIRED)
  renew(@Body() { refreshToken }: RefreshTokenDto): Promise<SessionDto> {
    return this.renewSession.run(refreshToken);
  }

  /**
   * Se déconnecter : terminer la session d’un jeton de renouvellement
   *
   * Recommencer ne change rien.
   */
  @Post('endings')
  @HttpCode(204)
  @OpenToAll()
  end(@Body() { refreshToken }: RefreshTokenDto): Promise<void> {
    return this.signOut.run(refreshToken);
  }
}
