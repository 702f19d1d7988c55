import { hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Configuration } from '../config/configuration.js';

/** Keys for other uses than access tokens, derived from the one secret that is configured (HKDF, RFC 5869). */
@Injectable()
export class DerivedKeys {
  constructor(private readonly configuration: Configuration) {}

  /** 256 bits in hexadecimal, the same for the same purpose on every instance. */
  for(purpose: string): string {
    const key = hkdfSync('sha256', this.configuration.jwtSecret, '', `espace-famille ${purpose}`, 32);
    return Buffer.from(key).toString('hex');
  }
}
