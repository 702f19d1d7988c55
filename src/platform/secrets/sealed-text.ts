import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { DataKey } from '../config/data-keys.js';

/** Where a sealed value lies. It is opened there only: moved to another row or another commune, it stays shut. */
export interface SealedPlace {
  readonly collectiviteId: number;
  readonly table: string;
  readonly column: string;
  /** What names the row before it has an id, and never changes. */
  readonly reference: string;
}

/** A sealed value that nobody can open here: changed, moved, or sealed under a key that is not configured. */
export class SealBroken extends Error {}

const VERSION = 's1';
/** Bytes: what AES-GCM takes without hashing (NIST SP 800-38D, 5.2.1.1), and its whole tag. */
const [NONCE, TAG] = [12, 16];

/** AES-256-GCM: `s1.key.nonce and ciphertext and tag in base64url`. The place is authenticated with it. */
export function seal(content: Buffer, place: SealedPlace, { id, key }: DataKey): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(placeBytes(place));
  const sealed = Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
  return `${VERSION}.${id}.${sealed.toString('base64url')}`;
}

/** Throws SealBroken, and never says what was in it. */
export function open(sealed: string, place: SealedPlace, keys: readonly DataKey[]): Buffer {
  const [version, id, text, ...rest] = sealed.split('.');
  if (version !== VERSION || text === undefined || rest.length > 0) throw new SealBroken('not a sealed value');
  const found = keys.find((key) => key.id === id);
  if (!found) throw new SealBroken(`sealed under the key ${id}, which DATA_KEY does not hold`);
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length < NONCE + TAG) throw new SealBroken('a sealed value was cut short');
  const decipher = createDecipheriv('aes-256-gcm', found.key, bytes.subarray(0, NONCE), { authTagLength: TAG })
    .setAAD(placeBytes(place))
    .setAuthTag(bytes.subarray(-TAG));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]);
  } catch {
    throw new SealBroken('a sealed value was changed, or lies where it was not sealed');
  }
}

/** The key that sealed a value. */
export function keyIdOf(sealed: string): string {
  return sealed.split('.')[1] ?? '';
}

export function placeBytes({ collectiviteId, table, column, reference }: SealedPlace): Buffer {
  return Buffer.from(JSON.stringify([collectiviteId, table, column, reference]));
}
