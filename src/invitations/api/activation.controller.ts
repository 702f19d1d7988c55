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

  /** Get a proof-of-work challenge for the ALTCHA widget; valid 20 minutes, its answer serves once. */
  @Get('altcha/challenges')
  @OpenToAll()
  challenge(): Promise<ChallengeDto> {
    return this.challenges.give();
  }

  /** Ask for a new invitation; the answer is the same whether or not the address is known. */
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
