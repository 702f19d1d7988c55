import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { ApiPage, type Page, PageQuery } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { InviteMember } from '../actions/invite-member.js';
import { ListMembers } from '../actions/list-members.js';
import { RevokeRole } from '../actions/revoke-role.js';
import { identityProblems } from '../problems.js';
import type { Caller, Role } from '../rules/role.js';
import { Allowed, CurrentCaller } from './access.js';
import { InvitedMemberDto, InviteMemberDto, MemberDto } from './members.dto.js';
import { StaffRolePipe } from './staff-role.pipe.js';

@AdministrationApi('Agents de la collectivité')
@Controller('collectivites/:collectiviteId/members')
export class MembersController {
  constructor(
    private readonly invite: InviteMember,
    private readonly listMembers: ListMembers,
    private readonly revoke: RevokeRole,
  ) {}

  /** Lister les personnes de la mairie et leurs rôles */
  @Get()
  @Allowed('administrateur')
  @ApiPage(MemberDto)
  list(@Param('collectiviteId', IdPipe) collectiviteId: number, @Query() query: PageQuery): Promise<Page<MemberDto>> {
    return this.listMembers.run(collectiviteId, query);
  }

  /**
   * Donner un rôle à quelqu’un
   *
   * Qui n’a pas encore de compte reçoit un lien, valable sept jours, pour choisir un mot de passe.
   */
  @Post()
  @Allowed('administrateur')
  async create(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() body: InviteMemberDto,
    @CurrentCaller() caller: Caller,
  ): Promise<InvitedMemberDto> {
    return { accountId: await this.invite.run({ ...body, collectiviteId, invitedBy: caller.accountId }) };
  }

  /** Retirer un rôle */
  @Delete(':accountId/roles/:role')
  @HttpCode(204)
  @Allowed('administrateur')
  @ApiProblems(identityProblems.LAST_ADMINISTRATOR)
  remove(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('accountId', IdPipe) accountId: number,
    @Param('role', StaffRolePipe) role: Role,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    return this.revoke.run({ collectiviteId, accountId, role, revokedBy: caller.accountId });
  }
}
