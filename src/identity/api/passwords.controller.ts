import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { SharedApi } from '../../platform/http/api-audience.js';
import { httpProblems } from '../../platform/http/problems.js';
import { CompletePasswordReset } from '../actions/complete-password-reset.js';
import { RequestPasswordReset } from '../actions/request-password-reset.js';
import { identityProblems } from '../problems.js';
import { OpenToAll } from './access.js';
import { CompletePasswordResetDto, NoticeDto, RequestPasswordResetDto } from './passwords.dto.js';

@SharedApi('Connexion')
@Controller('auth/password-resets')
export class PasswordsController {
  constructor(
    private readonly requestReset: RequestPasswordReset,
    private readonly completeReset: CompletePasswordReset,
  ) {}

  /**
   * Demander un lien pour choisir un nouveau mot de passe
   *
   * La réponse est la même, que l’adresse soit connue ou non.
   */
  @Post()
  @HttpCode(202)
  @OpenToAll()
  @ApiProblems(httpProblems.TOO_MANY_REQUESTS)
  async create(@Body() { email }: RequestPasswordResetDto, @Ip() address: string): Promise<NoticeDto> {
    await this.requestReset.run({ email, address });
    return {
      message:
        'Si un compte existe à cette adresse, un message vient de lui être envoyé. Le lien est valable une heure. Pensez à regarder dans les courriers indésirables.',
    };
  }

  /**
   * Choisir un nouveau mot de passe avec le code du lien
   *
   * Toutes les sessions du compte se terminent.
   */
  @Post('completions')
  @HttpCode(204)
  @OpenToAll()
  @ApiProblems(identityProblems.RESET_LINK_INVALID, identityProblems.WEAK_PASSWORD, httpProblems.TOO_MANY_REQUESTS)
  complete(@Body() body: CompletePasswordResetDto, @Ip() address: string): Promise<void> {
    return this.completeReset.run({ ...body, address });
  }
}
