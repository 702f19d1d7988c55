import { Body, Controller, Get, HttpCode, Ip, Post } from '@nestjs/common';
import { OpenToAll } from '../../identity/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { httpProblems } from '../../platform/http/problems.js';
import { Challenges } from '../actions/challenges.js';
import { RenewInvitations } from '../actions/renew-invitations.js';
import { invitationsProblems } from '../problems.js';
import { ChallengeDto, RenewInvitationDto, RenewalNoticeDto } from './activation.dto.js';

@FamilyApi('Création de compte')
@Controller()
export class ActivationController {
  constructor(
    private readonly challenges: Challenges,
    private readonly renewInvitations: RenewInvitations,
  ) {}

  /**
   * Obtenir un défi de preuve de travail pour le composant ALTCHA
   *
   * Valable 20 minutes ; sa réponse ne sert qu’une fois.
   */
  @Get('altcha/challenges')
  @OpenToAll()
  challenge(): Promise<ChallengeDto> {
    return this.challenges.give();
  }

  /**
   * Demander une nouvelle invitation
   *
   * La réponse est la même, que l’adresse soit connue ou non.
   */
  @Post('invitations/renewals')
  @HttpCode(202)
  @OpenToAll()
  @ApiProblems(invitationsProblems.CHALLENGE_REFUSED, httpProblems.TOO_MANY_REQUESTS)
  async renew(@Body() { email, altcha }: RenewInvitationDto, @Ip() address: string): Promise<RenewalNoticeDto> {
    await this.challenges.accept(altcha);
    await this.renewInvitations.run({ email, address });
    return {
      message:
        'Si cette adresse est connue d’une mairie et n’a pas encore de compte, une invitation vient de lui être envoyée. Pensez à regarder dans les courriers indésirables.',
    };
  }
}
