import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { SharedApi } from '../../platform/http/api-audience.js';
import { httpProblems } from '../../platform/http/problems.js';
import { CompletePasswordReset } from '../actions/complete-password-reset.js';
import { OpenResetLink } from '../actions/open-reset-link.js';
import { RequestPasswordReset } from '../actions/request-password-reset.js';
import { identityProblems } from '../problems.js';
import { OpenToAll } from './access.js';
import {
  CompletePasswordResetDto,
  NoticeDto,
  RenewPasswordResetDto,
  RequestPasswordResetDto,
  ResetCodeDto,
} from './passwords.dto.js';

const OF_THE_LINK = [
  identityProblems.RESET_LINK_UNKNOWN,
  identityProblems.RESET_LINK_EXPIRED,
  identityProblems.RESET_LINK_USED,
];

@SharedApi('Connexion')
@Controller('auth/password-resets')
export class PasswordsController {
  constructor(
    private readonly requestReset: RequestPasswordReset,
    private readonly openLink: OpenResetLink,
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
  async create(@Body() { email, collectiviteId }: RequestPasswordResetDto, @Ip() address: string): Promise<NoticeDto> {
    await this.requestReset.run({ email, collectiviteId: collectiviteId ?? null, address });
    return {
      message:
        'Si un compte existe à cette adresse, un message vient de lui être envoyé. Le lien est valable une heure. Pensez à regarder dans les courriers indésirables.',
    };
  }

  /**
   * Vérifier qu’un lien peut encore servir
   *
   * Ne l’utilise pas, et ne dit pas de qui il est.
   */
  @Post('checks')
  @HttpCode(204)
  @OpenToAll()
  @ApiProblems(...OF_THE_LINK, httpProblems.TOO_MANY_REQUESTS)
  async check(@Body() { code }: ResetCodeDto, @Ip() address: string): Promise<void> {
    await this.openLink.run({ code, address });
  }

  /**
   * Recevoir un autre lien à la place de celui-ci
   *
   * Même expiré ou déjà utilisé : le nouveau part à l’adresse du compte, sans qu’on ait à la donner.
   */
  @Post('renewals')
  @HttpCode(202)
  @OpenToAll()
  @ApiProblems(identityProblems.RESET_LINK_UNKNOWN, httpProblems.TOO_MANY_REQUESTS)
  async renew(@Body() { code, collectiviteId }: RenewPasswordResetDto, @Ip() address: string): Promise<NoticeDto> {
    await this.requestReset.again({ code, collectiviteId: collectiviteId ?? null, address });
    return {
      message:
        'Un nouveau lien part à l’adresse électronique de votre compte. Il est valable une heure. Pensez à regarder dans les courriers indésirables.',
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
  @ApiProblems(...OF_THE_LINK, identityProblems.WEAK_PASSWORD, httpProblems.TOO_MANY_REQUESTS)
  complete(@Body() body: CompletePasswordResetDto, @Ip() address: string): Promise<void> {
    return this.completeReset.run({ ...body, address });
  }
}
