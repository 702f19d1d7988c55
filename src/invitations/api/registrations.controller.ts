import { Body, Controller, Delete, Get, HttpCode, Ip, Post, Put } from '@nestjs/common';
import { familiesProblems } from '../../families/index.js';
import { identityProblems, OpenToAll } from '../../identity/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { httpProblems } from '../../platform/http/problems.js';
import { CancelRegistration } from '../actions/cancel-registration.js';
import { Challenges } from '../actions/challenges.js';
import { CompleteRegistration } from '../actions/complete-registration.js';
import { DescribeRegistration } from '../actions/describe-registration.js';
import { OpenRegistration } from '../actions/open-registration.js';
import { SaveAccountStep } from '../actions/save-account-step.js';
import { SaveFamilySteps } from '../actions/save-family-steps.js';
import { invitationsProblems } from '../problems.js';
import { AltchaDto } from './activation.dto.js';
import { OnRegistration, RegistrationToken } from './registration-token.js';
import {
  AccountStepDto,
  ChildrenStepDto,
  CompletedRegistrationDto,
  GuardiansStepDto,
  OpenedRegistrationDto,
  OpenRegistrationDto,
  RegistrationDto,
  registrationDtoOf,
} from './registrations.dto.js';

/** The three steps of the creation of an account; what is saved survives a closed browser. */
@FamilyApi('Création de compte')
@Controller('registrations')
export class RegistrationsController {
  constructor(
    private readonly open: OpenRegistration,
    private readonly describe: DescribeRegistration,
    private readonly saveAccount: SaveAccountStep,
    private readonly saveFamily: SaveFamilySteps,
    private readonly complete: CompleteRegistration,
    private readonly cancel: CancelRegistration,
    private readonly challenges: Challenges,
  ) {}

  /**
   * Ouvrir la création d’un compte, ou la reprendre
   *
   * Avec le code et l’adresse électronique du lien d’invitation.
   */
  @Post()
  @OpenToAll()
  @ApiProblems(
    invitationsProblems.INVITATION_UNKNOWN,
    invitationsProblems.INVITATION_EXPIRED,
    invitationsProblems.INVITATION_USED,
    httpProblems.TOO_MANY_REQUESTS,
  )
  async create(@Body() body: OpenRegistrationDto, @Ip() address: string): Promise<OpenedRegistrationDto> {
    const registrationToken = await this.open.run({ ...body, address });
    return { registrationToken, ...registrationDtoOf(await this.describe.run(registrationToken)) };
  }

  /** Lire ce que la mairie sait, à vérifier, et ce qui a été enregistré à chaque étape */
  @Get('current')
  @OpenToAll()
  @OnRegistration()
  async read(@RegistrationToken() token: string): Promise<RegistrationDto> {
    return registrationDtoOf(await this.describe.run(token));
  }

  /**
   * Enregistrer l’étape « Compte famille »
   *
   * S’il existe un compte à cette adresse, c’est son propre mot de passe qui est demandé.
   */
  @Put('current/account')
  @OpenToAll()
  @OnRegistration()
  @ApiProblems(
    invitationsProblems.STEP_NOT_VALID,
    identityProblems.WEAK_PASSWORD,
    identityProblems.WRONG_PASSWORD,
    httpProblems.TOO_MANY_REQUESTS,
  )
  async account(
    @RegistrationToken() token: string,
    @Body() body: AccountStepDto,
    @Ip() address: string,
  ): Promise<RegistrationDto> {
    await this.saveAccount.run(token, { ...body, passwordConfirmation: body.passwordConfirmation ?? null, address });
    return this.read(token);
  }

  /** Enregistrer l’étape « Responsables » */
  @Put('current/guardians')
  @OpenToAll()
  @OnRegistration()
  @ApiProblems(invitationsProblems.STEP_NOT_VALID)
  async guardians(@RegistrationToken() token: string, @Body() body: GuardiansStepDto): Promise<RegistrationDto> {
    await this.saveFamily.guardians(token, body.guardians);
    return this.read(token);
  }

  /** Enregistrer l’étape « Enfants du foyer » */
  @Put('current/children')
  @OpenToAll()
  @OnRegistration()
  @ApiProblems(invitationsProblems.STEP_NOT_VALID)
  async children(@RegistrationToken() token: string, @Body() body: ChildrenStepDto): Promise<RegistrationDto> {
    await this.saveFamily.children(token, body.children);
    return this.read(token);
  }

  /**
   * Créer le compte et se connecter
   *
   * Le compte est relié à la famille ; les corrections du parent deviennent des propositions qu’un agent accepte ou
   * refuse.
   */
  @Post('current/completions')
  @OpenToAll()
  @OnRegistration()
  @ApiProblems(
    invitationsProblems.CHALLENGE_REFUSED,
    invitationsProblems.REGISTRATION_INCOMPLETE,
    invitationsProblems.INVITATION_EXPIRED,
    invitationsProblems.INVITATION_USED,
    invitationsProblems.EMAIL_OF_OTHER_GUARDIAN,
    identityProblems.EMAIL_TAKEN,
    familiesProblems.CORRECTION_NOT_VALID,
  )
  async finish(@RegistrationToken() token: string, @Body() { altcha }: AltchaDto): Promise<CompletedRegistrationDto> {
    await this.challenges.accept(altcha);
    return this.complete.run(token);
  }

  /**
   * Annuler la création de compte et oublier ce qui a été saisi
   *
   * Le lien peut être ouvert de nouveau.
   */
  @Delete('current')
  @HttpCode(204)
  @OpenToAll()
  @OnRegistration()
  remove(@RegistrationToken() token: string): Promise<void> {
    return this.cancel.run(token);
  }
}
