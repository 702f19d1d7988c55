import { Injectable } from '@nestjs/common';
import { Algorithm, hash, verify } from '@node-rs/argon2';

/** OWASP's parameters for argon2id: 19 MiB, two passes. */
const PARAMETERS = { algorithm: Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashing of passwords. Slow on purpose: never call it inside a unit of work. */
@Injectable()
export class Passwords {
  private readonly decoy = hash('nobody has this password', PARAMETERS);

  hash(password: string): Promise<string> {
    return hash(password.normalize('NFC'), PARAMETERS);
  }

  /** False too when there is no hash; it takes the same time, so that an unknown address cannot be told apart. */
  async matches(passwordHash: string | null, password: string): Promise<boolean> {
    const right = await verify(passwordHash ?? (await this.decoy), password.normalize('NFC'));
    return right && passwordHash !== null;
  }
}
