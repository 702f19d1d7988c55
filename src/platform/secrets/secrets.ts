import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { digestOf } from './digest.js';

/** Tokens given to people (activation codes, refresh tokens, password resets) and their stored form. */
@Injectable()
export class Secrets {
  /** A new token of 256 bits, safe in an address. */
  token(): string {
    return randomBytes(32).toString('base64url');
  }

  uuid(): string {
    return randomUUID();
  }

  /** What is stored in place of a token. The token has 256 random bits, so a plain digest cannot be searched. */
  digest(token: string): string {
    return digestOf(token);
  }
}
