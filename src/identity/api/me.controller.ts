import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { SharedApi } from '../../platform/http/api-audience.js';
import { httpProblems } from '../../platform/http/problems.js';
import { ChangePassword } from '../actions/change-password.js';
import { DescribeAccount } from '../actions/describe-account.js';
import { SignOutEverywhere } from '../actions/sign-out-everywhere.js';
import { identityProblems } from '../problems.js';
import type { Caller } from '../rules/role.js';
import { CurrentCaller, SignedIn } from './access.js';
import { AccountDto } from './me.dto.js';
import { ChangePasswordDto } from './passwords.dto.js';

@SharedApi('Mon compte')
@Controller('me')
export class MeController {
  constructor(
    private readonly describe: DescribeAccount,
    private readonly changePassword: ChangePassword,
    private readonly signOutEverywhere: SignOutEverywhere,
  ) {}

  /** Lire mon compte et mes rôles dans chaque collectivité */
  @Get()
  @SignedIn()
  read(@CurrentCaller() caller: Caller): Promise<AccountDto> {
    return this.describe.run(caller);
  }

  /**
   * Changer mon mot de passe
   *
   * Mes autres sessions se terminent.
   */
  @Put('password')
  @HttpCode(204)
  @SignedIn()
  @ApiProblems(identityProblems.WRONG_PASSWORD, identityProblems.WEAK_PASSWORD, httpProblems.TOO_MANY_REQUESTS)
  change(@CurrentCaller() caller: Caller, @Body() body: ChangePasswordDto): Promise<void> {
    return this.changePassword.run(caller, body.currentPassword, body.newPassword);
  }

  /** Me déconnecter de tous mes appareils, celui-ci compris */
  @Post('session-endings')
  @HttpCode(204)
  @SignedIn()
  endSessions(@CurrentCaller() caller: Caller): Promise<void> {
    return this.signOutEverywhere.run(caller);
  }
}
