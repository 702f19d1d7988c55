import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { Clock } from '../../platform/clock/clock.js';
import { Configuration } from '../../platform/config/configuration.js';
import type { AccessClaims } from '../actions/session-tokens.js';
import { FindCaller } from '../actions/find-caller.js';
import type { Caller } from '../rules/role.js';

/** Reads the bearer token; what the account may be is read from the database at each request, never from the token. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor(
    configuration: Configuration,
    private readonly clock: Clock,
    private readonly findCaller: FindCaller,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      // A key object is accepted and much faster than a string; the types do not say so.
      secretOrKey: configuration.jwtSecret as unknown as Buffer,
      algorithms: ['HS256'],
      // The service's own clock decides: below, not in the library.
      ignoreExpiration: true,
    });
  }

  async validate(claims: AccessClaims & { readonly exp: number }): Promise<Caller | null> {
    if (this.clock.now().epochMilliseconds >= claims.exp * 1000) return null;
    return this.findCaller.run(Number(claims.sub), claims.sid);
  }
}
