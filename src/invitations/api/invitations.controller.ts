import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { ApiPage, type Page } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { invalidRequest } from '../../platform/http/validation.js';
import { InviteGuardian } from '../actions/invite-guardian.js';
import { InviteGuardians } from '../actions/invite-guardians.js';
import { ListInvitations } from '../actions/list-invitations.js';
import { invitationsProblems } from '../problems.js';
import { skipSentence } from '../rules/invitation-candidate.js';
import {
  BulkInvitationDto,
  InvitationDto,
  InvitationsQuery,
  InvitedDto,
  InviteGuardianDto,
  InviteGuardiansDto,
} from './invitations.dto.js';

@AdministrationApi('Invitations')
@Controller('collectivites/:collectiviteId/invitations')
export class InvitationsController {
  constructor(
    private readonly inviteGuardian: InviteGuardian,
    private readonly inviteGuardians: InviteGuardians,
    private readonly listInvitations: ListInvitations,
  ) {}

  /** Lister les invitations, la dernière d’abord, et ce que chacune est devenue */
  @Get()
  @Allowed('agent', 'administrateur')
  @ApiPage(InvitationDto)
  list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: InvitationsQuery,
  ): Promise<Page<InvitationDto>> {
    return this.listInvitations.run(collectiviteId, query, query.state ?? null);
  }

  /**
   * Inviter un responsable par courriel
   *
   * Une invitation précédente du même responsable cesse de valoir.
   */
  @Post()
  @Allowed('agent', 'administrateur')
  @ApiProblems(invitationsProblems.GUARDIAN_HAS_ACCOUNT, invitationsProblems.GUARDIAN_WITHOUT_EMAIL)
  async create(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() { guardianId }: InviteGuardianDto,
    @CurrentCaller() caller: Caller,
  ): Promise<InvitedDto> {
    return {
      invitationId: await this.inviteGuardian.run({ collectiviteId, guardianId, invitedBy: caller.accountId }),
    };
  }

  /**
   * Inviter plusieurs responsables, ou tous
   *
   * Ceux qui n’ont pas d’adresse électronique, qui ont un compte, ou dont l’invitation vaut encore sont passés, et
   * listés avec la raison ; une nouvelle demande n’invite donc personne deux fois.
   */
  @Post('batches')
  @HttpCode(200)
  @Allowed('agent', 'administrateur')
  async createMany(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() { guardianIds, all }: InviteGuardiansDto,
    @CurrentCaller() caller: Caller,
  ): Promise<BulkInvitationDto> {
    if ((guardianIds === undefined) === (all === undefined))
      throw invalidRequest([{ field: 'guardianIds', message: 'donnez une liste de responsables, ou « all : true ».' }]);
    const done = await this.inviteGuardians.run({
      collectiviteId,
      guardianIds: guardianIds ?? null,
      invitedBy: caller.accountId,
    });
    return { ...done, skipped: done.skipped.map((one) => ({ ...one, message: skipSentence(one.reason) })) };
  }
}
