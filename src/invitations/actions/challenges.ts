import { Injectable } from '@nestjs/common';
import { type Challenge, createChallenge, type Payload, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { Temporal } from '../../kernel/civil-time.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { DerivedKeys } from '../../platform/secrets/derived-keys.js';
import { Secrets } from '../../platform/secrets/secrets.js';
import { SolvedChallenge } from '../data/solved-challenge.entity.js';
import { invitationsProblems } from '../problems.js';

/**
 * Work asked of the visitor's device: 100 to 1 000 derivations of 1 000 rounds, well under a second on a computer
 * and a second or two on an old phone, and costly for who wants to try by the thousand.
 */
const ROUNDS = 1_000;
const FEWEST = 100;
const MOST = 1_000;
const LIFE = { minutes: 20 };

/** ALTCHA: a proof of work served and judged here, without a third party, a cookie or an image to decipher. */
@Injectable()
export class Challenges {
  private readonly hmacSecrets: { readonly hmacSignatureSecret: string; readonly hmacKeySignatureSecret: string };

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    keys: DerivedKeys,
  ) {
    this.hmacSecrets = {
      hmacSignatureSecret: keys.for('altcha challenge'),
      hmacKeySignatureSecret: keys.for('altcha key'),
    };
  }

  /** A challenge signed by this service, valid 20 minutes. */
  give(): Promise<Challenge> {
    const expiresAt = Math.floor(this.clock.now().add(LIFE).epochMilliseconds / 1000);
    return createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost: ROUNDS,
      counter: randomInt(MOST, FEWEST),
      // Among the signed data and not as the library's own expiry, which the machine's clock would judge.
      data: { validUntil: expiresAt },
      deriveKey,
      ...this.hmacSecrets,
    });
  }

  /** Accepts the answer of the ALTCHA widget (base64 of JSON) once. Throws CHALLENGE_REFUSED. Not in a unit. */
  async accept(answer: string): Promise<void> {
    const payload = payloadIn(answer);
    if (!payload) throw refused();
    const { verified } = await verifySolution({ ...payload, deriveKey, ...this.hmacSecrets }).catch(() => ({
      verified: false,
    }));
    const validUntil = Number(payload.challenge.parameters.data?.['validUntil']);
    const now = this.clock.now().epochMilliseconds;
    if (!verified || !(now < validUntil * 1000)) throw refused();
    await this.useUp(payload.challenge.signature!, validUntil);
  }

  private async useUp(signature: string, validUntil: number): Promise<void> {
    const row = {
      digest: this.secrets.digest(signature),
      expiresAt: Temporal.Instant.fromEpochMilliseconds(validUntil * 1000),
    };
    try {
      await this.database.unit(() => this.database.insert(SolvedChallenge, row));
    } catch (error) {
      throw this.database.isDuplicateKey(error) ? refused() : error;
    }
  }
}

function payloadIn(answer: string): Payload | null {
  try {
    const payload = JSON.parse(Buffer.from(answer, 'base64').toString('utf8')) as Partial<Payload> | null;
    const isWhole =
      typeof payload?.challenge?.signature === 'string' && typeof payload.challenge.parameters === 'object';
    return isWhole && typeof payload.solution === 'object' ? (payload as Payload) : null;
  } catch {
    return null;
  }
}

function refused() {
  return invitationsProblems.CHALLENGE_REFUSED(
    'La vérification de sécurité a expiré ou a déjà servi. Refaites-la, puis validez à nouveau.',
  );
}
