import { Injectable } from '@nestjs/common';
import { Algorithm, hash, verify } from '@node-rs/argon2';

/** OWASP's parameters for argon2id: 19 MiB, two passes. */
const PARAMETERS = { algorithm: Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Stored where nobody chose a password yet: no password matches it. */
export const NO_PASSWORD = 'none';

/** Hashing of passwords. Slow on purpose: never call it inside a unit of work. */
@Injectable()
export class Passwords {
  private readonly decoy = hash('nobody has this password', PARAMETERS);

  hash(password: string): Promise<string> {
    return hash(password.normalize('NFC'), PARAMETERS);
  }

  /** False too when there is no hash (null, or NO_PASSWORD); it takes the same time, so that an unknown address cannot be told apart. */
  async matches(passwordHash: string | null, password: string): Promise<boolean> {
    const usable = passwordHash === null || passwordHash === NO_PASSWORD ? null : passwordHash;
    const right = await verify(usable ?? (await this.decoy), password.normalize('NFC'));
    return right && usable !== null;
  }
}
