import { Body, Controller, Ip, Post } from '@nestjs/common';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { SharedApi } from '../../platform/http/api-audience.js';
import { SignIn } from '../actions/sign-in.js';
import { identityProblems } from '../problems.js';
import { OpenToAll } from './access.js';
import { SessionDto, SignInDto } from './sessions.dto.js';

@SharedApi('Connexion')
@Controller('auth/sessions')
export class SessionsController {
  constructor(private readonly signIn: SignIn) {}

  /** Sign in with e-mail and password. */
  @Post()
  @OpenToAll()
  @ApiProblems(identityProblems.SIGN_IN_REFUSED)
  create(@Body() body: SignInDto, @Ip() address: string): Promise<SessionDto> {
    return this.signIn.run({ ...body, address });
  }
}
