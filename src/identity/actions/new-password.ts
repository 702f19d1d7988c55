import { Injectable } from '@nestjs/common';
import { identityProblems } from '../problems.js';
import { passwordFaults, type PasswordOwner } from '../rules/password.js';
import { Passwords } from './passwords.js';

/** Checks a password that somebody chose, and hashes it. Slow: never inside a unit. */
@Injectable()
export class NewPassword {
  constructor(private readonly passwords: Passwords) {}

  /** Throws WEAK_PASSWORD with what is missing, on `field`. Answers the hash. */
  run(password: string, owner: PasswordOwner, field = 'password'): Promise<string> {
    const faults = passwordFaults(password, owner);
    if (faults.length > 0) {
      throw identityProblems.WEAK_PASSWORD(faults.join(' '), {
        errors: faults.map((message) => ({ field, message })),
      });
    }
    return this.passwords.hash(password);
  }
}
