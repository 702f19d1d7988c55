import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { DataKey } from '../config/data-keys.js';
import { placeBytes, SealBroken, type SealedPlace } from './sealed-text.js';

const VERSION = 's2';
/** Bytes: of content in a frame, of the salt of a file, of the tag of a frame. */
const [FRAME, SALT, TAG] = [65_536, 32, 16];
const SEALED_FRAME = FRAME + TAG;
/** `s2.` and the id of a key, eight characters, and a dot. */
const NAMED = 12;
const HEAD = NAMED + SALT;

/**
 * Seals what is too long to be in memory: `s2.key.` and a salt, then frames of 64 KiB, each sealed by AES-256-GCM under
 * a key of this file alone (HKDF of the key, the salt and the place). The nonce of a frame is its rank and whether it is
 * the last one (STREAM, Hoang, Reyhanitabar, Rogaway and Vizár, 2015): a frame that is changed, moved, repeated, taken
 * from another file, or missing at the end, does not open.
 */
export async function* sealStream(
  content: AsyncIterable<Uint8Array>,
  place: SealedPlace,
  { id, key }: DataKey,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT);
  const fileKey = keyOfFile(key, salt, place);
  yield Buffer.concat([Buffer.from(`${VERSION}.${id}.`, 'latin1'), salt]);
  for await (const { rank, bytes, last } of framesOf(content, FRAME)) {
    const cipher = createCipheriv('aes-256-gcm', fileKey, nonceOf(rank, last));
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }
}

/** Frame by frame: what was given is right, and all of it was only when this ends. Throws SealBroken. */
export async function* openStream(
  sealed: AsyncIterable<Uint8Array>,
  place: SealedPlace,
  keys: readonly DataKey[],
): AsyncGenerator<Buffer> {
  let fileKey: Buffer | undefined;
  for await (const { rank, bytes, last } of framesOf(sealed, SEALED_FRAME, HEAD)) {
    if (!fileKey) {
      fileKey = keyIn(bytes, place, keys);
      if (last) throw new SealBroken('a sealed file was cut short');
      continue;
    }
    if (bytes.length < TAG) throw new SealBroken('a sealed file was cut short');
    const decipher = createDecipheriv('aes-256-gcm', fileKey, nonceOf(rank, last), { authTagLength: TAG }).setAuthTag(
      bytes.subarray(-TAG),
    );
    let opened: Buffer;
    try {
      opened = Buffer.concat([decipher.update(bytes.subarray(0, -TAG)), decipher.final()]);
    } catch {
      throw new SealBroken(`frame ${rank} of a sealed file was changed, or does not belong there`);
    }
    yield opened;
  }
}

/** The key that sealed a file, by its first bytes; null where it was not sealed in this way. */
export function streamKeyIdOf(head: Buffer): string | null {
  const found = /^s2\.([\w-]{8})\.$/.exec(head.subarray(0, NAMED).toString('latin1'));
  return found?.[1] ?? null;
}

/** How many bytes a sealed file of this size holds. */
export function openedSize(sealedSize: number): number {
  const framed = sealedSize - HEAD;
  return framed - Math.max(1, Math.ceil(framed / SEALED_FRAME)) * TAG;
}

function keyIn(head: Buffer, place: SealedPlace, keys: readonly DataKey[]): Buffer {
  const id = streamKeyIdOf(head);
  if (id === null || head.length < HEAD) throw new SealBroken('not a sealed file');
  const found = keys.find((key) => key.id === id);
  if (!found) throw new SealBroken(`sealed under the key ${id}, which DATA_KEY does not hold`);
  return keyOfFile(found.key, head.subarray(NAMED), place);
}

function keyOfFile(key: DataKey['key'], salt: Buffer, place: SealedPlace): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, placeBytes(place), 32));
}

/** Eleven bytes of rank, then one for the last frame: it cannot pass for one in the middle, nor the other way round. */
function nonceOf(rank: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(rank, 5, 6);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

interface Frame {
  readonly rank: number;
  readonly bytes: Buffer;
  readonly last: boolean;
}

/**
 * What stands before the first frame, when something does (rank -1); full frames; and one that is not longer at the end,
 * empty only where there is nothing at all.
 */
async function* framesOf(chunks: AsyncIterable<Uint8Array>, size: number, head = 0): AsyncGenerator<Frame> {
  let held: Buffer[] = [];
  let length = 0;
  let rank = head > 0 ? -1 : 0;
  for await (const chunk of chunks) {
    held.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    length += chunk.length;
    let wanted = rank < 0 ? head : size;
    if (length <= wanted) continue;
    let bytes = Buffer.concat(held);
    for (; bytes.length > wanted; rank += 1) {
      yield { rank, bytes: bytes.subarray(0, wanted), last: false };
      bytes = bytes.subarray(wanted);
      wanted = size;
    }
    held = [bytes];
    length = bytes.length;
  }
  yield { rank, bytes: Buffer.concat(held), last: true };
}
