import { createHash, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/** A key of 256 bits under which data is sealed in the database. */
export interface DataKey {
  /** Eight characters that tell it from the others and say nothing of it; written beside what it sealed. */
  readonly id: string;
  readonly key: KeyObject;
}

/** Anyone can know the key of a development service: nothing of a real person belongs in one. */
const DEVELOPMENT = 'espace-famille: sealed in development, for anyone to open';

/**
 * The keys of DATA_KEY, the newest first: 32 bytes in base64 each, separated by commas. Without any, a service in
 * production has none, and another one a key that does not change from boot to boot. Throws in French.
 */
export function parseDataKeys(text: string, production: boolean): readonly DataKey[] {
  if (text === '') return production ? [] : [dataKey(Buffer.from(hkdfSync('sha256', DEVELOPMENT, '', '', 32)))];
  const keys = text.split(',').map((part) => dataKey(bytesOf(part.trim())));
  if (new Set(keys.map(({ id }) => id)).size < keys.length) throw new Error('la même clé y figure deux fois.');
  return keys;
}

function bytesOf(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  const isWhole = bytes.length === 32 && bytes.toString('base64') === text;
  if (!isWhole || new Set(bytes).size < 16)
    throw new Error(
      'chaque clé fait 32 octets au hasard en base64, par exemple le résultat de « openssl rand -base64 32 » ; séparez-les par des virgules, la plus récente d’abord.',
    );
  return bytes;
}

function dataKey(bytes: Buffer): DataKey {
  const id = createHash('sha256').update('id of a data key').update(bytes).digest('base64url').slice(0, 8);
  return { id, key: createSecretKey(bytes) };
}
