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
   * Échanger un jeton de renouvellement contre une nouvelle paire
   *
   * Un jeton de renouvellement ne sert qu’une fois. S’il revient une seconde fois, la session se termine partout, car
   * il a pu être volé : gardez le nouveau avant d’envoyer une autre requête, et n’envoyez qu’un renouvellement à la
   * fois.
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
